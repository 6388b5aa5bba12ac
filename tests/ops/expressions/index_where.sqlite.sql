CREATE INDEX ix ON t (a) WHERE b = 'x%';

