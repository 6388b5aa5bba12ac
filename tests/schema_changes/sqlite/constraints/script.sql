-- limbec:upgrade
CREATE TABLE _alembic_tmp_a (
    id INTEGER,
    code TEXT,
    PRIMARY KEY (id),
    CONSTRAINT a_code UNIQUE (code)
);

INSERT INTO _alembic_tmp_a (id, code) SELECT a.id, a.code
FROM a;

DROP TABLE a;

ALTER TABLE _alembic_tmp_a RENAME TO a;

CREATE UNIQUE INDEX b_lower ON a (lower(code)) WHERE code IS NOT NULL;

CREATE TABLE _alembic_tmp_b (
    id INTEGER,
    a_id INTEGER,
    n INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT b_a FOREIGN KEY(a_id) REFERENCES a (id) ON DELETE CASCADE,
    CONSTRAINT n_positive CHECK (n > 10)
);

INSERT INTO _alembic_tmp_b (id, a_id, n) SELECT b.id, b.a_id, b.n
FROM b;

DROP TABLE b;

ALTER TABLE _alembic_tmp_b RENAME TO b;

CREATE INDEX b_a_id ON b (a_id);

-- limbec:downgrade
CREATE TABLE _alembic_tmp_b (
    id INTEGER,
    a_id INTEGER,
    n INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT b_n UNIQUE (n),
    CONSTRAINT n_positive CHECK (n > 0)
);

INSERT INTO _alembic_tmp_b (id, a_id, n) SELECT b.id, b.a_id, b.n
FROM b;

DROP TABLE b;

ALTER TABLE _alembic_tmp_b RENAME TO b;

CREATE TABLE _alembic_tmp_a (
    id INTEGER,
    code TEXT,
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_a (id, code) SELECT a.id, a.code
FROM a;

DROP TABLE a;

ALTER TABLE _alembic_tmp_a RENAME TO a;
