INSERT INTO t (id, name, at) VALUES (NULL, NULL, NULL);

