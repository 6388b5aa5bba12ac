CREATE INDEX ix ON t (a) WHERE c = 0;

