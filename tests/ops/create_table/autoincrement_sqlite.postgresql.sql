CREATE TABLE t (
    id SERIAL NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id)
);

