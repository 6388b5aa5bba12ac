ALTER TABLE s.t COMMENT 'of the table';

ALTER TABLE s.t COMMENT '';

