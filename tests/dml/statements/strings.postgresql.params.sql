-- concat;

SELECT users.name || %(name_1)s AS anon_1 
FROM users;

-- rconcat;

SELECT %(name_1)s || users.name AS anon_1 
FROM users;

-- concat method;

SELECT users.name || users.age AS anon_1 
FROM users;

-- three;

SELECT users.name || %(name_1)s || users.name AS anon_1 
FROM users;

-- concat in comparison;

SELECT (users.name || %(name_1)s) = %(param_1)s AS anon_1 
FROM users;

-- literals;

SELECT %(param_1)s || %(param_2)s AS anon_1;

-- collate;

SELECT users.name COLLATE "C" AS anon_1 
FROM users;

-- collate order;

SELECT lower(users.name) COLLATE nocase AS anon_1 
FROM users;

-- like;

SELECT users.id 
FROM users 
WHERE users.name LIKE %(name_1)s;

-- not like;

SELECT users.id 
FROM users 
WHERE users.name NOT LIKE %(name_1)s;

-- opposite of like;

SELECT users.id 
FROM users 
WHERE users.name NOT LIKE %(name_1)s;

-- like escape;

SELECT users.id 
FROM users 
WHERE users.name LIKE %(name_1)s ESCAPE '/';

-- ilike;

SELECT users.id 
FROM users 
WHERE users.name ILIKE %(name_1)s;

-- not ilike;

SELECT users.id 
FROM users 
WHERE users.name NOT ILIKE %(name_1)s ESCAPE '#';

-- notilike;

SELECT users.id 
FROM users 
WHERE users.name NOT ILIKE %(name_1)s;

-- contains;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%%' || %(name_1)s || '%%');

-- startswith;

SELECT users.id 
FROM users 
WHERE (users.name LIKE %(name_1)s || '%%');

-- endswith;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%%' || %(name_1)s);

-- not contains;

SELECT users.id 
FROM users 
WHERE (users.name NOT LIKE '%%' || %(name_1)s || '%%');

-- autoescape;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%%' || %(name_1)s || '%%' ESCAPE '/');

-- autoescape with;

SELECT users.id 
FROM users 
WHERE (users.name LIKE %(name_1)s || '%%' ESCAPE '#');

-- icontains;

SELECT users.id 
FROM users 
WHERE (users.name ILIKE '%%' || %(name_1)s || '%%');

-- istartswith;

SELECT users.id 
FROM users 
WHERE (users.name NOT ILIKE %(name_1)s || '%%');

-- iendswith;

SELECT users.id 
FROM users 
WHERE (users.name ILIKE '%%' || %(name_1)s);

-- contains a column;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%%' || users.name || '%%');

-- contains a sum;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%%' || users.name || %(name_1)s || '%%');

-- and of contains;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%%' || %(name_1)s || '%%') AND users.age = %(age_1)s;

-- regexp;

SELECT users.id 
FROM users 
WHERE users.name ~ %(name_1)s;

-- not regexp;

SELECT users.id 
FROM users 
WHERE users.name !~ %(name_1)s;

-- regexp flags;

SELECT users.id 
FROM users 
WHERE users.name ~ CONCAT('(?', 'im', ')', %(name_1)s);

-- match;

SELECT users.id 
FROM users 
WHERE users.name @@ plainto_tsquery(%(name_1)s);

-- not match;

SELECT users.id 
FROM users 
WHERE NOT users.name @@ plainto_tsquery(%(name_1)s);

-- in;

SELECT users.id 
FROM users 
WHERE users.name IN (__[POSTCOMPILE_name_1]);

-- not in;

SELECT users.id 
FROM users 
WHERE (users.name NOT IN (__[POSTCOMPILE_name_1]));

-- opposite of in;

SELECT users.id 
FROM users 
WHERE (users.id NOT IN (__[POSTCOMPILE_id_1]));

-- in empty;

SELECT users.id 
FROM users 
WHERE users.id IN (__[POSTCOMPILE_id_1]);

-- not in empty;

SELECT users.id 
FROM users 
WHERE (users.id NOT IN (__[POSTCOMPILE_id_1]));

-- in with none;

SELECT users.id 
FROM users 
WHERE users.name IN (__[POSTCOMPILE_name_1]);

-- in select;

SELECT users.id 
FROM users 
WHERE users.id IN (SELECT orders.user_id 
FROM orders);

-- not in select;

SELECT users.id 
FROM users 
WHERE (users.id NOT IN (SELECT orders.user_id 
FROM orders));

-- in columns;

SELECT users.id 
FROM users 
WHERE users.id IN (users.age, %(id_1)s);

-- in tuple;

SELECT users.id 
FROM users 
WHERE (users.id, users.name) IN (__[POSTCOMPILE_param_1]);

-- in text;

SELECT users.id 
FROM users 
WHERE users.id IN (select 1);

-- in bindparam;

SELECT users.id 
FROM users 
WHERE users.id IN (__[POSTCOMPILE_ids]);

-- in generator;

SELECT users.id 
FROM users 
WHERE users.id IN (__[POSTCOMPILE_id_1]);

-- regexp replace;

SELECT REGEXP_REPLACE(users.name, %(name_1)s, %(name_2)s) AS anon_1 
FROM users;

-- regexp replace flags;

SELECT REGEXP_REPLACE(users.name, %(name_1)s, %(name_2)s, 'g') AS anon_1 
FROM users;

-- like in case;

SELECT CASE WHEN (users.name LIKE %(name_1)s) THEN %(param_1)s ELSE %(param_2)s END AS anon_1 
FROM users;

