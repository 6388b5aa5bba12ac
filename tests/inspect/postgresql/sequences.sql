-- Sequences: free, owned, in another schema, used by a default of another table.
CREATE SCHEMA other;
CREATE SEQUENCE free;
CREATE SEQUENCE "Mixed Seq" AS smallint START 5 INCREMENT 2 MAXVALUE 99 CYCLE;
CREATE SEQUENCE other.there;
CREATE TABLE users (
    id serial PRIMARY KEY, a integer DEFAULT nextval('free'), b integer DEFAULT nextval('"Mixed Seq"'), c integer DEFAULT nextval('other.there'),
    d text DEFAULT nextval('free')::text, e integer DEFAULT nextval('free') + 1
);
CREATE TABLE other.users (id bigserial PRIMARY KEY, a integer DEFAULT nextval('free'), b integer DEFAULT nextval('other.there'));
