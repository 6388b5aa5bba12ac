CREATE TABLE t (
    c1 UUID[]
);

