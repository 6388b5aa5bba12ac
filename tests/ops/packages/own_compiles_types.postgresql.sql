CREATE TABLE t (
    a LTREE, 
    b JSONB
);

