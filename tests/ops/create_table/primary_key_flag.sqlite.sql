CREATE TABLE t (
    id INTEGER NOT NULL, 
    name TEXT, 
    PRIMARY KEY (id)
);

