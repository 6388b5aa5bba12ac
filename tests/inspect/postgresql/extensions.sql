-- Types and operator classes of extensions.
CREATE EXTENSION IF NOT EXISTS hstore;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS ltree;
CREATE TABLE extended (id integer PRIMARY KEY, a hstore DEFAULT '', b citext NOT NULL UNIQUE, c citext[], d ltree, e hstore[]);
CREATE INDEX ix_trgm ON extended USING gin ((b::text) gin_trgm_ops);
CREATE INDEX ix_tree ON extended USING gist (d);
