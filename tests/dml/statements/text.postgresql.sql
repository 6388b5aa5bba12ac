-- plain;

SELECT 1;

-- string;

SELECT 2;

-- value;

SELECT 5;

-- values;

SELECT 'a', NULL, 'a';

-- typed;

SELECT 'a';

-- without value;

SELECT NULL;

-- unknown;

error ArgumentError: This text() construct doesn't define a bound parameter named 'y';

-- escaped;

SELECT \:x;

-- cast;

SELECT a::int, :x::int;

-- time;

SELECT '12:30:00';

-- percent;

SELECT 'a%%b' LIKE '%%x';

-- json;

SELECT '{"a": 1, "b"NULL}';

-- datetime;

SELECT '2020-01-02 00:00:00';

-- date;

SELECT '2020-01-02';

-- boolean;

SELECT true;

-- expanding;

SELECT 1 WHERE 1 IN (1, 2);

-- quote in value;

SELECT 'it''s';

-- backslash in value;

SELECT 'a\\\\b';

-- comment;

SELECT 1 -- a: b;

-- several lines;

SELECT 1
        FROM t;

-- tab;

SELECT    1;

-- semicolon;

SELECT 1;;

-- columns;

SELECT 1 AS a;

-- slice;

SELECT x[1:2];

-- unicode name;

SELECT 'x';

