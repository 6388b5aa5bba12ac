CREATE TABLE t (
    a VARCHAR(1), 
    b VARCHAR(1)
);

