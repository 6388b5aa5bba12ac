CREATE TABLE t (
    a VARCHAR(20), 
    b UUID
);

