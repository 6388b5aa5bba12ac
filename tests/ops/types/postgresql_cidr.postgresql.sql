CREATE TABLE t (
    c1 CIDR
);

