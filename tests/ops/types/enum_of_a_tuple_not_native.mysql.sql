CREATE TABLE t (
    id INTEGER NOT NULL, 
    kind VARCHAR(3)
);

