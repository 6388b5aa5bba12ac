COMMENT ON TABLE s.t IS 'of the table';

COMMENT ON TABLE s.t IS NULL;

