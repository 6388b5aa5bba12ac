CREATE TABLE t (
    id SERIAL, 
    PRIMARY KEY (id)
);

