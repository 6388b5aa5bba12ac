CREATE TABLE t (
    x VARCHAR(20) DEFAULT concat('a', 'b')
);

ALTER TABLE u ADD COLUMN x VARCHAR(20) DEFAULT concat('a', 'b');

