CREATE TABLE t (
    c1 UUID, 
    c2 UUID, 
    c3 CHAR(32), 
    c4 UUID, 
    c5 UUID, 
    c6 UUID
);

