COMMENT ON TABLE s.t IS 'new';

