CREATE TABLE t (
    c1 VARCHAR(20) COLLATE "utf8_bin", 
    c2 CHAR(5), 
    c3 CHAR(5), 
    c4 VARCHAR(9), 
    c5 TEXT, 
    c6 TEXT(500), 
    c7 VARCHAR(5), 
    c8 NCHAR(3), 
    c9 NVARCHAR(4)
);

