CREATE TABLE a (id integer PRIMARY KEY, code text, during int4range);
CREATE TABLE b (id integer PRIMARY KEY, a_id integer, n integer, CONSTRAINT n_positive CHECK (n > 0), CONSTRAINT b_n UNIQUE (n));
CREATE INDEX b_half ON b (n) WHERE n > 5;
