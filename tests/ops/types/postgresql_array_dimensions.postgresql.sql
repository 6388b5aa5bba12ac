CREATE TABLE t (
    c1 VARCHAR(5)[][]
);

