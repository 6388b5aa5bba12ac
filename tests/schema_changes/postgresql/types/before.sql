CREATE TYPE status AS ENUM ('new', 'paid');
CREATE TYPE kind AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id integer PRIMARY KEY, status status NOT NULL DEFAULT 'new', kinds kind[]);
CREATE VIEW open AS SELECT id, kinds FROM t WHERE status = 'new';
