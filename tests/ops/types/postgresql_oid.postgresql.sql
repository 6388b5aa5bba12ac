CREATE TABLE t (
    c1 OID
);

