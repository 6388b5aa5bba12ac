-- limbec:upgrade
DROP TRIGGER touch ON t;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE SEQUENCE codes;

CREATE OR REPLACE FUNCTION next_code()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'c' || nextval('codes') $function$;

ALTER SEQUENCE numbers AS bigint INCREMENT BY 10 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

ALTER TABLE t ALTER COLUMN code SET DEFAULT next_code();

CREATE INDEX t_code ON t USING gin (code gin_trgm_ops);

CREATE OR REPLACE PROCEDURE clean()
 LANGUAGE sql
AS $procedure$DELETE FROM t$procedure$;

CREATE OR REPLACE FUNCTION touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.changed := now() + interval '1 s'; RETURN NEW; END $function$;

DROP FUNCTION twice(n integer);

CREATE OR REPLACE FUNCTION twice(n integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT n * 2::bigint$function$;

CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();

CREATE TRIGGER again AFTER DELETE ON t FOR EACH ROW EXECUTE FUNCTION touch();

DROP FUNCTION old();

-- limbec:downgrade
CREATE OR REPLACE FUNCTION old()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

DROP TRIGGER again ON t;

DROP TRIGGER touch ON t;

DROP FUNCTION twice(n integer);

CREATE OR REPLACE FUNCTION twice(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT n * 2$function$;

CREATE OR REPLACE FUNCTION touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.changed := now(); RETURN NEW; END $function$;

DROP PROCEDURE clean();

DROP INDEX t_code;

ALTER TABLE t ALTER COLUMN code DROP DEFAULT;

ALTER SEQUENCE numbers AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

DROP FUNCTION next_code();

DROP SEQUENCE codes;

DROP EXTENSION pg_trgm;

CREATE TRIGGER touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
