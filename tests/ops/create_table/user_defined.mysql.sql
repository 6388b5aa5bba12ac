CREATE TABLE t (
    a VECTOR(3)
);

