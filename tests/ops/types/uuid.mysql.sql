CREATE TABLE t (
    c1 CHAR(32), 
    c2 CHAR(32), 
    c3 CHAR(32), 
    c4 UUID, 
    c5 UUID, 
    c6 UUID
);

