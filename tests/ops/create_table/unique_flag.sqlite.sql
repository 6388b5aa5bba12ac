CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    UNIQUE (a), 
    UNIQUE (b)
);

