-- get;

SELECT JSON_EXTRACT(t.j, %s) AS anon_1 
FROM t;

-- index;

SELECT JSON_EXTRACT(t.j, %s) AS anon_1 
FROM t;

-- path;

SELECT JSON_EXTRACT(t.j, %s) AS anon_1 
FROM t;

-- as string;

SELECT CASE JSON_EXTRACT(t.j, %s) WHEN 'null' THEN NULL ELSE JSON_UNQUOTE(JSON_EXTRACT(t.j, %s)) END AS anon_1 
FROM t;

-- as integer;

SELECT CASE JSON_EXTRACT(t.j, %s) WHEN 'null' THEN NULL ELSE CAST(JSON_EXTRACT(t.j, %s) AS SIGNED INTEGER) END AS anon_1 
FROM t;

-- as float;

SELECT CASE JSON_EXTRACT(t.j, %s) WHEN 'null' THEN NULL ELSE JSON_EXTRACT(t.j, %s)+0.0000000000000000000000 END AS anon_1 
FROM t;

-- as boolean;

SELECT CASE JSON_EXTRACT(t.j, %s) WHEN 'null' THEN NULL WHEN true THEN true ELSE false END AS anon_1 
FROM t;

-- as numeric;

SELECT CASE JSON_EXTRACT(t.j, %s) WHEN 'null' THEN NULL ELSE CAST(JSON_EXTRACT(t.j, %s) AS DECIMAL(10, 2)) END AS anon_1 
FROM t;

-- as json;

SELECT JSON_EXTRACT(t.j, %s) AS anon_1 
FROM t;

-- nested;

SELECT JSON_EXTRACT(JSON_EXTRACT(t.j, %s), %s) AS anon_1 
FROM t;

-- nested string;

SELECT CASE JSON_EXTRACT(JSON_EXTRACT(t.j, %s), %s) WHEN 'null' THEN NULL ELSE JSON_UNQUOTE(JSON_EXTRACT(JSON_EXTRACT(t.j, %s), %s)) END AS anon_1 
FROM t;

-- compared;

SELECT CASE JSON_EXTRACT(t.j, %s) WHEN 'null' THEN NULL ELSE JSON_UNQUOTE(JSON_EXTRACT(t.j, %s)) END = %s AS anon_1 
FROM t;

-- integer compared;

SELECT CASE JSON_EXTRACT(t.j, %s) WHEN 'null' THEN NULL ELSE CAST(JSON_EXTRACT(t.j, %s) AS SIGNED INTEGER) END > %s AS anon_1 
FROM t;

-- is null;

SELECT JSON_EXTRACT(t.j, %s) IS NULL AS anon_1 
FROM t;

-- cast;

SELECT CAST(JSON_EXTRACT(t.j, %s) AS SIGNED INTEGER) AS anon_1 
FROM t;

-- jsonb;

SELECT JSON_EXTRACT(t.b, %s) AS anon_1 
FROM t;

-- jsonb nested;

SELECT JSON_EXTRACT(JSON_EXTRACT(t.b, %s), %s) AS anon_1 
FROM t;

-- jsonb astext;

SELECT t.b ->> %s AS anon_1 
FROM t;

-- jsonb nested astext;

SELECT ((JSON_EXTRACT(t.b, %s)) ->> %s) = %s AS anon_1 
FROM t;

-- pg json astext;

SELECT t.p ->> %s AS anon_1 
FROM t;

-- astext cast;

SELECT CAST(t.b ->> %s AS SIGNED INTEGER) AS anon_1 
FROM t;

-- path astext;

SELECT t.b #>> %s AS anon_1 
FROM t;

-- has key;

SELECT t.b ? %s AS anon_1 
FROM t;

-- has any;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.array.array'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- contains;

SELECT t.b @> CAST(%s AS JSON) AS anon_1 
FROM t;

-- contained;

SELECT t.b <@ t.b AS anon_1 
FROM t;

-- jsonb concat;

SELECT concat(t.b, t.b) AS anon_1 
FROM t;

-- op;

SELECT t.j ->> %s AS anon_1 
FROM t;

-- op compared;

SELECT (t.j ->> %s) = %s AS anon_1 
FROM t;

-- label;

SELECT JSON_EXTRACT(t.j, %s) AS x 
FROM t;

-- array item;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <built-in function getitem> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array slice;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <built-in function getitem> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array any;

SELECT %s = ANY (t.xs) AS anon_1 
FROM t;

-- array all;

SELECT %s = ALL (t.xs) AS anon_1 
FROM t;

-- any of;

SELECT %s = ANY (t.xs) AS anon_1 
FROM t;

-- any of left;

SELECT %s = ANY (t.xs) AS anon_1 
FROM t;

-- not any;

SELECT NOT (%s = ANY (t.xs)) AS anon_1 
FROM t;

-- array contains;

error NotImplementedError: ARRAY.contains() not implemented for the base ARRAY type; please use the dialect-specific ARRAY type;

-- array overlap;

SELECT t.ys && %s AS anon_1 
FROM t;

-- array literal;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.array.array'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array of columns;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.array.array'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array concat;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.array.array'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array aggregate;

SELECT array_agg(t.id) AS array_agg_1 
FROM t;

-- array aggregate order;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.ext.aggregate_order_by'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array length;

SELECT array_length(t.xs, %s) AS array_length_1 
FROM t;

-- array bind;

SELECT t.ys = %s AS anon_1 
FROM t;

-- hstore;

SELECT t.h -> %s AS anon_1 
FROM t;

-- unnest;

SELECT unnest(t.xs) AS unnest_1 
FROM t;

-- array append;

SELECT concat(t.xs, %s) AS anon_1 
FROM t;

