CREATE TABLE s.parent (
    id BIGINT NOT NULL AUTO_INCREMENT, 
    colour ENUM('red'), 
    PRIMARY KEY (id)
);

CREATE TABLE s.child (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    parent_id BIGINT, 
    kind ENUM('a','b'), 
    PRIMARY KEY (id), 
    FOREIGN KEY(parent_id) REFERENCES s.parent (id)
);

DROP TABLE s.child;

DROP TABLE s.parent;

