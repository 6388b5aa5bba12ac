CREATE TABLE t (
    x INTEGER DEFAULT date_part('epoch', now()) * 1000
);

ALTER TABLE u ADD COLUMN x INTEGER DEFAULT date_part('epoch', now()) * 1000;

