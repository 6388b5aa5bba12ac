CREATE TABLE t (
    c1 FLOAT, 
    c2 FLOAT(10), 
    c3 FLOAT(53), 
    c4 FLOAT, 
    c5 FLOAT(5), 
    c6 REAL, 
    c7 DOUBLE, 
    c8 DOUBLE, 
    c9 DOUBLE PRECISION, 
    c10 FLOAT
);

