INSERT INTO t (in_db) VALUES (1);

