-- Composite types, ranges of one's own, functions and triggers beside a table.
CREATE TYPE address AS (street text, zip varchar(10));
CREATE TYPE floatrange AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE people (id integer PRIMARY KEY, home address, others address[], span floatrange);
CREATE TRIGGER touched BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE typed OF address (PRIMARY KEY (zip));
