INSERT INTO t (kind) VALUES ('first');

INSERT INTO t (kind) VALUES ('second');

