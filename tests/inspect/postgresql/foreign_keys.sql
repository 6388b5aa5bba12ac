-- Foreign keys with every action, match and timing, over several columns, to itself, in a circle, with comments.
CREATE TABLE parent (a integer, b integer, c text UNIQUE, PRIMARY KEY (a, b));
CREATE TABLE simple (id integer PRIMARY KEY, up integer REFERENCES simple);
CREATE TABLE child (
    id integer PRIMARY KEY, a integer, b integer, c text REFERENCES parent (c), s integer,
    CONSTRAINT fk_pair FOREIGN KEY (a, b) REFERENCES parent (a, b) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL,
    CONSTRAINT fk_late FOREIGN KEY (s) REFERENCES simple (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_soon FOREIGN KEY (s) REFERENCES simple (id) ON UPDATE SET DEFAULT ON DELETE RESTRICT DEFERRABLE,
    CONSTRAINT fk_some FOREIGN KEY (a, b) REFERENCES parent ON DELETE SET NULL (b),
    CONSTRAINT fk_default FOREIGN KEY (a, b) REFERENCES parent ON DELETE SET DEFAULT (a, b),
    CONSTRAINT fk_plain FOREIGN KEY (s) REFERENCES simple (id) ON UPDATE NO ACTION
);
COMMENT ON CONSTRAINT fk_late ON child IS 'checked at the end';
CREATE TABLE left_side (id integer PRIMARY KEY, other integer);
CREATE TABLE right_side (id integer PRIMARY KEY, other integer REFERENCES left_side);
ALTER TABLE left_side ADD CONSTRAINT fk_circle FOREIGN KEY (other) REFERENCES right_side;
ALTER TABLE child ADD CONSTRAINT fk_unchecked FOREIGN KEY (s) REFERENCES simple (id) NOT VALID;
