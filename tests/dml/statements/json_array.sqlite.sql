-- get;

SELECT JSON_QUOTE(JSON_EXTRACT(t.j, '$."a"')) AS anon_1 
FROM t;

-- index;

SELECT JSON_QUOTE(JSON_EXTRACT(t.j, '$[1]')) AS anon_1 
FROM t;

-- path;

SELECT JSON_QUOTE(JSON_EXTRACT(t.j, '$."a"."b"[1]')) AS anon_1 
FROM t;

-- as string;

SELECT JSON_EXTRACT(t.j, '$."a"') AS anon_1 
FROM t;

-- as integer;

SELECT JSON_EXTRACT(t.j, '$."a"') AS anon_1 
FROM t;

-- as float;

SELECT JSON_EXTRACT(t.j, '$."a"') AS anon_1 
FROM t;

-- as boolean;

SELECT JSON_EXTRACT(t.j, '$."a"') AS anon_1 
FROM t;

-- as numeric;

SELECT JSON_EXTRACT(t.j, '$."a"') AS anon_1 
FROM t;

-- as json;

SELECT JSON_QUOTE(JSON_EXTRACT(t.j, '$."a"')) AS anon_1 
FROM t;

-- nested;

SELECT JSON_QUOTE(JSON_EXTRACT(JSON_QUOTE(JSON_EXTRACT(t.j, '$."a"')), '$."b"')) AS anon_1 
FROM t;

-- nested string;

SELECT JSON_EXTRACT(JSON_QUOTE(JSON_EXTRACT(t.j, '$."a"')), '$."b"') AS anon_1 
FROM t;

-- compared;

SELECT JSON_EXTRACT(t.j, '$."a"') = 'x' AS anon_1 
FROM t;

-- integer compared;

SELECT JSON_EXTRACT(t.j, '$."a"."b"') > 5 AS anon_1 
FROM t;

-- is null;

SELECT JSON_QUOTE(JSON_EXTRACT(t.j, '$."a"')) IS NULL AS anon_1 
FROM t;

-- cast;

SELECT CAST(JSON_QUOTE(JSON_EXTRACT(t.j, '$."a"')) AS INTEGER) AS anon_1 
FROM t;

-- jsonb;

SELECT JSON_QUOTE(JSON_EXTRACT(t.b, '$."a"')) AS anon_1 
FROM t;

-- jsonb nested;

SELECT JSON_QUOTE(JSON_EXTRACT(JSON_QUOTE(JSON_EXTRACT(t.b, '$."a"')), '$."b"')) AS anon_1 
FROM t;

-- jsonb astext;

SELECT t.b ->> '$."a"' AS anon_1 
FROM t;

-- jsonb nested astext;

SELECT ((JSON_QUOTE(JSON_EXTRACT(t.b, '$."a"'))) ->> '$."b"') = 'x' AS anon_1 
FROM t;

-- pg json astext;

SELECT t.p ->> '$."a"' AS anon_1 
FROM t;

-- astext cast;

SELECT CAST(t.b ->> '$."a"' AS INTEGER) AS anon_1 
FROM t;

-- path astext;

SELECT t.b #>> '$."a"."b"' AS anon_1 
FROM t;

-- has key;

SELECT t.b ? 'a' AS anon_1 
FROM t;

-- has any;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteCompiler object> can't render element of type <class 'sqlalchemy.dialects.postgresql.array.array'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- contains;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteTypeCompiler object> can't render element of type JSONB (Background on this error at: https://sqlalche.me/e/20/l7de);

-- contained;

SELECT t.b <@ t.b AS anon_1 
FROM t;

-- jsonb concat;

SELECT t.b || t.b AS anon_1 
FROM t;

-- op;

SELECT t.j ->> 'a' AS anon_1 
FROM t;

-- op compared;

SELECT (t.j ->> 'a') = 'x' AS anon_1 
FROM t;

-- label;

SELECT JSON_QUOTE(JSON_EXTRACT(t.j, '$."a"')) AS x 
FROM t;

-- array item;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteCompiler object> can't render element of type <built-in function getitem> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array slice;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteCompiler object> can't render element of type <built-in function getitem> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array any;

SELECT 5 = ANY (t.xs) AS anon_1 
FROM t;

-- array all;

SELECT 5 = ALL (t.xs) AS anon_1 
FROM t;

-- any of;

SELECT 5 = ANY (t.xs) AS anon_1 
FROM t;

-- any of left;

SELECT 5 = ANY (t.xs) AS anon_1 
FROM t;

-- not any;

SELECT NOT (5 = ANY (t.xs)) AS anon_1 
FROM t;

-- array contains;

error NotImplementedError: ARRAY.contains() not implemented for the base ARRAY type; please use the dialect-specific ARRAY type;

-- array overlap;

SELECT t.ys && ARRAY['a'] AS anon_1 
FROM t;

-- array literal;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteCompiler object> can't render element of type <class 'sqlalchemy.dialects.postgresql.array.array'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array of columns;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteCompiler object> can't render element of type <class 'sqlalchemy.dialects.postgresql.array.array'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array concat;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteCompiler object> can't render element of type <class 'sqlalchemy.dialects.postgresql.array.array'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array aggregate;

SELECT array_agg(t.id) AS array_agg_1 
FROM t;

-- array aggregate order;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteCompiler object> can't render element of type <class 'sqlalchemy.dialects.postgresql.ext.aggregate_order_by'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array length;

SELECT array_length(t.xs, 1) AS array_length_1 
FROM t;

-- array bind;

SELECT t.ys = ARRAY['a', 'b'''] AS anon_1 
FROM t;

-- hstore;

SELECT t.h -> 'a' AS anon_1 
FROM t;

-- unnest;

SELECT unnest(t.xs) AS unnest_1 
FROM t;

-- array append;

SELECT t.xs || [1] AS anon_1 
FROM t;

