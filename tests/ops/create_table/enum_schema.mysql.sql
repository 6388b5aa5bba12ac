CREATE TABLE s.t (
    a ENUM('x'), 
    b ENUM('x')
);

