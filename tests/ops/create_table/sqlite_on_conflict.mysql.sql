CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    a INTEGER NOT NULL, 
    b INTEGER, 
    PRIMARY KEY (id), 
    UNIQUE (a, b), 
    CHECK (a > 1), 
    UNIQUE (b)
);

