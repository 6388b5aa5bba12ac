CREATE INDEX ix ON t (lower(a));

