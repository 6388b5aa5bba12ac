CREATE TABLE t (
    c1 SET('a','b')
);

