-- case: defaults as they are written
CREATE TABLE t (a INTEGER DEFAULT 5, b TEXT DEFAULT 'x', c TEXT DEFAULT "y", d TEXT DEFAULT CURRENT_TIMESTAMP, e INTEGER DEFAULT (1 + 2), f INTEGER DEFAULT -1, g REAL DEFAULT +1.5, h TEXT DEFAULT NULL, i BLOB DEFAULT x'00ff', j TEXT DEFAULT 'it''s', k BOOLEAN DEFAULT TRUE, l TEXT DEFAULT (datetime('now')), m TEXT DEFAULT '');
-- case: not null in several places
CREATE TABLE t (a INTEGER NOT NULL, b TEXT NULL, c TEXT NOT NULL DEFAULT 'x' COLLATE NOCASE, d INTEGER CONSTRAINT nn NOT NULL);
-- case: keyword and quoted names
CREATE TABLE "order" ("select" INTEGER, [group] TEXT, `from` TEXT, "with ""quote" TEXT, "dotted.name" TEXT, "ЁЖ" TEXT);
-- case: table name with a quote
CREATE TABLE "it's ""odd"" name" (id INTEGER PRIMARY KEY, v TEXT UNIQUE);
-- case: collations
CREATE TABLE t (a TEXT COLLATE NOCASE, b VARCHAR(10) COLLATE RTRIM NOT NULL);
-- case: generated columns
CREATE TABLE t (a INTEGER, b INTEGER GENERATED ALWAYS AS (a * 2) STORED, c INTEGER GENERATED ALWAYS AS (a + 1) VIRTUAL, d TEXT GENERATED ALWAYS AS ('x' || a));
-- case: generated columns in short form
CREATE TABLE t (a INTEGER, b INTEGER AS (a * 2), c AS (a) STORED);
-- case: generated column with commas and parentheses
CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER GENERATED ALWAYS AS (max(a, b) + (a * (b + 1))) STORED, d TEXT);
-- case: generated column in a strict table
CREATE TABLE t (a INTEGER, b INTEGER GENERATED ALWAYS AS (a * 2) STORED) STRICT;
-- case: columns that were added
CREATE TABLE t (id INTEGER PRIMARY KEY);
ALTER TABLE t ADD COLUMN b VARCHAR(5) DEFAULT 'x' NOT NULL;
ALTER TABLE t ADD COLUMN c INTEGER REFERENCES t (id);
-- case: columns that were renamed
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, CHECK (a <> ''));
ALTER TABLE t RENAME COLUMN a TO "b c";
-- case: comments in the text
CREATE TABLE t (
  id INTEGER PRIMARY KEY, -- the key, UNIQUE (id)
  /* CHECK (nothing) */
  name TEXT -- FOREIGN KEY(name) REFERENCES x (y)
);
-- case: a view
CREATE TABLE t (id INTEGER PRIMARY KEY, v VARCHAR(10) DEFAULT 'x');
CREATE VIEW v AS SELECT id, v AS w, id + 1 AS n FROM t;
-- case: a table without rows or columns of note, and a virtual one
CREATE TABLE one (x);
CREATE TABLE two AS SELECT 1 AS a, 'b' AS b, 2.5 AS c;
-- case: strict and without rowid
CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT) STRICT;
CREATE TABLE b (id TEXT PRIMARY KEY, v ANY) WITHOUT ROWID;
CREATE TABLE c (id TEXT PRIMARY KEY, v ANY) WITHOUT ROWID, STRICT;
CREATE TABLE d (id TEXT PRIMARY KEY, v ANY) strict , without   rowid;
