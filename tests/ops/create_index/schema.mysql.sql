CREATE INDEX ix ON s.t (a);

