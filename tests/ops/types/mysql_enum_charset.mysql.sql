CREATE TABLE t (
    c1 ENUM('a','b') CHARACTER SET latin1
);

