CREATE TABLE t (
    a VARCHAR(5), 
    b VARCHAR(5)
);

