-- case: plain and unique
CREATE TABLE t (a INTEGER, b TEXT, c TEXT);
CREATE INDEX ix_b ON t (b);
CREATE UNIQUE INDEX ux_c ON t (c, a);
CREATE INDEX "Ix a" ON t (a);
-- case: partial
CREATE TABLE t (a INTEGER, b TEXT);
CREATE INDEX ix_p ON t (a) WHERE b IS NOT NULL;
CREATE UNIQUE INDEX ux_p ON t (b) where a > 5 AND (b <> ') where');
-- case: partial over lines
CREATE TABLE t (a INTEGER, b TEXT);
CREATE INDEX ix_p ON t (a)
  WHERE b IS NOT NULL
    AND a > 5;
-- case: expressions
CREATE TABLE t (a INTEGER, b TEXT);
CREATE INDEX ix_e ON t (lower(b));
CREATE INDEX ix_m ON t (a, lower(b));
CREATE INDEX ix_a ON t (a);
-- case: order and collation
CREATE TABLE t (a INTEGER, b TEXT);
CREATE INDEX ix_d ON t (a DESC, b COLLATE NOCASE ASC);
-- case: on the key
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX ix_id ON t (id);
-- case: automatic ones are not shown
CREATE TABLE t (id TEXT PRIMARY KEY, a TEXT UNIQUE);
CREATE INDEX a_first ON t (a);
-- case: order by name
CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER);
CREATE INDEX zeta ON t (a);
CREATE INDEX Alpha ON t (b);
CREATE INDEX beta ON t (c);
-- case: many tables
CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT UNIQUE);
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id));
CREATE INDEX ix_b ON b (a_id);
CREATE TABLE sqlitex (id INTEGER);
CREATE TABLE "A table" (id INTEGER PRIMARY KEY AUTOINCREMENT);
CREATE VIEW v1 AS SELECT * FROM a;
CREATE VIEW "v 2" AS SELECT 1 AS one;
-- case: an index with a where in a string
CREATE TABLE t (a TEXT);
CREATE INDEX i ON t (a) WHERE a <> 'x) where y';
