CREATE TABLE t (
    a VARCHAR(1)
);

