-- limbec:upgrade
DROP VIEW twice;

DROP MATERIALIZED VIEW sums;

DROP VIEW named;

DROP VIEW gone;

ALTER TABLE t ALTER COLUMN name TYPE TEXT;

ALTER TABLE t ALTER COLUMN n TYPE BIGINT;

CREATE VIEW named AS
 SELECT t.id,
    t.name,
    t.n
   FROM t;

CREATE MATERIALIZED VIEW sums AS
 SELECT t.n,
    count(*) AS many,
    max(t.id) AS last
   FROM t
  GROUP BY t.n;

CREATE INDEX sums_last ON sums USING btree (last);

CREATE UNIQUE INDEX sums_n ON sums USING btree (n);

CREATE VIEW fresh AS
 SELECT x.many
   FROM ( SELECT count(*) AS many
           FROM t) x;

CREATE VIEW twice AS
 SELECT named.id,
    named.name
   FROM named
  WHERE (named.name <> ''::text);

-- limbec:downgrade
DROP VIEW twice;

DROP VIEW fresh;

DROP MATERIALIZED VIEW sums;

DROP VIEW named;

ALTER TABLE t ALTER COLUMN n TYPE INTEGER;

ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(10);

CREATE VIEW gone AS
 SELECT 1 AS one;

CREATE VIEW named AS
 SELECT t.id,
    t.name
   FROM t;

CREATE MATERIALIZED VIEW sums AS
 SELECT t.n,
    count(*) AS many
   FROM t
  GROUP BY t.n;

CREATE UNIQUE INDEX sums_n ON sums USING btree (n);

CREATE VIEW twice AS
 SELECT named.id,
    named.name
   FROM named
  WHERE ((named.name)::text <> ''::text);
