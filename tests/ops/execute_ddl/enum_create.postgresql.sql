SELECT 1;

CREATE TYPE generic AS ENUM ('a');

DROP TYPE generic;

CREATE TYPE kind AS ENUM ('a', 'b');

DROP TYPE kind;

