CREATE TABLE t (
    c1 YEAR(4)
);

