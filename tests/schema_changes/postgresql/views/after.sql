CREATE TABLE t (id integer PRIMARY KEY, name text, n bigint);
CREATE VIEW named AS SELECT id, name, n FROM t;
CREATE VIEW twice AS SELECT id, name FROM named WHERE name <> '';
CREATE VIEW fresh AS SELECT many FROM (SELECT count(*) AS many FROM t) x;
CREATE MATERIALIZED VIEW sums AS SELECT n, count(*) AS many, max(id) AS last FROM t GROUP BY n;
CREATE UNIQUE INDEX sums_n ON sums (n);
CREATE INDEX sums_last ON sums (last);
