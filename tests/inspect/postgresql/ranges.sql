-- Ranges and multiranges, exclusion constraints.
CREATE TABLE ranges (
    a int4range, b int8range, c numrange, d daterange, e tsrange, f tstzrange, g int4multirange, h int8multirange,
    i nummultirange, j datemultirange, k tsmultirange, l tstzmultirange
);
CREATE TABLE bookings (
    id integer PRIMARY KEY, during tstzrange NOT NULL, place int4range,
    CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&) WHERE (place IS NOT NULL),
    EXCLUDE USING gist (place WITH &&, during WITH &&) DEFERRABLE INITIALLY DEFERRED
);
