CREATE TABLE t (
    a TEXT, 
    b JSON
);

