CREATE TABLE t (
    c1 DATE, 
    c2 TIME, 
    c3 DATETIME, 
    c4 DATETIME, 
    c5 TIME, 
    c6 DATE, 
    c7 TIME, 
    c8 DATETIME, 
    c9 TIMESTAMP NULL, 
    c10 TIMESTAMP NULL, 
    c11 DATETIME
);

