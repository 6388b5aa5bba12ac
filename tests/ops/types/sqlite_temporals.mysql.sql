CREATE TABLE t (
    c1 DATE, 
    c2 DATETIME, 
    c3 TIME, 
    c4 DATETIME, 
    c5 DATE, 
    c6 TIME
);

