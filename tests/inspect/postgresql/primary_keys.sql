-- Primary keys: none, one column, several in another order, with INCLUDE, with a comment, deferrable.
CREATE TABLE no_key (a integer);
CREATE TABLE no_columns ();
CREATE TABLE one (id integer PRIMARY KEY);
CREATE TABLE several (a integer, b integer, c integer, CONSTRAINT pk_several PRIMARY KEY (c, a));
CREATE TABLE including (a integer, b text, c text, CONSTRAINT pk_including PRIMARY KEY (a) INCLUDE (b, c));
COMMENT ON CONSTRAINT pk_several ON several IS 'the key''s comment';
CREATE TABLE late (id integer, CONSTRAINT pk_late PRIMARY KEY (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE dropped (a integer, gone integer, b integer PRIMARY KEY);
ALTER TABLE dropped DROP COLUMN gone;
ALTER TABLE dropped ADD COLUMN c text NOT NULL;
