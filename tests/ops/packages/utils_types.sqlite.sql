CREATE TABLE t (
    c2 VARCHAR(255), 
    c3 INTEGER, 
    c4 VARCHAR(2), 
    c6 VARCHAR(255), 
    c7 VARCHAR(100), 
    c8 VARCHAR(50), 
    c9 TEXT, 
    c10 TEXT, 
    c11 TEXT, 
    c12 BINARY(16), 
    c13 CHAR(32), 
    c14 BINARY(16), 
    c15 VARCHAR, 
    c16 BLOB, 
    c17 VARCHAR(50), 
    c18 VARCHAR(5)
);

