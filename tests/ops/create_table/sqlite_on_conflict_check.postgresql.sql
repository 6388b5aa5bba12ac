CREATE TABLE t (
    a INTEGER CHECK (a > 1)
);

