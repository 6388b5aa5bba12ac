CREATE TABLE t (
    c1 BYTEA
);

