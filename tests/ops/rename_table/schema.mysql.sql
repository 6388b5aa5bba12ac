ALTER TABLE s.`Old` RENAME TO s.`New`;

