CREATE TABLE t (
    c1 JSONB
);

