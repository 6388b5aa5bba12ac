-- Inheritance, unlogged tables, storage parameters.
CREATE TABLE cities (name text NOT NULL, population integer CHECK (population > 0));
CREATE TABLE capitals (state char(2) UNIQUE) INHERITS (cities);
CREATE TABLE places (name text, height integer);
CREATE TABLE both_of (extra text) INHERITS (cities, places);
CREATE UNLOGGED TABLE fast (id integer PRIMARY KEY) WITH (fillfactor = 50);
CREATE TABLE tuned (id integer) WITH (autovacuum_enabled = false, fillfactor = 80);
