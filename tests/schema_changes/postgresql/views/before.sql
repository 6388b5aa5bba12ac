CREATE TABLE t (id integer PRIMARY KEY, name varchar(10), n integer);
CREATE VIEW named AS SELECT id, name FROM t;
CREATE VIEW twice AS SELECT id, name FROM named WHERE name <> '';
CREATE VIEW gone AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW sums AS SELECT n, count(*) AS many FROM t GROUP BY n;
CREATE UNIQUE INDEX sums_n ON sums (n);
