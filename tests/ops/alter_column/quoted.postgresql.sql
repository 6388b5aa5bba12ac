ALTER TABLE "My".t RENAME a TO "Order";

