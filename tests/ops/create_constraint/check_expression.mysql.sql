ALTER TABLE t ADD CONSTRAINT ck CHECK (length(name) > 5);

