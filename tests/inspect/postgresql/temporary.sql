-- Temporary tables and views, one of which hides a lasting table.
-- on the connection: CREATE TEMPORARY TABLE scratch (id serial PRIMARY KEY, note varchar(9) UNIQUE)
-- on the connection: CREATE TEMPORARY TABLE hidden (x integer REFERENCES scratch)
-- on the connection: CREATE TEMPORARY VIEW glance AS SELECT note FROM scratch
-- on the connection: CREATE TEMPORARY SEQUENCE steps
CREATE TABLE hidden (id integer PRIMARY KEY, a text);
CREATE TABLE lasting (id integer PRIMARY KEY);
