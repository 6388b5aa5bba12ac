CREATE TABLE t (
    a JSON, 
    id INTEGER NOT NULL, 
    c VARCHAR(5), 
    PRIMARY KEY (id)
);

