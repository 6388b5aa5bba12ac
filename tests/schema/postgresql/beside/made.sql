-- left out: the schema other: --all-schemas prints all
-- left out: the aggregate total(integer)
-- left out: the collation german
CREATE EXTENSION pg_trgm;
CREATE EXTENSION citext;
CREATE SCHEMA other;
CREATE TABLE other.t (a integer);
CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi);
CREATE TABLE docs (id integer PRIMARY KEY, owner text NOT NULL, name citext, body text, during span, EXCLUDE USING gist (during WITH &&));
CREATE INDEX docs_body ON docs USING gin (body gin_trgm_ops);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
ALTER TABLE docs FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON docs FOR SELECT TO postgres USING (owner = current_user);
CREATE POLICY "No Writing" ON docs AS RESTRICTIVE WITH CHECK (false);
CREATE RULE keep AS ON DELETE TO docs DO INSTEAD NOTHING;
CREATE STATISTICS docs_stats (dependencies) ON owner, id FROM docs;
ALTER TABLE docs ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE docs ALTER COLUMN body SET STATISTICS 500;
ALTER TABLE docs REPLICA IDENTITY FULL;
CREATE TABLE log (id integer PRIMARY KEY, n integer);
CREATE INDEX log_n ON log (n);
ALTER TABLE log CLUSTER ON log_n;
COMMENT ON POLICY own ON docs IS 'mine';
COMMENT ON STATISTICS docs_stats IS 'together';
CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer);
CREATE COLLATION german FROM "C";
