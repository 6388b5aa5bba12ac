CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    b VARCHAR(20), 
    c BOOLEAN, 
    d DATETIME, 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck CHECK (d > '2020-01-02 00:00:00.000000')
);

