-- Arrays of all kinds of items.
CREATE TYPE colour AS ENUM ('red', 'green');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TABLE arrays (
    a integer[], b text[][], c varchar(20)[], d numeric(8, 2)[3], e timestamptz(2)[], f colour[], g positive[], h uuid[] NOT NULL,
    i jsonb[] DEFAULT ARRAY[]::jsonb[], j int4range[], k bit(3)[], l text[] DEFAULT '{a,b}'
);
CREATE INDEX ix_arrays_b ON arrays USING gin (b);
