CREATE TABLE t (
    a BOOLEAN, 
    b BOOLEAN NOT NULL, 
    CHECK (a IN (0, 1)), 
    CONSTRAINT b_bool CHECK (b IN (0, 1))
);

