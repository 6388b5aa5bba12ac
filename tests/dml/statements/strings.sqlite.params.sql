-- concat;

SELECT users.name || ? AS anon_1 
FROM users;

-- rconcat;

SELECT ? || users.name AS anon_1 
FROM users;

-- concat method;

SELECT users.name || users.age AS anon_1 
FROM users;

-- three;

SELECT users.name || ? || users.name AS anon_1 
FROM users;

-- concat in comparison;

SELECT (users.name || ?) = ? AS anon_1 
FROM users;

-- literals;

SELECT ? || ? AS anon_1;

-- collate;

SELECT users.name COLLATE "C" AS anon_1 
FROM users;

-- collate order;

SELECT lower(users.name) COLLATE nocase AS anon_1 
FROM users;

-- like;

SELECT users.id 
FROM users 
WHERE users.name LIKE ?;

-- not like;

SELECT users.id 
FROM users 
WHERE users.name NOT LIKE ?;

-- opposite of like;

SELECT users.id 
FROM users 
WHERE users.name NOT LIKE ?;

-- like escape;

SELECT users.id 
FROM users 
WHERE users.name LIKE ? ESCAPE '/';

-- ilike;

SELECT users.id 
FROM users 
WHERE lower(users.name) LIKE lower(?);

-- not ilike;

SELECT users.id 
FROM users 
WHERE lower(users.name) NOT LIKE lower(?) ESCAPE '#';

-- notilike;

SELECT users.id 
FROM users 
WHERE lower(users.name) NOT LIKE lower(?);

-- contains;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || ? || '%');

-- startswith;

SELECT users.id 
FROM users 
WHERE (users.name LIKE ? || '%');

-- endswith;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || ?);

-- not contains;

SELECT users.id 
FROM users 
WHERE (users.name NOT LIKE '%' || ? || '%');

-- autoescape;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || ? || '%' ESCAPE '/');

-- autoescape with;

SELECT users.id 
FROM users 
WHERE (users.name LIKE ? || '%' ESCAPE '#');

-- icontains;

SELECT users.id 
FROM users 
WHERE (lower(users.name) LIKE '%' || lower(?) || '%');

-- istartswith;

SELECT users.id 
FROM users 
WHERE (lower(users.name) NOT LIKE lower(?) || '%');

-- iendswith;

SELECT users.id 
FROM users 
WHERE (lower(users.name) LIKE '%' || lower(?));

-- contains a column;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || users.name || '%');

-- contains a sum;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || users.name || ? || '%');

-- and of contains;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || ? || '%') AND users.age = ?;

-- regexp;

SELECT users.id 
FROM users 
WHERE users.name REGEXP ?;

-- not regexp;

SELECT users.id 
FROM users 
WHERE users.name NOT REGEXP ?;

-- regexp flags;

SELECT users.id 
FROM users 
WHERE users.name REGEXP ?;

-- match;

SELECT users.id 
FROM users 
WHERE users.name MATCH ?;

-- not match;

SELECT users.id 
FROM users 
WHERE NOT users.name MATCH ?;

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
WHERE users.id IN (users.age, ?);

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

error CompileError: sqlite dialect does not support regular expression replacements;

-- regexp replace flags;

error CompileError: sqlite dialect does not support regular expression replacements;

-- like in case;

SELECT CASE WHEN (users.name LIKE ?) THEN ? ELSE ? END AS anon_1 
FROM users;

