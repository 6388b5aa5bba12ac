CREATE TABLE t (
    c1 DATE, 
    c2 DATETIME, 
    c3 TIME, 
    c4 DATETIME, 
    c5 DATE_CHAR, 
    c6 TIME
);

