ALTER TYPE "public"."order_status" RENAME TO "order_status_old";

CREATE TYPE "public"."order_status" AS ENUM('active', 'passive', 'waiting');

CREATE FUNCTION "public".new_old_not_equals(
                new_enum_val "public"."order_status", old_enum_val "public"."order_status_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text != old_enum_val::text;
            $$ LANGUAGE SQL IMMUTABLE;

CREATE OPERATOR "public".!= (
            leftarg = "public"."order_status",
            rightarg = "public"."order_status_old",
            procedure = "public".new_old_not_equals
        );

CREATE FUNCTION "public".new_old_equals(
                new_enum_val "public"."order_status", old_enum_val "public"."order_status_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text = old_enum_val::text;
            $$ LANGUAGE SQL IMMUTABLE;

CREATE OPERATOR "public".= (
            leftarg = "public"."order_status",
            rightarg = "public"."order_status_old",
            procedure = "public".new_old_equals
        );

ALTER TABLE "public"."orders"
             ALTER COLUMN "status" DROP DEFAULT;

ALTER TABLE "public"."orders" 
                ALTER COLUMN "status" TYPE "public"."order_status" 
                USING "status"::text::"public"."order_status";

ALTER TABLE "public"."orders"
            ALTER COLUMN "status" SET DEFAULT 'active'::public.order_status;

ALTER TABLE "public"."history" 
                ALTER COLUMN "status" TYPE "public"."order_status" 
                USING "status"::text::"public"."order_status";

DROP OPERATOR IF EXISTS "public".!= (
                "public"."order_status",
                "public"."order_status_old"
            );

DROP FUNCTION "public".new_old_not_equals(
            new_enum_val "public"."order_status", old_enum_val "public"."order_status_old"
        );

DROP OPERATOR IF EXISTS "public".= (
                "public"."order_status",
                "public"."order_status_old"
            );

DROP FUNCTION "public".new_old_equals(
            new_enum_val "public"."order_status", old_enum_val "public"."order_status_old"
        );

DROP TYPE "public"."order_status_old";

