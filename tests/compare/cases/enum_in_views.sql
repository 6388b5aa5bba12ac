-- databases: postgresql
-- before
CREATE TYPE mood AS ENUM ('sad', 'fine', 'happy');
CREATE TABLE t (id integer PRIMARY KEY, mood mood DEFAULT 'fine', CONSTRAINT ck CHECK (mood <> 'sad'));
CREATE INDEX ix ON t (id) WHERE mood = 'fine';
CREATE VIEW v AS SELECT id, mood FROM t WHERE mood = 'fine';
CREATE VIEW w AS SELECT mood, count(*) AS number FROM v GROUP BY mood;
CREATE MATERIALIZED VIEW x AS SELECT mood FROM t;
CREATE UNIQUE INDEX ix_x ON x (mood);
-- after
CREATE TYPE mood AS ENUM ('fine', 'sad', 'happy');
CREATE TABLE t (id integer PRIMARY KEY, mood mood DEFAULT 'fine', CONSTRAINT ck CHECK (mood <> 'sad'));
CREATE INDEX ix ON t (id) WHERE mood = 'fine';
CREATE VIEW v AS SELECT id, mood FROM t WHERE mood = 'fine';
CREATE VIEW w AS SELECT mood, count(*) AS number FROM v GROUP BY mood;
CREATE MATERIALIZED VIEW x AS SELECT mood FROM t;
CREATE UNIQUE INDEX ix_x ON x (mood);
