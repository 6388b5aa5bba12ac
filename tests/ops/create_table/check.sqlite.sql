CREATE TABLE t (
    a INTEGER, 
    CHECK (a > 0), 
    CONSTRAINT ck_a CHECK (a < 10), 
    CONSTRAINT ck_a5 CHECK (a != 5)
);

