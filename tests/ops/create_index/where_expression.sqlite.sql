CREATE INDEX ix ON t (a) WHERE b > 5;

