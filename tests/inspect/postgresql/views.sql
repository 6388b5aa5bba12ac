-- Views, materialized views with indexes, views over views.
CREATE SCHEMA reports;
CREATE TABLE people (id serial PRIMARY KEY, name varchar(50) NOT NULL, born date);
CREATE VIEW names AS SELECT id, upper(name) AS name FROM people WHERE born IS NOT NULL;
CREATE VIEW "Upper View" AS SELECT name AS "The Name" FROM names;
CREATE MATERIALIZED VIEW by_year AS SELECT date_part('year', born) AS year, count(*) AS number FROM people GROUP BY 1;
CREATE UNIQUE INDEX ix_by_year ON by_year (year);
CREATE VIEW reports.old AS SELECT * FROM people WHERE born < '1950-01-01' WITH CHECK OPTION;
CREATE MATERIALIZED VIEW reports.counts AS SELECT count(*) AS n FROM people WITH NO DATA;
CREATE RECURSIVE VIEW numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 5;
