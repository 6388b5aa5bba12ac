CREATE TYPE types.k1 AS ENUM ('x');

CREATE TYPE s.k2 AS ENUM ('x');

CREATE TABLE s.t (
    a types.k1, 
    b s.k2
);

