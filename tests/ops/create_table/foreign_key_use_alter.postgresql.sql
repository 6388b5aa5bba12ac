CREATE TABLE t (
    a INTEGER, 
    b INTEGER
);

