-- concat;

SELECT concat(users.name, %s) AS anon_1 
FROM users;

-- rconcat;

SELECT concat(%s, users.name) AS anon_1 
FROM users;

-- concat method;

SELECT concat(users.name, users.age) AS anon_1 
FROM users;

-- three;

SELECT concat(users.name, %s, users.name) AS anon_1 
FROM users;

-- concat in comparison;

SELECT (concat(users.name, %s)) = %s AS anon_1 
FROM users;

-- literals;

SELECT concat(%s, %s) AS anon_1;

-- collate;

SELECT users.name COLLATE `C` AS anon_1 
FROM users;

-- collate order;

SELECT lower(users.name) COLLATE nocase AS anon_1 
FROM users;

-- like;

SELECT users.id 
FROM users 
WHERE users.name LIKE %s;

-- not like;

SELECT users.id 
FROM users 
WHERE users.name NOT LIKE %s;

-- opposite of like;

SELECT users.id 
FROM users 
WHERE users.name NOT LIKE %s;

-- like escape;

SELECT users.id 
FROM users 
WHERE users.name LIKE %s ESCAPE '/';

-- ilike;

SELECT users.id 
FROM users 
WHERE lower(users.name) LIKE lower(%s);

-- not ilike;

SELECT users.id 
FROM users 
WHERE lower(users.name) NOT LIKE lower(%s) ESCAPE '#';

-- notilike;

SELECT users.id 
FROM users 
WHERE lower(users.name) NOT LIKE lower(%s);

-- contains;

SELECT users.id 
FROM users 
WHERE (users.name LIKE concat('%%', %s, '%%'));

-- startswith;

SELECT users.id 
FROM users 
WHERE (users.name LIKE concat(%s, '%%'));

-- endswith;

SELECT users.id 
FROM users 
WHERE (users.name LIKE concat('%%', %s));

-- not contains;

SELECT users.id 
FROM users 
WHERE (users.name NOT LIKE concat('%%', %s, '%%'));

-- autoescape;

SELECT users.id 
FROM users 
WHERE (users.name LIKE concat('%%', %s, '%%') ESCAPE '/');

-- autoescape with;

SELECT users.id 
FROM users 
WHERE (users.name LIKE concat(%s, '%%') ESCAPE '#');

-- icontains;

SELECT users.id 
FROM users 
WHERE (lower(users.name) LIKE concat('%%', lower(%s), '%%'));

-- istartswith;

SELECT users.id 
FROM users 
WHERE (lower(users.name) NOT LIKE concat(lower(%s), '%%'));

-- iendswith;

SELECT users.id 
FROM users 
WHERE (lower(users.name) LIKE concat('%%', lower(%s)));

-- contains a column;

SELECT users.id 
FROM users 
WHERE (users.name LIKE concat('%%', users.name, '%%'));

-- contains a sum;

SELECT users.id 
FROM users 
WHERE (users.name LIKE concat('%%', users.name, %s, '%%'));

-- and of contains;

SELECT users.id 
FROM users 
WHERE (users.name LIKE concat('%%', %s, '%%')) AND users.age = %s;

-- regexp;

SELECT users.id 
FROM users 
WHERE users.name REGEXP %s;

-- not regexp;

SELECT users.id 
FROM users 
WHERE users.name NOT REGEXP %s;

-- regexp flags;

SELECT users.id 
FROM users 
WHERE users.name REGEXP CONCAT('(?', 'im', ')', %s);

-- match;

SELECT users.id 
FROM users 
WHERE MATCH (users.name) AGAINST (%s IN BOOLEAN MODE);

-- not match;

SELECT users.id 
FROM users 
WHERE NOT MATCH (users.name) AGAINST (%s IN BOOLEAN MODE);

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
WHERE users.id IN (users.age, %s);

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

SELECT REGEXP_REPLACE(users.name, %s, %s) AS anon_1 
FROM users;

-- regexp replace flags;

SELECT REGEXP_REPLACE(users.name, CONCAT('(?', 'g', ')', %s), %s) AS anon_1 
FROM users;

-- like in case;

SELECT CASE WHEN (users.name LIKE %s) THEN %s ELSE %s END AS anon_1 
FROM users;

