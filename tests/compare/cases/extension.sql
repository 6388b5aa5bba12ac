-- databases: postgresql
-- before
CREATE TABLE t (id integer PRIMARY KEY, a text);
-- after
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE t (id integer PRIMARY KEY, a text);
