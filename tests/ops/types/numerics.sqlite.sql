CREATE TABLE t (
    c1 NUMERIC, 
    c2 NUMERIC(10), 
    c3 NUMERIC(10, 2), 
    c4 NUMERIC(8, 0), 
    c5 NUMERIC(5, 1), 
    c6 DECIMAL(9, 3), 
    c7 DECIMAL
);

