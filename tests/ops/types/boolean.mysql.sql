CREATE TABLE t (
    c1 BOOL, 
    c2 BOOL, 
    c3 BOOL
);

