CREATE INDEX ix ON t (a(10), b);

