CREATE TABLE t (
    c1 DATETIME, 
    c2 DATETIME(6), 
    c3 TIMESTAMP NULL, 
    c4 TIMESTAMP(3) NULL, 
    c5 TIME, 
    c6 TIME(2), 
    c7 DATE
);

