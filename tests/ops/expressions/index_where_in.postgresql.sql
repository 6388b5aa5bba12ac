CREATE INDEX ix ON t (a) WHERE s IN ('x', 'y');

