INSERT INTO "Order" ("group", "Odd Name") VALUES ('a', 5);

