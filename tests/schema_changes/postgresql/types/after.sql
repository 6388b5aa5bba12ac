CREATE TYPE status AS ENUM ('new', 'sent', 'paid');
CREATE TYPE kind AS ENUM ('a', 'c');
CREATE TYPE size AS ENUM ('small', 'large');
CREATE TABLE t (id integer PRIMARY KEY, status status NOT NULL DEFAULT 'new', kinds kind[], size size DEFAULT 'small');
CREATE VIEW open AS SELECT id, kinds FROM t WHERE status = 'new';
