-- databases: postgresql
-- before
CREATE TABLE t (id integer PRIMARY KEY, a integer);
CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t WHERE a > 1;
CREATE UNIQUE INDEX ix_m ON m (id);
-- after
CREATE TABLE t (id integer PRIMARY KEY, a integer);
CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t WHERE a > 2;
CREATE UNIQUE INDEX ix_m ON m (id);
CREATE VIEW safe WITH (security_barrier=true) AS SELECT id FROM t;
