-- table;

SELECT users.id, users.name, users.age, users.active, users.score, users.joined 
FROM users;

-- columns;

SELECT users.id, users.name 
FROM users;

-- labels;

SELECT users.id AS a, users.name AS "Odd Name" 
FROM users;

-- two tables;

SELECT users.id, orders.id AS id_1 
FROM users, orders;

-- repeated;

SELECT users.id, users.id AS id__1 
FROM users;

-- repeated twice;

SELECT users.id, users.id AS id__1, users.id AS id__2 
FROM users;

-- same label;

SELECT users.id AS x, orders.id AS x 
FROM users, orders;

-- distinct;

SELECT DISTINCT users.name 
FROM users;

-- distinct on;

SELECT DISTINCT users.name 
FROM users;

-- limit;

SELECT users.id 
FROM users
 LIMIT 5 OFFSET 0;

-- offset;

SELECT users.id 
FROM users
 LIMIT ? OFFSET 5;

-- limit offset;

SELECT users.id 
FROM users
 LIMIT 5 OFFSET 10;

-- fetch;

SELECT users.id 
FROM users
 FETCH FIRST 5 ROWS ONLY;

-- fetch ties;

SELECT users.id 
FROM users ORDER BY users.id
 OFFSET 3 ROWS
 FETCH FIRST 5 ROWS WITH TIES;

-- order;

SELECT users.id 
FROM users ORDER BY users.name, users.id DESC;

-- order asc;

SELECT users.id 
FROM users ORDER BY users.name ASC, users.id DESC;

-- order nulls;

SELECT users.id 
FROM users ORDER BY users.name DESC NULLS LAST, users.id NULLS FIRST;

-- order nulls of a sum;

SELECT users.id 
FROM users ORDER BY (users.age + 1) NULLS FIRST;

-- order by label;

SELECT users.id AS x 
FROM users ORDER BY x;

-- order by label desc;

SELECT users.id + 1 AS x 
FROM users ORDER BY x DESC;

-- order by label object;

SELECT users.id + 1 AS x 
FROM users ORDER BY x;

-- order by label object desc;

SELECT users.id + 1 AS x 
FROM users ORDER BY x DESC;

-- order by column name;

SELECT users.id, users.name 
FROM users ORDER BY users.name;

-- order by unknown;

error CompileError: Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual SQL expression 'nothing' should be explicitly declared as text('nothing');

-- order by text;

SELECT users.id 
FROM users ORDER BY 1;

-- order by expression;

SELECT users.id 
FROM users ORDER BY users.age + 1;

-- order by condition;

SELECT users.id 
FROM users ORDER BY users.age = 1;

-- group;

SELECT users.name, count(*) AS count_1 
FROM users GROUP BY users.name;

-- group having;

SELECT users.name, count(*) AS count_1 
FROM users GROUP BY users.name 
HAVING count(*) > 1;

-- group by label;

SELECT lower(users.name) AS x 
FROM users GROUP BY x;

-- group by label object;

SELECT lower(users.name) AS x 
FROM users GROUP BY lower(users.name);

-- from;

SELECT users.id 
FROM users;

-- count from;

SELECT count(*) AS count_1 
FROM users;

-- literal;

SELECT 1;

-- text columns;

SELECT a, b 
FROM t;

-- star;

SELECT * 
FROM users;

-- literal column star;

SELECT * 
FROM users;

-- for update;

SELECT users.id 
FROM users;

-- for update nowait;

SELECT users.id 
FROM users;

-- for share;

SELECT users.id 
FROM users;

-- for no key;

SELECT users.id 
FROM users;

-- prefix;

SELECT HINT users.id 
FROM users;

-- prefix of mysql;

SELECT users.id 
FROM users;

-- suffix;

SELECT users.id 
FROM users FOO;

-- where without from;

SELECT 1 
WHERE 1 = 1;

-- schema;

SELECT s.t.a 
FROM s.t;

-- schema condition;

SELECT s.t.a 
FROM s.t 
WHERE s.t.a = 1;

-- quoted;

SELECT "Order"."group", "Order"."Name", "Order"."1st" 
FROM "Order";

-- table label style;

SELECT users.id AS users_id, orders.id AS orders_id 
FROM users, orders;

-- no table;

SELECT a, b 
WHERE c = 1;

-- add columns;

SELECT users.id, users.name 
FROM users;

-- with only columns;

SELECT users.id 
FROM users;

-- alias;

SELECT u.id 
FROM users AS u;

-- anonymous alias;

SELECT users_1.id 
FROM users AS users_1 
WHERE users_1.name = 'x';

-- two anonymous aliases;

SELECT users_1.id, users_2.id AS id_1 
FROM users AS users_1, users AS users_2 
WHERE users_1.id = users_2.id;

-- empty where;

SELECT users.id 
FROM users 
WHERE 1 = 1;

-- unary columns;

SELECT -users.age, DISTINCT users.name 
FROM users;

-- table method;

SELECT users.id, users.name, users.age, users.active, users.score, users.joined 
FROM users 
WHERE users.id = 1;

-- exists column;

SELECT EXISTS (SELECT * 
FROM users 
WHERE users.id = 1) AS anon_1;

-- exists select;

SELECT EXISTS (SELECT users.id 
FROM users 
WHERE users.id = 1) AS anon_1;

-- exists method;

SELECT EXISTS (SELECT users.id 
FROM users) AS anon_1;

-- long label;

SELECT coalesce(users.id, 1) AS a_very_long_label_that_goes_on_and_on_and_on_and_on_and_on_and_on_end 
FROM users;

