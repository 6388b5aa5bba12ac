CREATE TABLE t (
    c1 VARCHAR(30), 
    c2 VARCHAR(1), 
    c3 VARCHAR(20), 
    c4 VARCHAR(9), 
    c5 CHAR(3), 
    c6 CHAR, 
    c7 NCHAR(4), 
    c8 NVARCHAR(5), 
    c9 TEXT, 
    c10 TEXT, 
    c11 TEXT, 
    c12 CLOB, 
    c13 TEXT(500)
);

