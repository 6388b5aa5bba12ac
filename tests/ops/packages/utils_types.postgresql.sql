CREATE TABLE t (
    c2 VARCHAR(255), 
    c3 INTEGER, 
    c4 VARCHAR(2), 
    c6 VARCHAR(255), 
    c7 VARCHAR(100), 
    c8 VARCHAR(50), 
    c9 JSON, 
    c10 TEXT, 
    c11 TEXT, 
    c12 UUID, 
    c13 UUID, 
    c14 BINARY(16), 
    c15 VARCHAR, 
    c16 BYTEA, 
    c17 VARCHAR(50), 
    c18 BIT(5)
);

