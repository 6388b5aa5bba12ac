CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(1), 
    PRIMARY KEY (id)
);

