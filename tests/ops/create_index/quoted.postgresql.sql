CREATE INDEX "IX" ON "Order" ("group", b);

