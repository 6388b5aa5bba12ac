CREATE TYPE kind AS ENUM ('x');

CREATE TABLE t (
    a kind
);

