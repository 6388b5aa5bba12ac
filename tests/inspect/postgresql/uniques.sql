-- Unique constraints with INCLUDE, NULLS NOT DISTINCT, comments; unique indexes beside them.
CREATE TABLE uniques (
    a integer UNIQUE, b integer, c integer, d text,
    CONSTRAINT uq_pair UNIQUE (c, b), CONSTRAINT uq_include UNIQUE (b) INCLUDE (c, d), UNIQUE NULLS NOT DISTINCT (d),
    CONSTRAINT uq_late UNIQUE (a, d) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON CONSTRAINT uq_pair ON uniques IS 'one pair';
CREATE UNIQUE INDEX ix_only ON uniques (a, b);
CREATE UNIQUE INDEX ix_nulls ON uniques (b) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX ix_becomes ON uniques (c);
ALTER TABLE uniques ADD CONSTRAINT uq_became UNIQUE USING INDEX ix_becomes;
