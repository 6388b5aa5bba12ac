CREATE TABLE t (
    c1 INTEGER[]
);

