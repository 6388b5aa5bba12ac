-- case: unique in columns and in the table
CREATE TABLE t (a TEXT UNIQUE, b VARCHAR(10) UNIQUE, c INTEGER, d INTEGER, UNIQUE (c, d), CONSTRAINT uq_d UNIQUE (d));
-- case: unique with a quoted name
CREATE TABLE t ("a b" TEXT, c TEXT, CONSTRAINT "uq ab" UNIQUE ("a b", c));
-- case: unique behind not null
CREATE TABLE t (a TEXT NOT NULL UNIQUE, b VARCHAR(10) DEFAULT 'x' UNIQUE, c VARCHAR UNIQUE NOT NULL, d TEXT COLLATE NOCASE UNIQUE);
-- case: unique over the primary key
CREATE TABLE t (id INTEGER PRIMARY KEY, UNIQUE (id));
-- case: unique twice
CREATE TABLE t (a TEXT, CONSTRAINT one UNIQUE (a), CONSTRAINT two UNIQUE (a));
-- case: unique in brackets
CREATE TABLE t ([a] TEXT UNIQUE, `b` TEXT UNIQUE, UNIQUE ([a], `b`));
-- case: unique with on conflict
CREATE TABLE t (a TEXT UNIQUE ON CONFLICT IGNORE, b TEXT, UNIQUE (b) ON CONFLICT REPLACE);
-- case: unique with collation and order
CREATE TABLE t (a TEXT, b TEXT, UNIQUE (a COLLATE NOCASE, b DESC));
-- case: checks, named and not
CREATE TABLE t (a INTEGER CHECK (a > 0), b INTEGER CONSTRAINT ck_b CHECK (b < 5), CONSTRAINT ck_ab CHECK (a <> b), CHECK (a + b < 100));
-- case: checks with parentheses and strings
CREATE TABLE t (a TEXT, CHECK (a IN ('x)', 'y(', 'it''s')), CONSTRAINT "ck 2" CHECK ((length(a) > 1) AND (a <> ')')), CHECK( a like '%"%' ));
-- case: check names in all quotes
CREATE TABLE t (a INTEGER, CONSTRAINT "dq" CHECK (a > 1), CONSTRAINT [br] CHECK (a > 2), CONSTRAINT `bt` CHECK (a > 3), CONSTRAINT 'sq' CHECK (a > 4), CONSTRAINT "d""q" CHECK (a > 5));
-- case: check over lines
CREATE TABLE t (
  a INTEGER,
  CONSTRAINT ck_a CHECK (
    a > 0
    AND a < 10
  )
);
-- case: boolean and enum checks as SQLAlchemy writes them
CREATE TABLE t (
	id INTEGER NOT NULL,
	flag BOOLEAN,
	kind VARCHAR(5),
	PRIMARY KEY (id),
	CHECK (flag IN (0, 1)),
	CONSTRAINT kind_ck CHECK (kind IN ('one', 'two'))
);
-- case: the word check in names
CREATE TABLE checked (check_a INTEGER, "CHECK" INTEGER, recheck TEXT, CHECK (check_a > 0));
-- case: the word unique in names
CREATE TABLE t (is_unique BOOLEAN, "unique" TEXT, unique_id INTEGER UNIQUE);
-- case: constraint names that sort
CREATE TABLE t (a INTEGER, CONSTRAINT zz CHECK (a > 1), CHECK (a > 2), CONSTRAINT aa CHECK (a > 3), CONSTRAINT "Ab" CHECK (a > 4));
