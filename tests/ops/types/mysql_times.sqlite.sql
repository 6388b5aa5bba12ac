CREATE TABLE t (
    c1 DATETIME, 
    c2 DATETIME, 
    c3 TIMESTAMP, 
    c4 TIMESTAMP, 
    c5 TIME, 
    c6 TIME, 
    c7 DATE
);

