CREATE TABLE t (
    id INTEGER, 
    PRIMARY KEY (id)
);

