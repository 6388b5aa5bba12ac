-- A search path that hides some tables and shows others; the default schema is its first.
-- on the connection: SET search_path TO tenant, shared
CREATE SCHEMA tenant;
CREATE SCHEMA shared;
CREATE TABLE shared.countries (code char(2) PRIMARY KEY);
CREATE TABLE shared.hidden (id integer PRIMARY KEY);
CREATE TABLE tenant.hidden (id integer PRIMARY KEY, note text);
CREATE TABLE tenant.cities (id integer PRIMARY KEY, country char(2) REFERENCES shared.countries, other integer REFERENCES shared.hidden);
CREATE TABLE public.outside (id integer PRIMARY KEY, city integer REFERENCES tenant.cities);
CREATE TYPE tenant.size AS ENUM ('s', 'm');
CREATE TYPE public.size AS ENUM ('x');
CREATE TABLE tenant.shirts (a tenant.size, b public.size);
