CREATE INDEX ix ON t (a) WITH (fillfactor = 50, x = y) TABLESPACE "Fast";

