CREATE TABLE t (
    id SERIAL NOT NULL, 
    name TEXT, 
    PRIMARY KEY (id)
);

