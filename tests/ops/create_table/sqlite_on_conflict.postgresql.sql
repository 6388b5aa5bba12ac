CREATE TABLE t (
    id SERIAL NOT NULL, 
    a INTEGER NOT NULL, 
    b INTEGER, 
    PRIMARY KEY (id), 
    UNIQUE (a, b), 
    CHECK (a > 1), 
    UNIQUE (b)
);

