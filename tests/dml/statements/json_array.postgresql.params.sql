-- get;

SELECT t.j -> %(j_1)s AS anon_1 
FROM t;

-- index;

SELECT t.j -> %(j_1)s AS anon_1 
FROM t;

-- path;

SELECT t.j #> %(j_1)s AS anon_1 
FROM t;

-- as string;

SELECT CAST(t.j ->> %(j_1)s AS VARCHAR) AS anon_1 
FROM t;

-- as integer;

SELECT CAST(t.j ->> %(j_1)s AS INTEGER) AS anon_1 
FROM t;

-- as float;

SELECT CAST(t.j ->> %(j_1)s AS FLOAT) AS anon_1 
FROM t;

-- as boolean;

SELECT CAST(t.j ->> %(j_1)s AS BOOLEAN) AS anon_1 
FROM t;

-- as numeric;

SELECT CAST(t.j ->> %(j_1)s AS NUMERIC(10, 2)) AS anon_1 
FROM t;

-- as json;

SELECT t.j -> %(j_1)s AS anon_1 
FROM t;

-- nested;

SELECT (t.j -> %(j_1)s) -> %(param_1)s AS anon_1 
FROM t;

-- nested string;

SELECT CAST((t.j -> %(j_1)s) ->> %(param_1)s AS VARCHAR) AS anon_1 
FROM t;

-- compared;

SELECT CAST((t.j ->> %(j_1)s) AS VARCHAR) = %(param_1)s AS anon_1 
FROM t;

-- integer compared;

SELECT CAST((t.j #>> %(j_1)s) AS INTEGER) > %(param_1)s AS anon_1 
FROM t;

-- is null;

SELECT (t.j -> %(j_1)s) IS NULL AS anon_1 
FROM t;

-- cast;

SELECT CAST(t.j -> %(j_1)s AS INTEGER) AS anon_1 
FROM t;

-- jsonb;

SELECT t.b[%(b_1)s] AS anon_1 
FROM t;

-- jsonb nested;

SELECT t.b[%(b_1)s][%(param_1)s] AS anon_1 
FROM t;

-- jsonb astext;

SELECT t.b ->> %(b_1)s AS anon_1 
FROM t;

-- jsonb nested astext;

SELECT ((t.b[%(b_1)s]) ->> %(param_1)s) = %(param_2)s AS anon_1 
FROM t;

-- pg json astext;

SELECT t.p ->> %(p_1)s AS anon_1 
FROM t;

-- astext cast;

SELECT CAST(t.b ->> %(b_1)s AS INTEGER) AS anon_1 
FROM t;

-- path astext;

SELECT t.b #>> %(b_1)s AS anon_1 
FROM t;

-- has key;

SELECT t.b ? %(b_1)s AS anon_1 
FROM t;

-- has any;

SELECT t.b ?| ARRAY[%(param_1)s, %(param_2)s] AS anon_1 
FROM t;

-- contains;

SELECT t.b @> CAST(%(param_1)s::JSONB AS JSONB) AS anon_1 
FROM t;

-- contained;

SELECT t.b <@ t.b AS anon_1 
FROM t;

-- jsonb concat;

SELECT t.b || t.b AS anon_1 
FROM t;

-- op;

SELECT t.j ->> %(j_1)s AS anon_1 
FROM t;

-- op compared;

SELECT (t.j ->> %(j_1)s) = %(param_1)s AS anon_1 
FROM t;

-- label;

SELECT t.j -> %(j_1)s AS x 
FROM t;

-- array item;

SELECT t.xs[%(xs_1)s] AS anon_1 
FROM t;

-- array slice;

SELECT t.xs[%(xs_1)s:%(xs_2)s] AS anon_1 
FROM t;

-- array any;

SELECT %(xs_1)s = ANY (t.xs) AS anon_1 
FROM t;

-- array all;

SELECT %(xs_1)s = ALL (t.xs) AS anon_1 
FROM t;

-- any of;

SELECT %(param_1)s = ANY (t.xs) AS anon_1 
FROM t;

-- any of left;

SELECT %(param_1)s = ANY (t.xs) AS anon_1 
FROM t;

-- not any;

SELECT NOT (%(param_1)s = ANY (t.xs)) AS anon_1 
FROM t;

-- array contains;

error NotImplementedError: ARRAY.contains() not implemented for the base ARRAY type; please use the dialect-specific ARRAY type;

-- array overlap;

SELECT t.ys && %(ys_1)s::TEXT[] AS anon_1 
FROM t;

-- array literal;

SELECT ARRAY[%(param_1)s, %(param_2)s] AS anon_1;

-- array of columns;

SELECT ARRAY[t.id, %(param_1)s] AS anon_1 
FROM t;

-- array concat;

SELECT ARRAY[%(param_1)s] || ARRAY[%(param_2)s] AS anon_1;

-- array aggregate;

SELECT array_agg(t.id) AS array_agg_1 
FROM t;

-- array aggregate order;

SELECT array_agg(t.id ORDER BY t.id DESC) AS array_agg_1 
FROM t;

-- array length;

SELECT array_length(t.xs, %(array_length_2)s) AS array_length_1 
FROM t;

-- array bind;

SELECT t.ys = %(ys_1)s::TEXT[] AS anon_1 
FROM t;

-- hstore;

SELECT t.h -> %(h_1)s AS anon_1 
FROM t;

-- unnest;

SELECT unnest(t.xs) AS unnest_1 
FROM t;

-- array append;

SELECT t.xs || %(xs_1)s::INTEGER[] AS anon_1 
FROM t;

