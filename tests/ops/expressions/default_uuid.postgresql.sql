CREATE TABLE t (
    x UUID DEFAULT gen_random_uuid()
);

ALTER TABLE u ADD COLUMN x UUID DEFAULT gen_random_uuid();

