CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uq_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_0086 UNIQUE (a)
);

