CREATE INDEX ix ON t (a);

