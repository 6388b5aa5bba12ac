INSERT INTO t (id, state) VALUES (1, NULL);

INSERT INTO t (id, state) VALUES (2, 'old');

