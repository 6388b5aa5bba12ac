CREATE TABLE t (
    c1 BIT(8)
);

