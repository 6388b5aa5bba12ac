CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, kind text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX events_kind ON events (kind);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 PARTITION OF events (CONSTRAINT no_kind CHECK (kind IS NULL)) FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
    PARTITION BY HASH (id);
CREATE TABLE events_2026_0 PARTITION OF events_2026 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX rest_only ON events_rest (at);
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER noted AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION noted();
CREATE TABLE parent (id integer, name text DEFAULT 'p', CONSTRAINT named CHECK (name <> ''));
CREATE TABLE child (extra integer) INHERITS (parent);
ALTER TABLE child ALTER COLUMN name SET DEFAULT 'c';
CREATE UNLOGGED TABLE fast (id integer) WITH (fillfactor = 70, autovacuum_enabled = false);
CREATE TABLE empty ();
