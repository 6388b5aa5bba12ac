CREATE TABLE t (
    c1 BOOLEAN, 
    c2 BOOLEAN, 
    c3 BOOLEAN
);

