-- Foreign tables.
CREATE FOREIGN DATA WRAPPER nowhere;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER nowhere;
CREATE FOREIGN TABLE remote (id integer NOT NULL, name varchar(20) DEFAULT 'x', CONSTRAINT ck_remote CHECK (id > 0)) SERVER elsewhere;
COMMENT ON FOREIGN TABLE remote IS 'far away';
CREATE TABLE near (id integer PRIMARY KEY);
