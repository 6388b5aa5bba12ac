-- limbec:upgrade
CREATE TABLE _alembic_tmp_strict (
    a INTEGER NOT NULL,
    b TEXT NOT NULL,
    PRIMARY KEY (a)
)
 WITHOUT ROWID,
 STRICT;

INSERT INTO _alembic_tmp_strict (a, b) SELECT strict.a, strict.b
FROM strict;

DROP TABLE strict;

ALTER TABLE _alembic_tmp_strict RENAME TO strict;

CREATE TABLE _alembic_tmp_t (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT COLLATE "NOCASE" NOT NULL,
    total REAL GENERATED ALWAYS AS (id * 2) STORED,
    kind TEXT DEFAULT ('a' || 'b'),
    ref INTEGER,
    FOREIGN KEY(ref) REFERENCES t (id) ON DELETE SET NULL,
    CHECK (kind IN ('ab', 'c'))
);

INSERT INTO _alembic_tmp_t (id, name, kind, ref) SELECT t.id, t.name, t.kind, t.ref
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX t_name ON t (name DESC);

-- limbec:downgrade
CREATE TABLE _alembic_tmp_t (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT COLLATE "NOCASE",
    total REAL GENERATED ALWAYS AS (id * 2) STORED,
    kind TEXT DEFAULT ('a' || 'b'),
    ref INTEGER,
    FOREIGN KEY(ref) REFERENCES t (id) ON DELETE SET NULL,
    CHECK (kind IN ('ab', 'c'))
);

INSERT INTO _alembic_tmp_t (id, name, kind, ref) SELECT t.id, t.name, t.kind, t.ref
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX t_name ON t (name DESC);

CREATE TABLE _alembic_tmp_strict (
    a INTEGER NOT NULL,
    b TEXT,
    PRIMARY KEY (a)
)
 WITHOUT ROWID,
 STRICT;

INSERT INTO _alembic_tmp_strict (a, b) SELECT strict.a, strict.b
FROM strict;

DROP TABLE strict;

ALTER TABLE _alembic_tmp_strict RENAME TO strict;
