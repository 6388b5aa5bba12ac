CREATE TABLE t (
    id SERIAL NOT NULL, 
    a VARCHAR(3) NOT NULL, 
    b INTEGER DEFAULT '1', 
    PRIMARY KEY (id)
);

COMMENT ON TABLE t IS 'all the things''';

COMMENT ON COLUMN t.id IS 'the id';

COMMENT ON COLUMN t.a IS 'it''s a \\ 5%% thing';

COMMENT ON COLUMN t.b IS 'with default';

