-- limbec:upgrade
CREATE TABLE new (
    id INTEGER PRIMARY KEY,
    at DATETIME DEFAULT CURRENT_TIMESTAMP
);

DROP TABLE old;

CREATE TABLE _alembic_tmp_users (
    id INTEGER,
    email VARCHAR(80),
    name TEXT DEFAULT 'x' NOT NULL,
    age BIGINT DEFAULT 2,
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_users (id, name, age) SELECT users.id, users.name, users.age
FROM users;

DROP TABLE users;

ALTER TABLE _alembic_tmp_users RENAME TO users;

-- limbec:downgrade
CREATE TABLE _alembic_tmp_users (
    id INTEGER,
    name TEXT,
    age INTEGER DEFAULT 1 NOT NULL,
    gone TEXT,
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_users (id, name, age) SELECT users.id, users.name, users.age
FROM users;

DROP TABLE users;

ALTER TABLE _alembic_tmp_users RENAME TO users;

CREATE TABLE old (
    id INTEGER PRIMARY KEY
);

DROP TABLE new;
