CREATE INDEX ix ON t ((a + b), CAST(c AS INTEGER));

