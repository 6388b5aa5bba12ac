CREATE SEQUENCE counts_u AS integer;
COMMENT ON SEQUENCE counts_u IS 'renamed';

CREATE SEQUENCE odd AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE 10 START WITH 9 CACHE 3 CYCLE;
COMMENT ON SEQUENCE odd IS 'counts down';

CREATE SEQUENCE plain;

CREATE SEQUENCE t_big_seq INCREMENT BY 10;

CREATE SEQUENCE t_maybe_seq AS integer;

CREATE TABLE "Mixed Case" (
    "Id" serial,
    n bigint NOT NULL GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME "named_n" MAXVALUE 10 CYCLE),
    CONSTRAINT "Mixed Case_pkey" PRIMARY KEY ("Id")
);

CREATE TABLE t (
    id serial,
    small smallserial NOT NULL,
    big bigint NOT NULL DEFAULT nextval('t_big_seq'::regclass),
    maybe integer DEFAULT nextval('t_maybe_seq'::regclass),
    other integer NOT NULL DEFAULT nextval('plain'::regclass),
    tag text,
    CONSTRAINT t_pkey PRIMARY KEY (id),
    CONSTRAINT t_tag_key UNIQUE (tag)
);
ALTER SEQUENCE t_big_seq OWNED BY t.big;
ALTER SEQUENCE t_maybe_seq OWNED BY t.maybe;

CREATE TABLE u (
    id integer NOT NULL DEFAULT nextval('counts_u'::regclass)
);
ALTER SEQUENCE counts_u OWNED BY u.id;
