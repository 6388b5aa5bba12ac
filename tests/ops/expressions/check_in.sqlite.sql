CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    b VARCHAR(20), 
    c BOOLEAN, 
    d DATETIME, 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck CHECK (b IN ('x', 'y'))
);

