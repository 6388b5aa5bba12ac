CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uq_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_0086 UNIQUE (a)
);

