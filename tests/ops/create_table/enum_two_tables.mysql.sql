CREATE TABLE t1 (
    a ENUM('x','y')
);

CREATE TABLE t2 (
    a ENUM('x','y')
);

