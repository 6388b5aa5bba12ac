CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    b INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, CAST(t.a AS INTEGER) AS a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

