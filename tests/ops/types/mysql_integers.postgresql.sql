CREATE TABLE t (
    c1 INTEGER, 
    c2 INTEGER, 
    c3 INTEGER, 
    c4 BIGINT, 
    c5 SMALLINT
);

