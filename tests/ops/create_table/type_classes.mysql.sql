CREATE TABLE t (
    a INTEGER, 
    b TEXT, 
    c DATETIME, 
    d BOOL
);

