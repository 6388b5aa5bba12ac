CREATE TABLE t (
    id SERIAL NOT NULL, 
    name VARCHAR(9), 
    PRIMARY KEY (id)
);

INSERT INTO t (id, name) VALUES (1, 'a');

INSERT INTO t (id, name) VALUES (2, 'b');

