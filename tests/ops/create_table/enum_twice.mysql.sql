CREATE TABLE t (
    a ENUM('x','y'), 
    b ENUM('x','y')
);

