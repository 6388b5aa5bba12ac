CREATE TABLE t (
    a VECTOR(3), 
    b VECTOR NOT NULL, 
    c VECTOR(1536), 
    d HALFVEC(4), 
    f SPARSEVEC(1000), 
    g VECTOR(2)
);

CREATE INDEX ix ON t (a);

