-- plain;

SELECT 1;

-- string;

SELECT 2;

-- value;

SELECT %(x)s;

-- values;

SELECT %(x)s, %(y)s, %(x)s;

-- typed;

SELECT %(x)s;

-- without value;

SELECT %(x)s;

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

SELECT '{"a": 1, "b"%(true)s}';

-- datetime;

SELECT %(x)s;

-- date;

SELECT %(x)s;

-- boolean;

SELECT %(x)s;

-- expanding;

SELECT 1 WHERE 1 IN (__[POSTCOMPILE_xs]);

-- quote in value;

SELECT %(x)s;

-- backslash in value;

SELECT %(x)s;

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

SELECT %(имя)s;

