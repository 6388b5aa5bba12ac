CREATE TYPE s.kind AS ENUM ('a', 'b');

CREATE TYPE colour AS ENUM ('red');

CREATE TABLE s.parent (
    id BIGSERIAL NOT NULL, 
    colour colour, 
    PRIMARY KEY (id)
);

CREATE TABLE s.child (
    id SERIAL NOT NULL, 
    parent_id BIGINT, 
    kind s.kind, 
    PRIMARY KEY (id), 
    FOREIGN KEY(parent_id) REFERENCES s.parent (id)
);

DROP TABLE s.child;

DROP TABLE s.parent;

DROP TYPE s.kind;

DROP TYPE colour;

