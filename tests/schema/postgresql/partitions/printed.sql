CREATE TABLE empty ();

CREATE TABLE events (
    id bigint,
    at date,
    kind text,
    CONSTRAINT events_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX events_kind ON events USING btree (kind);

CREATE UNLOGGED TABLE fast (
    id integer
) WITH (fillfactor=70, autovacuum_enabled=false);

CREATE TABLE parent (
    id integer,
    name text DEFAULT 'p'::text,
    CONSTRAINT named CHECK (name <> ''::text)
);

CREATE TABLE child (
    extra integer
) INHERITS (parent);
ALTER TABLE child ALTER COLUMN name SET DEFAULT 'c'::text;

CREATE OR REPLACE FUNCTION noted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

CREATE TRIGGER noted AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION noted();

CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

CREATE TABLE events_2026 PARTITION OF events (
    CONSTRAINT no_kind CHECK (kind IS NULL)
) FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY HASH (id);

CREATE TABLE events_2026_0 PARTITION OF events_2026 FOR VALUES WITH (modulus 2, remainder 0);

CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX rest_only ON events_rest USING btree (at);
