-- string;

SELECT ? AS anon_1;

-- backslash;

SELECT ? AS anon_1;

-- percent;

SELECT ? AS anon_1;

-- colon;

SELECT ? AS anon_1;

-- unicode;

SELECT ? AS anon_1;

-- newline;

SELECT ? AS anon_1;

-- int;

SELECT ? AS anon_1;

-- negative;

SELECT ? AS anon_1;

-- big;

SELECT ? AS anon_1;

-- float;

SELECT ? AS anon_1;

-- exponent;

SELECT ? AS anon_1;

-- small float;

SELECT ? AS anon_1;

-- decimal;

SELECT ? AS anon_1;

-- true;

SELECT ? AS anon_1;

-- none;

SELECT ? AS anon_1;

-- date;

SELECT ? AS anon_1;

-- datetime;

SELECT ? AS anon_1;

-- microseconds;

SELECT ? AS anon_1;

-- time zone;

SELECT ? AS anon_1;

-- time;

SELECT ? AS anon_1;

-- uuid;

SELECT ? AS anon_1;

-- timedelta;

SELECT ? AS anon_1;

-- bytes;

SELECT ? AS anon_1;

-- bytes not text;

SELECT ? AS anon_1;

-- list;

SELECT ? AS anon_1;

-- int as string;

SELECT ? AS anon_1;

-- string as int;

SELECT ? AS anon_1;

-- bad string as int;

SELECT ? AS anon_1;

-- float as int;

SELECT ? AS anon_1;

-- int as numeric;

SELECT ? AS anon_1;

-- string as numeric;

SELECT ? AS anon_1;

-- bool as int;

SELECT ? AS anon_1;

-- int as bool;

SELECT ? AS anon_1;

-- five as bool;

SELECT ? AS anon_1;

-- string as date;

SELECT ? AS anon_1;

-- date as datetime;

SELECT ? AS anon_1;

-- datetime as date;

SELECT ? AS anon_1;

-- dict as json;

SELECT ? AS anon_1;

-- none as json;

SELECT ? AS anon_1;

-- string as enum;

SELECT ? AS anon_1;

-- string as uuid;

SELECT ? AS anon_1;

-- string as real uuid;

SELECT ? AS anon_1;

-- list as array;

SELECT ? AS anon_1;

-- strings as array;

SELECT ? AS anon_1;

-- inet;

SELECT ? AS anon_1;

-- longtext;

SELECT ? AS anon_1;

-- sqlite datetime;

SELECT ? AS anon_1;

-- bindparam;

SELECT ? AS anon_1;

-- bindparam typed;

SELECT ? AS anon_1;

-- bindparam without value;

SELECT ? AS anon_1;

-- inline literal;

SELECT 'a' AS anon_1;

-- inline literal typed;

SELECT 5 AS anon_1;

-- null;

SELECT NULL AS anon_1;

-- true false;

SELECT 1 AS anon_1, 0 AS anon_2;

-- literal column;

SELECT 'a%b', 5 + ? AS anon_1;

-- two binds;

SELECT ? AS anon_1, ? AS anon_2, ? AS x;

