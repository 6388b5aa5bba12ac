-- DOMAIN types with conditions, defaults, collations, over each other and over ENUM types.
CREATE SCHEMA lib;
CREATE DOMAIN positive AS integer CONSTRAINT is_positive CHECK (VALUE > 0);
CREATE DOMAIN code AS varchar(10) COLLATE "C" NOT NULL DEFAULT 'none' CHECK (VALUE ~ '^[a-z]+$') CONSTRAINT a_first CHECK (length(VALUE) > 1);
CREATE DOMAIN plain AS text;
CREATE DOMAIN amount AS numeric(10, 2) DEFAULT 0;
CREATE DOMAIN small_positive AS positive CHECK (VALUE < 100);
CREATE TYPE lib.kind AS ENUM ('a', 'b');
CREATE DOMAIN lib.kinds AS lib.kind DEFAULT 'a';
CREATE DOMAIN "Mixed Domain" AS timestamptz(3);
CREATE DOMAIN list AS integer[];
CREATE TABLE items (
    a positive, b code, c plain DEFAULT 'own', d amount, e amount DEFAULT 5, f small_positive, g lib.kinds, h "Mixed Domain", i list,
    j code NOT NULL
);
