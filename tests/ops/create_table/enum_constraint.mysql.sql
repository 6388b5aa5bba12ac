CREATE TABLE t (
    a ENUM('x','y'), 
    b VARCHAR(1), 
    CONSTRAINT kind2 CHECK (b IN ('x', 'y'))
);

