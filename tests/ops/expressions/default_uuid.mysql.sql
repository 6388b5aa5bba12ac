CREATE TABLE t (
    x CHAR(32) DEFAULT gen_random_uuid()
);

ALTER TABLE u ADD COLUMN x CHAR(32) DEFAULT gen_random_uuid();

