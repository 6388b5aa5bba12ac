CREATE TABLE t (
    c1 INTEGER, 
    c2 SMALLINT, 
    c3 BIGINT, 
    c4 INTEGER, 
    c5 SMALLINT, 
    c6 BIGINT, 
    c7 INTEGER
);

