CREATE TYPE colour AS ENUM ('RED', 'GREEN');

CREATE TYPE shade AS ENUM ('red', 'green');

CREATE TABLE t (
    a colour, 
    b shade
);

