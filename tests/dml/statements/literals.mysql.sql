-- string;

SELECT 'it''s' AS anon_1;

-- backslash;

SELECT 'a\\\\b' AS anon_1;

-- percent;

SELECT '100%%' AS anon_1;

-- colon;

SELECT 'a:b' AS anon_1;

-- unicode;

SELECT 'Привет' AS anon_1;

-- newline;

SELECT 'a
b' AS anon_1;

-- int;

SELECT 5 AS anon_1;

-- negative;

SELECT -5 AS anon_1;

-- big;

SELECT 100000000000000000000 AS anon_1;

-- float;

SELECT 0.1 AS anon_1;

-- exponent;

SELECT 1e+30 AS anon_1;

-- small float;

SELECT 1e-07 AS anon_1;

-- decimal;

SELECT 1.50 AS anon_1;

-- true;

SELECT true AS anon_1;

-- none;

SELECT NULL AS anon_1;

-- date;

SELECT '2020-01-02' AS anon_1;

-- datetime;

SELECT '2020-01-02 03:04:05' AS anon_1;

-- microseconds;

SELECT '2020-01-02 03:04:05.000060' AS anon_1;

-- time zone;

SELECT '2020-01-02 03:04:05+00:00' AS anon_1;

-- time;

SELECT '03:04:00' AS anon_1;

-- uuid;

SELECT '12345678123456781234567812345678' AS anon_1;

-- timedelta;

error CompileError: Could not render literal value "datetime.timedelta(days=1, seconds=5)" with datatype DATETIME; see parent stack trace for more detail.;

-- bytes;

SELECT 'ab''c' AS anon_1;

-- bytes not text;

SELECT '\\xff' AS anon_1;

-- list;

error CompileError: No literal value renderer is available for literal value "[1, 2]" with datatype NULL;

-- int as string;

error CompileError: Could not render literal value "5" with datatype VARCHAR; see parent stack trace for more detail.;

-- string as int;

SELECT 5 AS anon_1;

-- bad string as int;

error CompileError: Could not render literal value "'x'" with datatype INTEGER; see parent stack trace for more detail.;

-- float as int;

SELECT 1 AS anon_1;

-- int as numeric;

SELECT 5 AS anon_1;

-- string as numeric;

SELECT 5 AS anon_1;

-- bool as int;

SELECT 1 AS anon_1;

-- int as bool;

SELECT true AS anon_1;

-- five as bool;

error CompileError: Could not render literal value "5" with datatype BOOLEAN; see parent stack trace for more detail.;

-- string as date;

error CompileError: Could not render literal value "'2020-01-01'" with datatype DATE; see parent stack trace for more detail.;

-- date as datetime;

SELECT '2020-01-02' AS anon_1;

-- datetime as date;

SELECT '2020-01-02' AS anon_1;

-- dict as json;

error CompileError: No literal value renderer is available for literal value "{'a': 1}" with datatype JSON;

-- none as json;

SELECT NULL AS anon_1;

-- string as enum;

SELECT 'a' AS anon_1;

-- string as uuid;

SELECT '12345678123456781234567812345678' AS anon_1;

-- string as real uuid;

error CompileError: Could not render literal value "'12345678-1234-5678-1234-567812345678'" with datatype CHAR(32); see parent stack trace for more detail.;

-- list as array;

SELECT ARRAY[1, 2] AS anon_1;

-- strings as array;

SELECT ARRAY['a', 'b'''] AS anon_1;

-- inet;

error CompileError: No literal value renderer is available for literal value "'1.2.3.4'" with datatype INET;

-- longtext;

SELECT 'x' AS anon_1;

-- sqlite datetime;

SELECT '2020-01-02 00:00:00' AS anon_1;

-- bindparam;

SELECT 5 AS anon_1;

-- bindparam typed;

SELECT 'a' AS anon_1;

-- bindparam without value;

SELECT NULL AS anon_1;

-- inline literal;

SELECT 'a' AS anon_1;

-- inline literal typed;

SELECT 5 AS anon_1;

-- null;

SELECT NULL AS anon_1;

-- true false;

SELECT true AS anon_1, false AS anon_2;

-- literal column;

SELECT 'a%%b', 5 + 1 AS anon_1;

-- two binds;

SELECT 1 AS anon_1, 2 AS anon_2, 'a' AS x;

