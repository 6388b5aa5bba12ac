CREATE TABLE t (
    c1 YEAR
);

