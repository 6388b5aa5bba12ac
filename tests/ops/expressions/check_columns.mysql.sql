CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    CONSTRAINT ck CHECK (a < b)
);

