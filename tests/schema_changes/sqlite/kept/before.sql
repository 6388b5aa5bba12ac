-- What SQLite has and SQLAlchemy does not stays when the table is made anew.
CREATE TABLE t (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT COLLATE NOCASE, total REAL GENERATED ALWAYS AS (id * 2) STORED,
    kind TEXT DEFAULT ('a' || 'b') CHECK (kind IN ('ab', 'c')), ref INTEGER REFERENCES t (id) ON DELETE SET NULL
);
CREATE INDEX t_name ON t (name DESC);
CREATE TABLE strict (a INTEGER PRIMARY KEY, b TEXT) STRICT, WITHOUT ROWID;
