CREATE TABLE t (
    a VARCHAR(6), 
    b VARCHAR(20)
);

