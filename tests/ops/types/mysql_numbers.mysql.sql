CREATE TABLE t (
    c1 NUMERIC(10, 2), 
    c2 DECIMAL(10, 2) UNSIGNED, 
    c3 FLOAT, 
    c4 FLOAT(10), 
    c5 FLOAT(10, 2), 
    c6 DOUBLE, 
    c7 DOUBLE(10, 2), 
    c8 REAL(10, 2)
);

