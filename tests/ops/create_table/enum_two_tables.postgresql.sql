CREATE TYPE kind AS ENUM ('x', 'y');

CREATE TABLE t1 (
    a kind
);

CREATE TABLE t2 (
    a kind
);

