CREATE TABLE t (
    a VARCHAR(1), 
    b VARCHAR(1), 
    CONSTRAINT kind CHECK (a IN ('x', 'y')), 
    CONSTRAINT kind2 CHECK (b IN ('x', 'y'))
);

