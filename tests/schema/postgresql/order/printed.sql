CREATE TABLE z (
    code text
);
CREATE UNIQUE INDEX z_code ON z USING btree (code);

CREATE TABLE y (
    code text,
    CONSTRAINT y_code_fkey FOREIGN KEY (code) REFERENCES z(code)
);
ALTER TABLE y ADD CONSTRAINT late CHECK (code <> ''::text) NOT VALID;

CREATE OR REPLACE FUNCTION next_code(prefix text)
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT prefix || count(*) FROM z $function$;

CREATE TABLE b (
    id integer,
    c_id integer,
    CONSTRAINT b_pkey PRIMARY KEY (id)
);

CREATE TABLE a (
    id integer,
    up integer,
    b_id integer,
    CONSTRAINT a_pkey PRIMARY KEY (id),
    CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES b(id),
    CONSTRAINT a_up_fkey FOREIGN KEY (up) REFERENCES a(id)
);

CREATE TABLE c (
    id integer,
    b_id integer,
    CONSTRAINT c_pkey PRIMARY KEY (id),
    CONSTRAINT c_b_id_fkey FOREIGN KEY (b_id) REFERENCES b(id)
);

ALTER TABLE b ADD CONSTRAINT b_to_c FOREIGN KEY (c_id) REFERENCES c(id);

CREATE VIEW v2 AS
 SELECT b.id,
    b.c_id
   FROM b;

CREATE VIEW v1 AS
 SELECT v2.id,
    v2.c_id
   FROM v2;

CREATE OR REPLACE FUNCTION a_first()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ SELECT next_code('a') $function$;

CREATE OR REPLACE FUNCTION declares()
 RETURNS void
 LANGUAGE plpgsql
AS $function$ DECLARE r v1%ROWTYPE; BEGIN NULL; END $function$;

CREATE OR REPLACE FUNCTION is_code(text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT $1 ~ '^[a-z]+$' $function$;

CREATE TABLE codes (
    code text DEFAULT a_first(),
    other b,
    CONSTRAINT codes_code_check CHECK (is_code(code))
);

CREATE OR REPLACE FUNCTION of_row(codes)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT $1.code $function$;

CREATE INDEX codes_of_row ON codes USING btree (of_row(codes.*));

CREATE OR REPLACE FUNCTION rows_of_v1()
 RETURNS SETOF v1
 LANGUAGE sql
AS $function$ SELECT * FROM v1 $function$;

CREATE VIEW v0 AS
 SELECT rows_of_v1.id,
    rows_of_v1.c_id
   FROM rows_of_v1() rows_of_v1(id, c_id);
