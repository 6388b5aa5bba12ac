CREATE TABLE t (
    id INTEGER NOT NULL, 
    name VARCHAR(50), 
    PRIMARY KEY (id)
);

