ALTER TABLE t SET (fillfactor = 50);

