CREATE TYPE kind AS ENUM ('x', 'y');

CREATE TYPE size AS ENUM ('small', 'enormous');

CREATE TABLE t (
    a kind, 
    b size DEFAULT 'small' NOT NULL
);

