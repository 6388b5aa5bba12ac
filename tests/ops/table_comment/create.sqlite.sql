COMMENT ON TABLE t IS 'it''s 5%';

