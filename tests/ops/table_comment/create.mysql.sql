ALTER TABLE t COMMENT 'it''s 5%%';

