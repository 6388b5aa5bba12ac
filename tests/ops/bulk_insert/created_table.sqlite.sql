CREATE TABLE account (
    id INTEGER NOT NULL, 
    name VARCHAR(20) NOT NULL, 
    active BOOLEAN, 
    PRIMARY KEY (id)
);

INSERT INTO account (id, name, active) VALUES (1, 'a', 1);

INSERT INTO account (name, active) VALUES ('b', 0);

