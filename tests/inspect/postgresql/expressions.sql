-- Indexes with expressions, alone and beside columns, with order and operator classes.
CREATE TABLE t (id integer PRIMARY KEY, a integer, b text, d jsonb, name text);
CREATE INDEX ix_lower ON t (lower(b));
CREATE UNIQUE INDEX ix_mixed ON t (a, lower(b), id DESC);
CREATE INDEX ix_sum ON t ((a + id));
CREATE INDEX ix_json ON t ((d ->> 'key'), (d -> 'x' ->> 'y'));
CREATE INDEX ix_order ON t (lower(b) DESC NULLS LAST, a);
CREATE INDEX ix_ops ON t (lower(b) text_pattern_ops);
CREATE INDEX ix_search ON t USING gin (to_tsvector('english', b));
CREATE INDEX ix_include ON t (upper(name)) INCLUDE (a) WHERE a IS NOT NULL;
CREATE INDEX ix_coalesce ON t (COALESCE(b, 'x:y'));
