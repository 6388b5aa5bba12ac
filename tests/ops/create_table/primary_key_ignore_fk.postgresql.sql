CREATE TABLE t (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(id) REFERENCES other (id)
);

