CREATE TABLE t (
    x JSON DEFAULT '{}'::jsonb
);

ALTER TABLE u ADD COLUMN x JSON DEFAULT '{}'::jsonb;

