CREATE TABLE t (
    c1 BYTEA, 
    c2 BYTEA, 
    c3 BLOB, 
    c4 BLOB, 
    c5 BINARY(16), 
    c6 BINARY, 
    c7 VARBINARY(8), 
    c8 BYTEA
);

