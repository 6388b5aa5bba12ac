INSERT INTO t (c, e) VALUES ('joe@example.org', 'x,y');

INSERT INTO t (c, e) VALUES (NULL, NULL);

