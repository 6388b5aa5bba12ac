CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    a INTEGER, 
    b VARCHAR(20), 
    c BOOL, 
    d DATETIME, 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck CHECK (length(b) <= 10)
);

