-- get;

SELECT t.j -> 'a' AS anon_1 
FROM t;

-- index;

SELECT t.j -> 1 AS anon_1 
FROM t;

-- path;

SELECT t.j #> '{a, b, 1}' AS anon_1 
FROM t;

-- as string;

SELECT CAST(t.j ->> 'a' AS VARCHAR) AS anon_1 
FROM t;

-- as integer;

SELECT CAST(t.j ->> 'a' AS INTEGER) AS anon_1 
FROM t;

-- as float;

SELECT CAST(t.j ->> 'a' AS FLOAT) AS anon_1 
FROM t;

-- as boolean;

SELECT CAST(t.j ->> 'a' AS BOOLEAN) AS anon_1 
FROM t;

-- as numeric;

SELECT CAST(t.j ->> 'a' AS NUMERIC(10, 2)) AS anon_1 
FROM t;

-- as json;

SELECT t.j -> 'a' AS anon_1 
FROM t;

-- nested;

SELECT (t.j -> 'a') -> 'b' AS anon_1 
FROM t;

-- nested string;

SELECT CAST((t.j -> 'a') ->> 'b' AS VARCHAR) AS anon_1 
FROM t;

-- compared;

SELECT CAST((t.j ->> 'a') AS VARCHAR) = 'x' AS anon_1 
FROM t;

-- integer compared;

SELECT CAST((t.j #>> '{a, b}') AS INTEGER) > 5 AS anon_1 
FROM t;

-- is null;

SELECT (t.j -> 'a') IS NULL AS anon_1 
FROM t;

-- cast;

SELECT CAST(t.j -> 'a' AS INTEGER) AS anon_1 
FROM t;

-- jsonb;

SELECT t.b['a'] AS anon_1 
FROM t;

-- jsonb nested;

SELECT t.b['a']['b'] AS anon_1 
FROM t;

-- jsonb astext;

SELECT t.b ->> 'a' AS anon_1 
FROM t;

-- jsonb nested astext;

SELECT ((t.b['a']) ->> 'b') = 'x' AS anon_1 
FROM t;

-- pg json astext;

SELECT t.p ->> 'a' AS anon_1 
FROM t;

-- astext cast;

SELECT CAST(t.b ->> 'a' AS INTEGER) AS anon_1 
FROM t;

-- path astext;

SELECT t.b #>> '{a, b}' AS anon_1 
FROM t;

-- has key;

SELECT t.b ? 'a' AS anon_1 
FROM t;

-- has any;

SELECT t.b ?| ARRAY['a', 'b'] AS anon_1 
FROM t;

-- contains;

error CompileError: No literal value renderer is available for literal value "'{}'" with datatype JSONB;

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

SELECT t.j -> 'a' AS x 
FROM t;

-- array item;

SELECT t.xs[1] AS anon_1 
FROM t;

-- array slice;

SELECT t.xs[1:3] AS anon_1 
FROM t;

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

SELECT ARRAY[1, 2] AS anon_1;

-- array of columns;

SELECT ARRAY[t.id, 5] AS anon_1 
FROM t;

-- array concat;

SELECT ARRAY[1] || ARRAY[2] AS anon_1;

-- array aggregate;

SELECT array_agg(t.id) AS array_agg_1 
FROM t;

-- array aggregate order;

SELECT array_agg(t.id ORDER BY t.id DESC) AS array_agg_1 
FROM t;

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

SELECT t.xs || ARRAY[1] AS anon_1 
FROM t;

