CREATE INDEX ix ON t (a) WHERE c IS true;

