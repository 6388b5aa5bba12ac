CREATE INDEX ix ON t (a) USING hash;

