INSERT INTO t (xs) VALUES (ARRAY['a', 'it''s']);

