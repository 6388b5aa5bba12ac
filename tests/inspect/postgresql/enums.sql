-- ENUM types: without values, with quotes, in another schema, with names that need quotes.
CREATE SCHEMA shop;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s fine', 'with, comma', '"quoted"', '', 'ü');
CREATE TYPE nothing_yet AS ENUM ();
CREATE TYPE "Mixed Case" AS ENUM ('A', 'b');
CREATE TYPE "dotted.name" AS ENUM ('x');
CREATE TYPE shop.state AS ENUM ('new', 'paid');
CREATE TYPE shop."Order State" AS ENUM ('x', 'y');
ALTER TYPE mood ADD VALUE 'between' BEFORE 'ok';
CREATE TABLE people (
    a mood, b mood NOT NULL DEFAULT 'ok', c "Mixed Case" DEFAULT 'A', d shop.state DEFAULT 'new', e shop."Order State"[], f nothing_yet,
    g "dotted.name"
);
CREATE TABLE shop.orders (id serial PRIMARY KEY, state shop.state NOT NULL DEFAULT 'new', mood mood);
