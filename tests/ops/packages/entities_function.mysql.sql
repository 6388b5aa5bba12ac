CREATE FUNCTION "public"."to_upper"(some_text text, n integer default 5) returns text as
    $$
        select upper(some_text) || n::text
    $$ language SQL;

CREATE OR REPLACE FUNCTION "public"."to_upper"(some_text text, n integer default 5) returns text as
    $$
        select upper(some_text) || n::text
    $$ language SQL;

DROP FUNCTION "public"."to_upper"(some_text text, n integer);

DROP FUNCTION "public"."to_upper"(some_text text, n integer) cascade;

CREATE FUNCTION "audit"."note"() returns trigger LANGUAGE plpgsql AS $$
declare x integer := 1;
begin
    NEW.at := now();
    return NEW;
end $$;

CREATE OR REPLACE FUNCTION "audit"."note"() returns trigger LANGUAGE plpgsql AS $$
declare x integer := 1;
begin
    NEW.at := now();
    return NEW;
end $$;

DROP FUNCTION "audit"."note"();

DROP FUNCTION "audit"."note"() cascade;

CREATE FUNCTION "s"."f"() returns int as $$ select ':x'::text::int $$ language sql;

CREATE OR REPLACE FUNCTION "s"."f"() returns int as $$ select ':x'::text::int $$ language sql;

DROP FUNCTION "s"."f"();

DROP FUNCTION "s"."f"() cascade;

-- PGFunction: public.to_upper(some_text text, n integer default 5) public_to_upper;

