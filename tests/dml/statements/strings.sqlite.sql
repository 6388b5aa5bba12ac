-- concat;

SELECT users.name || 'x' AS anon_1 
FROM users;

-- rconcat;

SELECT 'x' || users.name AS anon_1 
FROM users;

-- concat method;

SELECT users.name || users.age AS anon_1 
FROM users;

-- three;

SELECT users.name || ' ' || users.name AS anon_1 
FROM users;

-- concat in comparison;

SELECT (users.name || 'x') = 'yx' AS anon_1 
FROM users;

-- literals;

SELECT 'a' || 'b' AS anon_1;

-- collate;

SELECT users.name COLLATE "C" AS anon_1 
FROM users;

-- collate order;

SELECT lower(users.name) COLLATE nocase AS anon_1 
FROM users;

-- like;

SELECT users.id 
FROM users 
WHERE users.name LIKE 'a%';

-- not like;

SELECT users.id 
FROM users 
WHERE users.name NOT LIKE 'a%';

-- opposite of like;

SELECT users.id 
FROM users 
WHERE users.name NOT LIKE 'a%';

-- like escape;

SELECT users.id 
FROM users 
WHERE users.name LIKE 'a/%' ESCAPE '/';

-- ilike;

SELECT users.id 
FROM users 
WHERE lower(users.name) LIKE lower('A%');

-- not ilike;

SELECT users.id 
FROM users 
WHERE lower(users.name) NOT LIKE lower('A%') ESCAPE '#';

-- notilike;

SELECT users.id 
FROM users 
WHERE lower(users.name) NOT LIKE lower('A%');

-- contains;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || 'x' || '%');

-- startswith;

SELECT users.id 
FROM users 
WHERE (users.name LIKE 'x' || '%');

-- endswith;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || 'x');

-- not contains;

SELECT users.id 
FROM users 
WHERE (users.name NOT LIKE '%' || 'x' || '%');

-- autoescape;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || '50/%/_//' || '%' ESCAPE '/');

-- autoescape with;

SELECT users.id 
FROM users 
WHERE (users.name LIKE 'a#%b##' || '%' ESCAPE '#');

-- icontains;

SELECT users.id 
FROM users 
WHERE (lower(users.name) LIKE '%' || lower('x') || '%');

-- istartswith;

SELECT users.id 
FROM users 
WHERE (lower(users.name) NOT LIKE lower('x') || '%');

-- iendswith;

SELECT users.id 
FROM users 
WHERE (lower(users.name) LIKE '%' || lower('x'));

-- contains a column;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || users.name || '%');

-- contains a sum;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || users.name || 'x' || '%');

-- and of contains;

SELECT users.id 
FROM users 
WHERE (users.name LIKE '%' || 'x' || '%') AND users.age = 1;

-- regexp;

SELECT users.id 
FROM users 
WHERE users.name REGEXP '^a';

-- not regexp;

SELECT users.id 
FROM users 
WHERE users.name NOT REGEXP '^a';

-- regexp flags;

SELECT users.id 
FROM users 
WHERE users.name REGEXP '^a';

-- match;

SELECT users.id 
FROM users 
WHERE users.name MATCH 'word';

-- not match;

SELECT users.id 
FROM users 
WHERE NOT users.name MATCH ?;

-- in;

SELECT users.id 
FROM users 
WHERE users.name IN ('a', 'b''c');

-- not in;

SELECT users.id 
FROM users 
WHERE (users.name NOT IN ('a'));

-- opposite of in;

SELECT users.id 
FROM users 
WHERE (users.id NOT IN (1, 2));

-- in empty;

SELECT users.id 
FROM users 
WHERE users.id IN (SELECT 1 FROM (SELECT 1) WHERE 1!=1);

-- not in empty;

SELECT users.id 
FROM users 
WHERE (users.id NOT IN (SELECT 1 FROM (SELECT 1) WHERE 1!=1));

-- in with none;

SELECT users.id 
FROM users 
WHERE users.name IN ('a', NULL);

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
WHERE users.id IN (users.age, 5);

-- in tuple;

SELECT users.id 
FROM users 
WHERE (users.id, users.name) IN (VALUES (1, 'a'), (2, 'b'));

-- in text;

SELECT users.id 
FROM users 
WHERE users.id IN (select 1);

-- in bindparam;

SELECT users.id 
FROM users 
WHERE users.id IN (1, 2);

-- in generator;

SELECT users.id 
FROM users 
WHERE users.id IN (0, 1, 2);

-- regexp replace;

error CompileError: sqlite dialect does not support regular expression replacements;

-- regexp replace flags;

error CompileError: sqlite dialect does not support regular expression replacements;

-- like in case;

SELECT CASE WHEN (users.name LIKE 'a%') THEN 1 ELSE 0 END AS anon_1 
FROM users;

