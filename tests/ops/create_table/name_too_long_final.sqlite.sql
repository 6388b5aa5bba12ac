CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uq_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx UNIQUE (a)
);

