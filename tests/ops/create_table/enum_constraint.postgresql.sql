CREATE TYPE kind AS ENUM ('x', 'y');

CREATE TABLE t (
    a kind, 
    b VARCHAR(1), 
    CONSTRAINT kind2 CHECK (b IN ('x', 'y'))
);

