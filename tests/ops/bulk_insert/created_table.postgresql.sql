CREATE TABLE account (
    id SERIAL NOT NULL, 
    name VARCHAR(20) NOT NULL, 
    active BOOLEAN, 
    PRIMARY KEY (id)
);

INSERT INTO account (id, name, active) VALUES (1, 'a', true);

INSERT INTO account (name, active) VALUES ('b', false);

