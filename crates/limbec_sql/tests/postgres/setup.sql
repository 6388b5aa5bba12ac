CREATE TYPE mood AS ENUM ('sad', 'ok')
CREATE EXTENSION citext
CREATE DOMAIN posint AS int CONSTRAINT positive CHECK (value > 0)
CREATE TYPE pair AS (a int, b text)
CREATE FUNCTION void_f() RETURNS void LANGUAGE sql AS ''
CREATE FUNCTION fails() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT missing FROM pg_class); END $$
CREATE TABLE parent (id int PRIMARY KEY, name text NOT NULL, mood mood, CONSTRAINT short CHECK (length(name) < 5))
CREATE TABLE child (id int PRIMARY KEY, parent_id int REFERENCES parent (id), CONSTRAINT one UNIQUE (parent_id))
INSERT INTO parent VALUES (1, 'a', 'ok')
INSERT INTO child VALUES (1, 1)
CREATE VIEW looks AS SELECT id FROM parent
CREATE TABLE excluded (r int4range, EXCLUDE USING gist (r WITH &&))
INSERT INTO excluded VALUES ('[1,5)')
CREATE ROLE nobody_at_all
SET TimeZone TO 'Europe/Berlin'
