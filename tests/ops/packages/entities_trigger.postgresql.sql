CREATE TRIGGER "lower_account_trig" BEFORE INSERT ON public.account FOR EACH ROW EXECUTE PROCEDURE public.downcase_email();

DROP TRIGGER IF EXISTS "lower_account_trig" ON public.account;;

CREATE TRIGGER "lower_account_trig" BEFORE INSERT ON public.account FOR EACH ROW EXECUTE PROCEDURE public.downcase_email();

DROP TRIGGER "lower_account_trig" ON public.account;

CREATE CONSTRAINT TRIGGER "lower_c" AFTER INSERT OR UPDATE ON public.account DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();

DROP TRIGGER IF EXISTS "lower_c" ON public.account;;

CREATE CONSTRAINT TRIGGER "lower_c" AFTER INSERT OR UPDATE ON public.account DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();

DROP TRIGGER "lower_c" ON public.account;

CREATE POLICY allow_read on public.account AS PERMISSIVE FOR SELECT TO anon USING (id = 1);

DROP POLICY IF EXISTS allow_read on public.account;;

CREATE POLICY allow_read on public.account AS PERMISSIVE FOR SELECT TO anon USING (id = 1);;

DROP POLICY allow_read on public.account;

CREATE POLICY p on s.t as permissive for all to public using (true);

DROP POLICY IF EXISTS p on s.t;;

CREATE POLICY p on s.t as permissive for all to public using (true);;

DROP POLICY p on s.t;

GRANT SELECT ( a, b ) ON "public"."account" TO "reader"  WITH GRANT OPTION;

REVOKE SELECT ON "public"."account" FROM "reader";

GRANT SELECT ( a, b ) ON "public"."account" TO "reader"  WITH GRANT OPTION;

REVOKE SELECT ON "public"."account" FROM "reader";

GRANT DELETE  ON "public"."account" TO "reader";

REVOKE DELETE ON "public"."account" FROM "reader";

GRANT DELETE  ON "public"."account" TO "reader";

REVOKE DELETE ON "public"."account" FROM "reader";

CREATE EXTENSION "uuid-ossp" WITH SCHEMA "public";;

DROP EXTENSION "uuid-ossp" CASCADE;

