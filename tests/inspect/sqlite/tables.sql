-- Tables, keys, indexes, views, generated columns.
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL DEFAULT 'x', age NUMERIC(5, 2), CONSTRAINT uq_name UNIQUE (name), CONSTRAINT ck_age CHECK (age > 0));
CREATE TABLE posts (id INTEGER NOT NULL, part INTEGER NOT NULL, author INTEGER REFERENCES users (id) ON DELETE CASCADE, body TEXT, twice INTEGER GENERATED ALWAYS AS (id * 2) STORED, CONSTRAINT pk_posts PRIMARY KEY (part, id));
CREATE INDEX ix_posts_author ON posts (author);
CREATE UNIQUE INDEX ix_posts_body ON posts (body) WHERE body IS NOT NULL;
CREATE INDEX ix_lower ON posts (lower(body));
CREATE VIEW names AS SELECT name FROM users;
CREATE TABLE strict_one (a INTEGER, b ANY) STRICT;
CREATE TABLE "Mixed Case" ("The Id" INTEGER PRIMARY KEY, "select" TEXT);
