INSERT INTO t (id, name) VALUES (1, 'it''s');

INSERT INTO t (id, name) VALUES (2, '100%%');

