CREATE TABLE t (
    c1 FLOAT, 
    c2 FLOAT, 
    c3 FLOAT, 
    c4 FLOAT, 
    c5 FLOAT, 
    c6 REAL, 
    c7 DOUBLE, 
    c8 DOUBLE, 
    c9 DOUBLE PRECISION, 
    c10 FLOAT
);

