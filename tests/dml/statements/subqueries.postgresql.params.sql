-- subquery;

SELECT anon_1.id 
FROM (SELECT users.id AS id 
FROM users) AS anon_1;

-- named subquery;

SELECT sub.id, sub.x 
FROM (SELECT users.id AS id, users.age + %(age_1)s AS x 
FROM users) AS sub;

-- subquery alias;

SELECT sub.id 
FROM (SELECT users.id AS id 
FROM users) AS sub;

-- two subqueries;

SELECT anon_1.id, anon_2.id AS id_1 
FROM (SELECT users.id AS id 
FROM users) AS anon_1, (SELECT orders.id AS id 
FROM orders) AS anon_2 
WHERE anon_1.id = anon_2.id;

-- scalar;

SELECT users.id, (SELECT count(orders.id) AS count_1 
FROM orders 
WHERE orders.user_id = users.id) AS anon_1 
FROM users;

-- scalar label;

SELECT (SELECT count(orders.id) AS count_1 
FROM orders 
WHERE orders.user_id = users.id) AS n 
FROM users;

-- scalar same table;

SELECT users.id 
FROM users 
WHERE users.age = (SELECT max(users_1.age) AS max_1 
FROM users AS users_1);

-- correlate;

SELECT users.id 
FROM users 
WHERE EXISTS (SELECT orders.id 
FROM orders 
WHERE orders.user_id = users.id);

-- correlate none;

SELECT users.id 
FROM users 
WHERE EXISTS (SELECT orders.id 
FROM orders, users 
WHERE orders.user_id = users.id);

-- correlate except;

SELECT users.id 
FROM users 
WHERE EXISTS (SELECT orders.id 
FROM orders 
WHERE orders.user_id = users.id);

-- in select with condition;

SELECT users.id 
FROM users 
WHERE users.id IN (SELECT orders.user_id 
FROM orders 
WHERE orders.total > %(total_1)s);

-- any;

SELECT users.id 
FROM users 
WHERE users.id = ANY (SELECT orders.user_id 
FROM orders);

-- all;

SELECT users.id 
FROM users 
WHERE users.id > ALL (SELECT orders.user_id 
FROM orders);

-- cte;

WITH grown AS 
(SELECT users.id AS id 
FROM users 
WHERE users.age > %(age_1)s)
 SELECT grown.id 
FROM grown;

-- anonymous cte;

WITH anon_1 AS 
(SELECT users.id AS id 
FROM users)
 SELECT anon_1.id 
FROM anon_1;

-- two ctes;

WITH a AS 
(SELECT users.id AS id 
FROM users), 
b AS 
(SELECT orders.id AS id, orders.user_id AS user_id 
FROM orders)
 SELECT a.id, b.id AS id_1 
FROM a, b 
WHERE a.id = b.user_id;

-- cte uses cte;

WITH a AS 
(SELECT users.id AS id 
FROM users), 
b AS 
(SELECT a.id AS id 
FROM a 
WHERE a.id > %(id_1)s)
 SELECT b.id 
FROM b;

-- cte alias;

WITH c AS 
(SELECT users.id AS id 
FROM users)
 SELECT c.id, x.id AS id_1 
FROM c, c AS x;

-- recursive;

WITH RECURSIVE nums(n) AS 
(SELECT 1 AS n UNION ALL SELECT nums.n + %(n_1)s AS anon_1 
FROM nums 
WHERE nums.n < %(n_2)s)
 SELECT nums.n 
FROM nums;

-- recursive table;

WITH RECURSIVE tree(id, user_id) AS 
(SELECT orders.id AS id, orders.user_id AS user_id 
FROM orders 
WHERE orders.id = %(id_1)s UNION SELECT orders.id AS id, orders.user_id AS user_id 
FROM orders JOIN tree ON tree.id = orders.user_id)
 SELECT tree.id, tree.user_id 
FROM tree;

-- cte in in;

WITH c AS 
(SELECT orders.user_id AS user_id 
FROM orders)
 SELECT users.id 
FROM users 
WHERE users.id IN (SELECT c.user_id 
FROM c);

-- cte values before;

WITH c AS 
(SELECT orders.id AS id 
FROM orders 
WHERE orders.status = %(status_1)s)
 SELECT users.id, c.id AS id_1 
FROM users, c 
WHERE users.name = %(name_1)s;

-- union;

SELECT users.id 
FROM users UNION SELECT orders.id 
FROM orders;

-- union all;

SELECT users.id 
FROM users UNION ALL SELECT orders.id 
FROM orders UNION ALL SELECT users.age 
FROM users;

-- union method;

SELECT users.id 
FROM users UNION SELECT orders.id 
FROM orders;

-- except;

SELECT users.id 
FROM users EXCEPT SELECT orders.user_id 
FROM orders;

-- intersect;

SELECT users.id 
FROM users INTERSECT SELECT orders.user_id 
FROM orders;

-- union order;

SELECT users.id 
FROM users UNION SELECT orders.id 
FROM orders ORDER BY id 
 LIMIT %(param_1)s;

-- union order of parts;

(SELECT users.id 
FROM users ORDER BY users.id 
 LIMIT %(param_1)s) UNION SELECT orders.id 
FROM orders;

-- union of unions;

(SELECT users.id 
FROM users UNION SELECT orders.id 
FROM orders) UNION SELECT users.age 
FROM users;

-- union in from;

SELECT anon_1.id 
FROM (SELECT users.id AS id 
FROM users UNION SELECT orders.id AS id 
FROM orders) AS anon_1;

-- union of different widths;

error CompileError: All selectables passed to CompoundSelect must have identical numbers of columns; select #1 has 1 columns, select #2 has 2;

-- lateral;

SELECT users.id, s.total 
FROM users JOIN LATERAL (SELECT orders.total AS total 
FROM orders 
WHERE orders.user_id = users.id) AS s ON true;

-- values;

SELECT v.a, v.b 
FROM (VALUES (%(param_1)s, %(param_2)s), (%(param_3)s, %(param_4)s)) AS v (a, b);

-- function table;

SELECT anon_1.value 
FROM json_each(%(json_each_1)s) AS anon_1;

-- function table named;

SELECT j.value 
FROM json_each(%(json_each_1)s) AS j;

-- column valued;

SELECT y 
FROM unnest(x) AS y;

-- series;

SELECT n 
FROM generate_series(%(generate_series_1)s, %(generate_series_2)s) AS n;

-- select from function;

SELECT * 
FROM generate_series(%(generate_series_1)s, %(generate_series_2)s);

-- text subquery;

SELECT s.id 
FROM (SELECT id FROM foo) AS s;

