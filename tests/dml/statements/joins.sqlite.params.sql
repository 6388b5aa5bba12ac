-- join;

SELECT users.id 
FROM users JOIN orders ON users.id = orders.user_id;

-- outer join;

SELECT users.id 
FROM users LEFT OUTER JOIN orders ON users.id = orders.user_id;

-- full join;

SELECT users.id 
FROM users FULL OUTER JOIN orders ON users.id = orders.user_id;

-- select join;

SELECT users.id, orders.total 
FROM users JOIN orders ON users.id = orders.user_id;

-- select outer join;

SELECT users.id 
FROM users LEFT OUTER JOIN orders ON users.id = orders.user_id;

-- join from;

SELECT users.id 
FROM users JOIN orders ON users.id = orders.user_id;

-- isouter;

SELECT users.id 
FROM users LEFT OUTER JOIN orders ON users.id = orders.user_id;

-- sa join;

SELECT 1 
FROM users JOIN orders ON users.id = orders.user_id;

-- chain;

SELECT users.id 
FROM users JOIN orders ON users.id = orders.user_id JOIN orders AS o2 ON o2.id = orders.id;

-- nested right;

SELECT users.id 
FROM users JOIN (orders JOIN orders AS o2 ON o2.id = orders.id) ON users.id = orders.user_id;

-- join on and;

SELECT users.id 
FROM users JOIN orders ON users.id = orders.user_id AND orders.total > ?;

-- join on truth;

SELECT users.id 
FROM users JOIN orders ON users.active = 1;

-- join on text;

SELECT users.id 
FROM users JOIN orders ON users.id = orders.user_id;

-- join on true;

SELECT users.id 
FROM users JOIN orders ON 1 = 1;

-- cartesian;

SELECT users.id 
FROM users, orders 
WHERE users.id = orders.user_id AND orders.total > ?;

-- join a subquery;

SELECT users.name, anon_1.n 
FROM users JOIN (SELECT orders.user_id AS user_id, count(*) AS n 
FROM orders GROUP BY orders.user_id) AS anon_1 ON anon_1.user_id = users.id;

