CREATE TABLE t (
    c1 MONEY
);

