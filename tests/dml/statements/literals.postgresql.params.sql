-- string;

SELECT %(param_1)s AS anon_1;

-- backslash;

SELECT %(param_1)s AS anon_1;

-- percent;

SELECT %(param_1)s AS anon_1;

-- colon;

SELECT %(param_1)s AS anon_1;

-- unicode;

SELECT %(param_1)s AS anon_1;

-- newline;

SELECT %(param_1)s AS anon_1;

-- int;

SELECT %(param_1)s AS anon_1;

-- negative;

SELECT %(param_1)s AS anon_1;

-- big;

SELECT %(param_1)s AS anon_1;

-- float;

SELECT %(param_1)s AS anon_1;

-- exponent;

SELECT %(param_1)s AS anon_1;

-- small float;

SELECT %(param_1)s AS anon_1;

-- decimal;

SELECT %(param_1)s AS anon_1;

-- true;

SELECT %(param_1)s AS anon_1;

-- none;

SELECT %(param_1)s AS anon_1;

-- date;

SELECT %(param_1)s AS anon_1;

-- datetime;

SELECT %(param_1)s AS anon_1;

-- microseconds;

SELECT %(param_1)s AS anon_1;

-- time zone;

SELECT %(param_1)s AS anon_1;

-- time;

SELECT %(param_1)s AS anon_1;

-- uuid;

SELECT %(param_1)s::UUID AS anon_1;

-- timedelta;

SELECT %(param_1)s AS anon_1;

-- bytes;

SELECT %(param_1)s AS anon_1;

-- bytes not text;

SELECT %(param_1)s AS anon_1;

-- list;

SELECT %(param_1)s AS anon_1;

-- int as string;

SELECT %(param_1)s AS anon_1;

-- string as int;

SELECT %(param_1)s AS anon_1;

-- bad string as int;

SELECT %(param_1)s AS anon_1;

-- float as int;

SELECT %(param_1)s AS anon_1;

-- int as numeric;

SELECT %(param_1)s AS anon_1;

-- string as numeric;

SELECT %(param_1)s AS anon_1;

-- bool as int;

SELECT %(param_1)s AS anon_1;

-- int as bool;

SELECT %(param_1)s AS anon_1;

-- five as bool;

SELECT %(param_1)s AS anon_1;

-- string as date;

SELECT %(param_1)s AS anon_1;

-- date as datetime;

SELECT %(param_1)s AS anon_1;

-- datetime as date;

SELECT %(param_1)s AS anon_1;

-- dict as json;

SELECT %(param_1)s::JSON AS anon_1;

-- none as json;

SELECT %(param_1)s::JSON AS anon_1;

-- string as enum;

SELECT %(param_1)s AS anon_1;

-- string as uuid;

SELECT %(param_1)s::UUID AS anon_1;

-- string as real uuid;

SELECT %(param_1)s::UUID AS anon_1;

-- list as array;

SELECT %(param_1)s::INTEGER[] AS anon_1;

-- strings as array;

SELECT %(param_1)s::TEXT[] AS anon_1;

-- inet;

SELECT %(param_1)s AS anon_1;

-- longtext;

SELECT %(param_1)s AS anon_1;

-- sqlite datetime;

SELECT %(param_1)s AS anon_1;

-- bindparam;

SELECT %(x)s AS anon_1;

-- bindparam typed;

SELECT %(x)s AS anon_1;

-- bindparam without value;

SELECT %(x)s AS anon_1;

-- inline literal;

SELECT 'a' AS anon_1;

-- inline literal typed;

SELECT 5 AS anon_1;

-- null;

SELECT NULL AS anon_1;

-- true false;

SELECT true AS anon_1, false AS anon_2;

-- literal column;

SELECT 'a%%b', 5 + %(5_1)s AS anon_1;

-- two binds;

SELECT %(param_1)s AS anon_1, %(param_2)s AS anon_2, %(param_3)s AS x;

