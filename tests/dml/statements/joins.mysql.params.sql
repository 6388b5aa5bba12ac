-- join;

SELECT users.id 
FROM users INNER JOIN orders ON users.id = orders.user_id;

-- outer join;

SELECT users.id 
FROM users LEFT OUTER JOIN orders ON users.id = orders.user_id;

-- full join;

SELECT users.id 
FROM users FULL OUTER JOIN orders ON users.id = orders.user_id;

-- select join;

SELECT users.id, orders.total 
FROM users INNER JOIN orders ON users.id = orders.user_id;

-- select outer join;

SELECT users.id 
FROM users LEFT OUTER JOIN orders ON users.id = orders.user_id;

-- join from;

SELECT users.id 
FROM users INNER JOIN orders ON users.id = orders.user_id;

-- isouter;

SELECT users.id 
FROM users LEFT OUTER JOIN orders ON users.id = orders.user_id;

-- sa join;

SELECT 1 
FROM users INNER JOIN orders ON users.id = orders.user_id;

-- chain;

SELECT users.id 
FROM users INNER JOIN orders ON users.id = orders.user_id INNER JOIN orders AS o2 ON o2.id = orders.id;

-- nested right;

SELECT users.id 
FROM users INNER JOIN (orders INNER JOIN orders AS o2 ON o2.id = orders.id) ON users.id = orders.user_id;

-- join on and;

SELECT users.id 
FROM users INNER JOIN orders ON users.id = orders.user_id AND orders.total > %s;

-- join on truth;

SELECT users.id 
FROM users INNER JOIN orders ON users.active = 1;

-- join on text;

SELECT users.id 
FROM users INNER JOIN orders ON users.id = orders.user_id;

-- join on true;

SELECT users.id 
FROM users INNER JOIN orders ON true = 1;

-- cartesian;

SELECT users.id 
FROM users, orders 
WHERE users.id = orders.user_id AND orders.total > %s;

-- join a subquery;

SELECT users.name, anon_1.n 
FROM users INNER JOIN (SELECT orders.user_id AS user_id, count(*) AS n 
FROM orders GROUP BY orders.user_id) AS anon_1 ON anon_1.user_id = users.id;

