CREATE INDEX s.ix ON t (a);

