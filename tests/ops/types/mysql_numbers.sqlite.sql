CREATE TABLE t (
    c1 NUMERIC(10, 2), 
    c2 DECIMAL(10, 2), 
    c3 FLOAT, 
    c4 FLOAT, 
    c5 FLOAT, 
    c6 DOUBLE, 
    c7 DOUBLE, 
    c8 REAL
);

