COMMENT ON COLUMN t.a IS 'it''s';

