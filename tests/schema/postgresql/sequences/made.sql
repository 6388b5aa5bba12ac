CREATE SEQUENCE plain;
CREATE SEQUENCE odd AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE 10 START WITH 9 CACHE 3 CYCLE;
CREATE TABLE t (
    id serial PRIMARY KEY,
    small smallserial,
    big bigserial,
    maybe serial,
    other integer NOT NULL DEFAULT nextval('plain'),
    tag text UNIQUE
);
ALTER TABLE t ALTER COLUMN maybe DROP NOT NULL;
ALTER SEQUENCE t_big_seq INCREMENT BY 10;
CREATE TABLE u (id serial);
ALTER SEQUENCE u_id_seq RENAME TO counts_u;
CREATE TABLE "Mixed Case" ("Id" serial PRIMARY KEY, n bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME named_n MAXVALUE 10 CYCLE));
COMMENT ON SEQUENCE odd IS 'counts down';
COMMENT ON SEQUENCE counts_u IS 'renamed';
