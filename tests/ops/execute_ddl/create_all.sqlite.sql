CREATE TABLE s.parent (
    id BIGINT NOT NULL, 
    colour VARCHAR(3), 
    PRIMARY KEY (id)
);

CREATE TABLE s.child (
    id INTEGER NOT NULL, 
    parent_id BIGINT, 
    kind VARCHAR(1), 
    PRIMARY KEY (id), 
    FOREIGN KEY(parent_id) REFERENCES parent (id)
);

DROP TABLE s.child;

DROP TABLE s.parent;

