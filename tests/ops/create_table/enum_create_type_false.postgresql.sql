CREATE TABLE t (
    a kind
);

