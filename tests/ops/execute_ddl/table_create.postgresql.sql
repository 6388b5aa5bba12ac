CREATE TYPE own AS ENUM ('x');

CREATE TYPE inside AS ENUM ('z');

CREATE DOMAIN dom AS INTEGER;

CREATE TABLE t (
    a own, 
    b of_metadata, 
    c inside[], 
    d dom
);

DROP TABLE t;

DROP TYPE own;

DROP TYPE inside;

DROP DOMAIN dom;

