ALTER TYPE "shop"."state" RENAME TO "state_old";

CREATE TYPE "shop"."state" AS ENUM('new', 'done');

CREATE FUNCTION "shop".new_old_not_equals(
                new_enum_val "shop"."state", old_enum_val "shop"."state_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text != CASE
                    WHEN old_enum_val::text = 'open' THEN 'new' WHEN old_enum_val::text = 'closed' THEN 'done'

                    ELSE old_enum_val::text
                END;
            $$ LANGUAGE SQL IMMUTABLE;

CREATE OPERATOR "shop".!= (
            leftarg = "shop"."state",
            rightarg = "shop"."state_old",
            procedure = "shop".new_old_not_equals
        );

CREATE FUNCTION "shop".new_old_equals(
                new_enum_val "shop"."state", old_enum_val "shop"."state_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text = CASE
                    WHEN old_enum_val::text = 'open' THEN 'new' WHEN old_enum_val::text = 'closed' THEN 'done'

                    ELSE old_enum_val::text
                END;
            $$ LANGUAGE SQL IMMUTABLE;

CREATE OPERATOR "shop".= (
            leftarg = "shop"."state",
            rightarg = "shop"."state_old",
            procedure = "shop".new_old_equals
        );

DROP INDEX IF EXISTS "shop"."ix_open";

DROP INDEX IF EXISTS "ix_closed";

ALTER TABLE "shop"."orders"
             ALTER COLUMN "state" DROP DEFAULT;

ALTER TABLE "shop"."orders" 
                ALTER COLUMN "state" TYPE "shop"."state" 
                USING CASE 
                WHEN "state"::text = 'open' THEN 'new'::"shop"."state" WHEN "state"::text = 'closed' THEN 'done'::"shop"."state"

                ELSE "state"::text::"shop"."state"
                END;

ALTER TABLE "shop"."orders"
            ALTER COLUMN "state" SET DEFAULT 'new'::shop.state;

ALTER TABLE "shop"."tags"
             ALTER COLUMN "states" DROP DEFAULT;

ALTER TABLE "shop"."tags" 
            ALTER COLUMN "states" TYPE "shop"."state"[]
            USING array_replace(array_replace("states"::text[], 'open', 'new'), 'closed', 'done')::"shop"."state"[];

ALTER TABLE "shop"."tags"
            ALTER COLUMN "states" SET DEFAULT ARRAY['new'::shop.state];

ALTER TABLE "shop"."more"
             ALTER COLUMN "states" DROP DEFAULT;

ALTER TABLE "shop"."more" 
            ALTER COLUMN "states" TYPE "shop"."state"[]
            USING array_replace(array_replace("states"::text[], 'open', 'new'), 'closed', 'done')::"shop"."state"[];

ALTER TABLE "shop"."more"
            ALTER COLUMN "states" SET DEFAULT '{open}'::shop.state[];

DROP OPERATOR IF EXISTS "shop".!= (
                "shop"."state",
                "shop"."state_old"
            );

DROP FUNCTION "shop".new_old_not_equals(
            new_enum_val "shop"."state", old_enum_val "shop"."state_old"
        );

DROP OPERATOR IF EXISTS "shop".= (
                "shop"."state",
                "shop"."state_old"
            );

DROP FUNCTION "shop".new_old_equals(
            new_enum_val "shop"."state", old_enum_val "shop"."state_old"
        );

DROP TYPE "shop"."state_old";

CREATE INDEX ix_open ON shop.orders (id) WHERE state = 'new'::state;

CREATE INDEX ix_closed ON orders (id) WHERE state = 'done'::shop.state;

