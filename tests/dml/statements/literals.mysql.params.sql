-- string;

SELECT %s AS anon_1;

-- backslash;

SELECT %s AS anon_1;

-- percent;

SELECT %s AS anon_1;

-- colon;

SELECT %s AS anon_1;

-- unicode;

SELECT %s AS anon_1;

-- newline;

SELECT %s AS anon_1;

-- int;

SELECT %s AS anon_1;

-- negative;

SELECT %s AS anon_1;

-- big;

SELECT %s AS anon_1;

-- float;

SELECT %s AS anon_1;

-- exponent;

SELECT %s AS anon_1;

-- small float;

SELECT %s AS anon_1;

-- decimal;

SELECT %s AS anon_1;

-- true;

SELECT %s AS anon_1;

-- none;

SELECT %s AS anon_1;

-- date;

SELECT %s AS anon_1;

-- datetime;

SELECT %s AS anon_1;

-- microseconds;

SELECT %s AS anon_1;

-- time zone;

SELECT %s AS anon_1;

-- time;

SELECT %s AS anon_1;

-- uuid;

SELECT %s AS anon_1;

-- timedelta;

SELECT %s AS anon_1;

-- bytes;

SELECT %s AS anon_1;

-- bytes not text;

SELECT %s AS anon_1;

-- list;

SELECT %s AS anon_1;

-- int as string;

SELECT %s AS anon_1;

-- string as int;

SELECT %s AS anon_1;

-- bad string as int;

SELECT %s AS anon_1;

-- float as int;

SELECT %s AS anon_1;

-- int as numeric;

SELECT %s AS anon_1;

-- string as numeric;

SELECT %s AS anon_1;

-- bool as int;

SELECT %s AS anon_1;

-- int as bool;

SELECT %s AS anon_1;

-- five as bool;

SELECT %s AS anon_1;

-- string as date;

SELECT %s AS anon_1;

-- date as datetime;

SELECT %s AS anon_1;

-- datetime as date;

SELECT %s AS anon_1;

-- dict as json;

SELECT %s AS anon_1;

-- none as json;

SELECT %s AS anon_1;

-- string as enum;

SELECT %s AS anon_1;

-- string as uuid;

SELECT %s AS anon_1;

-- string as real uuid;

SELECT %s AS anon_1;

-- list as array;

SELECT %s AS anon_1;

-- strings as array;

SELECT %s AS anon_1;

-- inet;

SELECT %s AS anon_1;

-- longtext;

SELECT %s AS anon_1;

-- sqlite datetime;

SELECT %s AS anon_1;

-- bindparam;

SELECT %s AS anon_1;

-- bindparam typed;

SELECT %s AS anon_1;

-- bindparam without value;

SELECT %s AS anon_1;

-- inline literal;

SELECT 'a' AS anon_1;

-- inline literal typed;

SELECT 5 AS anon_1;

-- null;

SELECT NULL AS anon_1;

-- true false;

SELECT true AS anon_1, false AS anon_2;

-- literal column;

SELECT 'a%%b', 5 + %s AS anon_1;

-- two binds;

SELECT %s AS anon_1, %s AS anon_2, %s AS x;

