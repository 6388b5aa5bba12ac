-- Numeric types with and without precision, SERIAL columns, money, oid.
CREATE TABLE numbers (
    a smallint, b integer, c bigint, d numeric, e numeric(10), f numeric(12, 4), g real, h double precision,
    i float(24), j float(25), k money, l oid, m decimal(5, 2)
);
CREATE TABLE serials (a smallserial, b serial NOT NULL, c bigserial PRIMARY KEY);
CREATE TABLE defaults (
    a integer DEFAULT 1, b numeric(6, 2) DEFAULT 1.50, c bigint DEFAULT -5, d integer DEFAULT (1 + 2) * 3,
    e double precision DEFAULT 'NaN', f integer NOT NULL DEFAULT 0
);
