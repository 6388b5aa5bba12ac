-- databases: postgresql
-- before
CREATE TABLE t (id integer PRIMARY KEY, a text);
CREATE FUNCTION changed(x integer) RETURNS integer LANGUAGE sql AS $$ SELECT x + 1 $$;
CREATE FUNCTION retyped(x integer) RETURNS integer LANGUAGE sql AS $$ SELECT x $$;
CREATE FUNCTION gone() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN 'a:b';
END
$$;
CREATE PROCEDURE same(x integer) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
-- after
CREATE FUNCTION slug(x text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(x) $$;
CREATE TABLE t (id integer PRIMARY KEY, a text DEFAULT slug('X'));
CREATE FUNCTION changed(x integer) RETURNS integer LANGUAGE sql AS $$ SELECT x + 2 $$;
CREATE FUNCTION retyped(x integer) RETURNS bigint LANGUAGE sql AS $$ SELECT x::bigint $$;
CREATE FUNCTION rows() RETURNS SETOF t LANGUAGE sql AS $$ SELECT * FROM t $$;
CREATE PROCEDURE same(x integer) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
