-- Temporary tables and views, beside lasting ones and attached databases.
-- on the connection: CREATE TEMPORARY TABLE scratch (id INTEGER PRIMARY KEY, note VARCHAR(9) UNIQUE)
-- on the connection: CREATE INDEX temp.ix_scratch ON scratch (note)
-- on the connection: CREATE TEMPORARY VIEW glance AS SELECT note FROM scratch
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
CREATE TABLE lasting (id INTEGER PRIMARY KEY, other INTEGER REFERENCES missing_one (id));
