CREATE TABLE t (
    c1 INET
);

