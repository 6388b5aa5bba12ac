CREATE OR REPLACE FUNCTION touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    -- the time; of the change
    NEW.changed := now();
    RETURN NEW;
END
$function$;

CREATE OR REPLACE FUNCTION add(a integer, b integer DEFAULT 1, OUT sum integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$SELECT a + b$function$;
COMMENT ON FUNCTION add(a integer, b integer, OUT sum integer) IS 'adds';

CREATE OR REPLACE PROCEDURE clean(INOUT counted integer)
 LANGUAGE plpgsql
AS $procedure$ BEGIN DELETE FROM t; END $procedure$;
COMMENT ON PROCEDURE clean(INOUT counted integer) IS 'cleans';

CREATE TABLE t (
    id integer,
    changed timestamp without time zone,
    n integer,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);

CREATE VIEW v AS
 SELECT t.id,
    add(t.n) AS more
   FROM t;
COMMENT ON COLUMN v.more IS 'one more';

CREATE OR REPLACE FUNCTION add(a text)
 RETURNS text
 LANGUAGE sql
BEGIN ATOMIC
 SELECT (a || 'x'::text);
 SELECT (t.n)::text AS n
    FROM t;
END;

CREATE CONSTRAINT TRIGGER later AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();

CREATE TRIGGER sleeping AFTER INSERT ON t FOR EACH STATEMENT EXECUTE FUNCTION touch();
ALTER TABLE t DISABLE TRIGGER sleeping;

CREATE TRIGGER touch BEFORE UPDATE OF n ON t FOR EACH ROW WHEN (old.n IS DISTINCT FROM new.n) EXECUTE FUNCTION touch();
COMMENT ON TRIGGER touch ON t IS 'stamps';

CREATE TRIGGER instead INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION touch();
