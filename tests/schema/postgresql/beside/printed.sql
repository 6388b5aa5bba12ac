CREATE EXTENSION IF NOT EXISTS citext;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE span AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi);

CREATE TABLE docs (
    id integer,
    owner text NOT NULL,
    name citext,
    body text,
    during span,
    CONSTRAINT docs_pkey PRIMARY KEY (id),
    CONSTRAINT docs_during_excl EXCLUDE USING gist (during WITH &&)
);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
ALTER TABLE docs FORCE ROW LEVEL SECURITY;
ALTER TABLE docs REPLICA IDENTITY FULL;
ALTER TABLE docs ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE docs ALTER COLUMN body SET STATISTICS 500;
CREATE INDEX docs_body ON docs USING gin (body gin_trgm_ops);
CREATE STATISTICS docs_stats (dependencies) ON id, owner FROM docs;
COMMENT ON STATISTICS docs_stats IS 'together';
CREATE RULE keep AS
    ON DELETE TO docs DO INSTEAD NOTHING;
CREATE POLICY "No Writing" ON docs AS RESTRICTIVE WITH CHECK (false);
CREATE POLICY own ON docs FOR SELECT TO postgres USING ((owner = CURRENT_USER));
COMMENT ON POLICY own ON docs IS 'mine';

CREATE TABLE log (
    id integer,
    n integer,
    CONSTRAINT log_pkey PRIMARY KEY (id)
);
CREATE INDEX log_n ON log USING btree (n);
ALTER TABLE log CLUSTER ON log_n;
