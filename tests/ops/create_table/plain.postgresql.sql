CREATE TABLE t (
    id SERIAL NOT NULL, 
    name VARCHAR(50), 
    PRIMARY KEY (id)
);

