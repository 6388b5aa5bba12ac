CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(3), 
    PRIMARY KEY (id)
);

