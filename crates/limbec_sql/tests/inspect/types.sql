-- case: every name that SQLAlchemy knows
CREATE TABLE t (a BIGINT, b BLOB, c BOOL, d BOOLEAN, e CHAR, f DATE, g DATE_CHAR, h DATETIME, i DATETIME_CHAR, j DOUBLE, k DECIMAL, l FLOAT, m INT, n INTEGER, o JSON, p NUMERIC, q REAL, r SMALLINT, s TEXT, tt TIME, u TIME_CHAR, v TIMESTAMP, w VARCHAR, x NVARCHAR, y NCHAR);
-- case: lengths and precisions
CREATE TABLE t (a VARCHAR(10), b VARCHAR(10, 20), c NUMERIC(10), d NUMERIC(10, 2), e DECIMAL(8,3), f FLOAT(5), g CHAR(3), h NVARCHAR(7), i NCHAR(2), j BLOB(16), k TEXT(99), l REAL(3), m DOUBLE(4));
-- case: arguments that the type does not take
CREATE TABLE t (a INTEGER(11), b TINYINT(1), c BIGINT(20), d DATE(3), f SMALLINT(5));
-- case: arguments that mean something else to SQLAlchemy
CREATE TABLE t (a DATETIME(6), b TIMESTAMP(3), c TIME(0), d BOOLEAN(1), e JSON(1), f FLOAT(5, 1));
-- case: affinity by part of the name
CREATE TABLE t (a TINYINT, b MEDIUMINT, c UNSIGNED BIG INT, d INT8, e CHARACTER(20), f NATIVE CHARACTER(70), g CLOB, h LONGTEXT, i DOUBLE PRECISION, j REALNESS, k FLOATING, l STRING, m UUID, n XBLOB, o POINT);
-- case: no type at all
CREATE TABLE t (a, b DEFAULT 5, "c d", e NOT NULL);
-- case: lower and mixed case
CREATE TABLE t (a varchar(5), b Integer, c DateTime, d bool);
-- case: a blank before the parenthesis
CREATE TABLE t (a VARCHAR (10), b NUMERIC (10, 2), c DECIMAL ( 5 , 1 ));
-- case: odd declarations
CREATE TABLE t (a "my type", b "VARCHAR(5)", c [weird], d 'quoted type', e VARCHAR2(9), f "ünicode");
-- case: arguments with words
CREATE TABLE t (a VARCHAR(+10), b VARCHAR(-3), c NUMERIC(+5,-2));
-- case: type names of other databases
CREATE TABLE t (a SERIAL, b TIMESTAMPTZ, c BYTEA, d JSONB, e MONEY, f DATETIME2, g ENUM, h CHARINT, i POINTER);
