CREATE TABLE a (id integer PRIMARY KEY, code text, during int4range, CONSTRAINT a_code UNIQUE (code));
CREATE TABLE b (
    id integer PRIMARY KEY, a_id integer, n integer,
    CONSTRAINT n_positive CHECK (n > 10),
    CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE CASCADE
);
CREATE INDEX b_a_id ON b (a_id DESC);
CREATE INDEX b_half ON b (n) WHERE n > 50;
CREATE UNIQUE INDEX a_lower ON a (lower(code)) INCLUDE (id);
