CREATE TABLE "a.B".t (
    id INTEGER
);

COMMENT ON TABLE "a.B".t IS 'c';

COMMENT ON COLUMN "a.B".t.id IS 'the id';

