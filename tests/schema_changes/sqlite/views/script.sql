-- limbec:upgrade
DROP VIEW twice;

DROP TRIGGER old;

DROP TRIGGER noted;

DROP VIEW named;

DROP VIEW gone;

ALTER TABLE log ADD COLUMN at TEXT;

CREATE TABLE _alembic_tmp_t (
    id INTEGER,
    name TEXT DEFAULT '' NOT NULL,
    n INTEGER,
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, name, n) SELECT t.id, t.name, t.n
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE VIEW named AS SELECT id, name, n FROM t;

CREATE VIEW fresh AS SELECT what FROM log;

CREATE VIEW twice AS SELECT id, name FROM named WHERE name <> '';

CREATE TRIGGER noted AFTER INSERT ON t BEGIN INSERT INTO log (what) VALUES ('t;' || new.id); SELECT 2; END;

CREATE TRIGGER instead INSTEAD OF INSERT ON named BEGIN INSERT INTO t (name) VALUES (new.name); END;

-- limbec:downgrade
DROP TRIGGER "instead";

DROP TRIGGER noted;

DROP VIEW twice;

DROP VIEW fresh;

DROP VIEW named;

CREATE TABLE _alembic_tmp_t (
    id INTEGER,
    name TEXT,
    n INTEGER,
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, name, n) SELECT t.id, t.name, t.n
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_log (
    what TEXT
);

INSERT INTO _alembic_tmp_log (what) SELECT log.what
FROM log;

DROP TABLE log;

ALTER TABLE _alembic_tmp_log RENAME TO log;

CREATE VIEW gone AS SELECT 1 AS one;

CREATE VIEW named AS SELECT id, name FROM t;

CREATE TRIGGER noted AFTER INSERT ON t BEGIN INSERT INTO log VALUES ('t;' || new.id); END;

CREATE TRIGGER old AFTER DELETE ON t BEGIN SELECT 1; END;

CREATE VIEW twice AS SELECT id, name FROM named WHERE name <> '';
