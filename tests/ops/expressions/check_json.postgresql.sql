CREATE TABLE t (
    id SERIAL NOT NULL, 
    a INTEGER, 
    b VARCHAR(20), 
    c BOOLEAN, 
    d TIMESTAMP WITHOUT TIME ZONE, 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck CHECK (CAST((j ->> 'k') AS VARCHAR) = 'x')
);

