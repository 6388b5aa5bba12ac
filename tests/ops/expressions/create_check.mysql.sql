ALTER TABLE t ADD CONSTRAINT ck CHECK (char_length(name) > 5);

