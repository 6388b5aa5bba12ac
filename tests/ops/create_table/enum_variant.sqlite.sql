CREATE TABLE t (
    a VARCHAR(9)
);

