CREATE VIEW "public"."big_accounts" AS select * from accounts where size > 5;;

do $$
            begin
                CREATE OR REPLACE VIEW "public"."big_accounts" AS select * from accounts where size > 5;

            exception when others then
                DROP VIEW IF EXISTS "public"."big_accounts";

                CREATE VIEW "public"."big_accounts" AS select * from accounts where size > 5;
            end;
        $$ language 'plpgsql';

DROP VIEW "public"."big_accounts";

CREATE VIEW "public"."Names" AS select a, b from t where x = 1;;

do $$
            begin
                CREATE OR REPLACE VIEW "public"."Names" AS select a, b from t where x = 1;

            exception when others then
                DROP VIEW IF EXISTS "public"."Names";

                CREATE VIEW "public"."Names" AS select a, b from t where x = 1;
            end;
        $$ language 'plpgsql';

DROP VIEW "public"."Names";

CREATE MATERIALIZED VIEW "public"."sums" AS select sum(x) from t WITH NO DATA;;

DROP MATERIALIZED VIEW IF EXISTS "public"."sums";;

CREATE MATERIALIZED VIEW "public"."sums" AS select sum(x) from t WITH NO DATA;

DROP MATERIALIZED VIEW "public"."sums";

CREATE MATERIALIZED VIEW "s"."v" AS s WITH NO DATA;;

DROP MATERIALIZED VIEW IF EXISTS "s"."v";;

CREATE MATERIALIZED VIEW "s"."v" AS s WITH NO DATA;

DROP MATERIALIZED VIEW "s"."v";

