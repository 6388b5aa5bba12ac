CREATE TABLE account (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    name VARCHAR(20) NOT NULL, 
    active BOOL, 
    PRIMARY KEY (id)
);

INSERT INTO account (id, name, active) VALUES (1, 'a', true);

INSERT INTO account (name, active) VALUES ('b', false);

