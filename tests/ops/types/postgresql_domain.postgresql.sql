CREATE TABLE t (
    c1 s.zip
);

