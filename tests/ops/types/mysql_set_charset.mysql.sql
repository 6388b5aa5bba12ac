CREATE TABLE t (
    c1 SET('a','it''s') CHARACTER SET latin1 COLLATE latin1_bin
);

