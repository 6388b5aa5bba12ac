CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    b VARCHAR(20), 
    c BOOLEAN, 
    d DATETIME, 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck CHECK (a = 1 OR a = 2 AND b = 'it''s 5%')
);

