-- now;

SELECT CURRENT_TIMESTAMP AS now_1;

-- current timestamp;

SELECT CURRENT_TIMESTAMP AS current_timestamp_1;

-- current timestamp precision;

SELECT CURRENT_TIMESTAMP(?) AS current_timestamp_1;

-- current date;

SELECT CURRENT_DATE AS current_date_1;

-- count;

SELECT count(*) AS count_1;

-- count column;

SELECT count(users.id) AS count_1 
FROM users;

-- count star;

SELECT count(*) AS count_1;

-- count distinct;

SELECT count(DISTINCT users.name) AS count_1 
FROM users;

-- count distinct method;

SELECT count(DISTINCT users.name) AS count_1 
FROM users;

-- capitals;

SELECT LOWER(users.name) AS "LOWER_1" 
FROM users;

-- known in capitals;

SELECT CURRENT_TIMESTAMP AS now_1;

-- coalesce;

SELECT coalesce(users.name, ?, NULL) AS coalesce_1 
FROM users;

-- package;

SELECT pg_catalog.lower(users.name) AS lower_1 
FROM users;

-- char length;

SELECT length(users.name) AS char_length_1 
FROM users;

-- random;

SELECT random() AS random_1;

-- concat;

SELECT concat(users.name, ?, users.age) AS concat_1 
FROM users;

-- substring;

SELECT substring(users.name, ?, ?) AS substring_1 
FROM users;

-- substr;

SELECT substr(users.name, ?, ?) AS substr_1 
FROM users;

-- nested;

SELECT upper(trim(users.name)) AS upper_1 
FROM users;

-- label;

SELECT max(users.id) AS top 
FROM users;

-- arithmetic;

SELECT max(users.id) + ? AS anon_1 
FROM users;

-- two of a name;

SELECT max(users.id) AS max_1, max(users.age) AS max_2 
FROM users;

-- uuid;

SELECT gen_random_uuid() AS gen_random_uuid_1;

-- sum of product;

SELECT sum(users.age * ?) AS sum_1 
FROM users;

-- boolean argument;

SELECT foo(users.id = ?, users.active) AS foo_1 
FROM users;

-- contains argument;

SELECT foo((users.name LIKE '%' || ? || '%')) AS foo_1 
FROM users;

-- date;

SELECT date(users.joined) AS date_1 
FROM users;

-- strftime;

SELECT strftime(?, users.joined) AS strftime_1 
FROM users;

-- localtimestamp;

SELECT DATETIME(CURRENT_TIMESTAMP, 'localtime') AS localtimestamp_1;

-- user;

SELECT CURRENT_USER AS current_user_1;

-- aggregate strings;

SELECT group_concat(users.name, ',') AS aggregate_strings_1 
FROM users;

-- over;

SELECT row_number() OVER (PARTITION BY users.name ORDER BY users.id DESC) AS anon_1 
FROM users;

-- over several;

SELECT sum(users.age) OVER (PARTITION BY users.name, users.active ORDER BY users.id, users.age DESC) AS anon_1 
FROM users;

-- over rows;

SELECT sum(users.age) OVER (ORDER BY users.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS anon_1 
FROM users;

-- over range;

SELECT sum(users.age) OVER (ORDER BY users.id RANGE BETWEEN ? PRECEDING AND ? FOLLOWING) AS anon_1 
FROM users;

-- over nothing;

SELECT count(*) OVER () AS anon_1;

-- filter;

SELECT count(*) FILTER (WHERE users.age > ?) AS anon_1 
FROM users;

-- filter several;

SELECT count(*) FILTER (WHERE users.age > ? AND users.active = 1) AS anon_1 
FROM users;

-- filter over;

SELECT count(*) FILTER (WHERE users.age > ?) OVER () AS anon_1 
FROM users;

-- within group;

SELECT percentile_cont(?) WITHIN GROUP (ORDER BY users.age) AS anon_1 
FROM users;

-- within group desc;

SELECT mode() WITHIN GROUP (ORDER BY users.age DESC) AS anon_1 
FROM users;

-- filter in sum;

SELECT (count(*) FILTER (WHERE users.age > ?)) + ? AS anon_1 
FROM users;

-- extract;

SELECT CAST(STRFTIME('%Y', users.joined) AS INTEGER) AS anon_1 
FROM users;

-- extract method;

SELECT foo(CAST(STRFTIME('%s', users.joined) AS INTEGER)) AS foo_1 
FROM users;

-- extract unknown;

error CompileError: foo is not a valid extract argument.;

-- tuple;

SELECT (users.id, ?) = (?, ?) AS anon_1 
FROM users;

-- case;

SELECT CASE WHEN (users.id = ?) THEN ? WHEN (users.id > ?) THEN ? ELSE ? END AS anon_1 
FROM users;

-- case value;

SELECT CASE users.name WHEN ? THEN ? WHEN ? THEN ? ELSE ? END AS anon_1 
FROM users;

-- case without else;

SELECT CASE WHEN (users.id = ? AND users.age = ?) THEN users.name END AS anon_1 
FROM users;

-- case of bool;

SELECT CASE WHEN users.active THEN ? ELSE ? END AS anon_1 
FROM users;

-- case of not;

SELECT CASE WHEN users.active = 0 THEN ? WHEN (NOT (EXISTS (SELECT * 
FROM orders 
WHERE orders.id = ?))) THEN ? ELSE ? END AS anon_1 
FROM users;

-- case label;

SELECT CASE WHEN (users.id = ?) THEN ? END AS x 
FROM users;

-- case in sum;

SELECT sum(CASE WHEN (users.id = ?) THEN ? ELSE ? END) AS sum_1 
FROM users;

-- quoted name;

SELECT foo(users.id) AS "Select" 
FROM users;

-- odd name;

SELECT "my-func"(?) AS "my-func_1";

-- type coerce;

SELECT users.age || ? AS anon_1 
FROM users;

-- type coerce alone;

SELECT users.age AS age 
FROM users;

