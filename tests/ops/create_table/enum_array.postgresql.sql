CREATE TYPE kind AS ENUM ('x', 'y');

CREATE TABLE t (
    a kind[]
);

