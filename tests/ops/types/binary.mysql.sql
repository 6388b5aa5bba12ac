CREATE TABLE t (
    c1 BLOB, 
    c2 BLOB(100), 
    c3 BLOB, 
    c4 BLOB(9), 
    c5 BINARY(16), 
    c6 BINARY, 
    c7 VARBINARY(8), 
    c8 BLOB
);

