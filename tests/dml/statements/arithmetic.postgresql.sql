-- add;

SELECT users.age + 1 AS anon_1 
FROM users;

-- radd;

SELECT 1 + users.age AS anon_1 
FROM users;

-- precedence;

SELECT (users.age + 1) * 2 AS anon_1 
FROM users;

-- left to right;

SELECT users.age - (users.id - 1) AS anon_1 
FROM users;

-- associative;

SELECT users.age + users.id + 1 AS anon_1 
FROM users;

-- product of sums;

SELECT (users.age + 1) * (users.id - 2) AS anon_1 
FROM users;

-- division;

SELECT users.age / CAST(2 AS NUMERIC) AS anon_1 
FROM users;

-- division of numerics;

SELECT users.score / CAST(users.age AS NUMERIC) AS anon_1 
FROM users;

-- division by a float;

SELECT users.age / CAST(2.5 AS FLOAT) AS anon_1 
FROM users;

-- floor division;

SELECT users.age / 2 AS anon_1 
FROM users;

-- floor division of numerics;

SELECT FLOOR(users.score / 2) AS anon_1 
FROM users;

-- modulo;

SELECT users.age %% 2 AS anon_1 
FROM users;

-- negative;

SELECT -users.age 
FROM users;

-- negative sum;

SELECT -(users.age + 1) AS anon_1 
FROM users;

-- double negative;

SELECT -(-users.age) AS anon_1 
FROM users;

-- sum in comparison;

SELECT users.age + 1 > 5 AS anon_1 
FROM users;

-- comparison in sum;

SELECT (users.age > 5) + 1 AS anon_1 
FROM users;

-- bitwise and;

SELECT users.age & 3 AS anon_1 
FROM users;

-- bitwise or;

SELECT users.age | 3 AS anon_1 
FROM users;

-- bitwise xor;

SELECT users.age # 3 AS anon_1 
FROM users;

-- bitwise not;

SELECT ~users.age 
FROM users;

-- shift;

SELECT users.age << 3 AS anon_1 
FROM users;

-- custom;

SELECT users.age & 4 AS anon_1 
FROM users;

-- custom in comparison;

SELECT (users.age & 4) = 0 AS anon_1 
FROM users;

-- custom precedence;

SELECT users.age & 4 = 0 AS anon_1 
FROM users;

-- custom comparison;

SELECT users.name ~ 'x' AS anon_1 
FROM users;

-- not custom comparison;

SELECT NOT (users.name ~ 'x') AS anon_1 
FROM users;

-- bool op;

SELECT users.name ~ 'x' AS anon_1 
FROM users;

-- custom percent;

SELECT users.name %%> 'x' AS anon_1 
FROM users;

-- power of function;

SELECT power(users.age, 2) + 1 AS anon_1 
FROM users;

-- date minus interval;

SELECT users.joined - make_interval(secs=>86400.0) AS anon_1 
FROM users;

-- dates;

SELECT users.joined - users.joined AS anon_1 
FROM users;

-- label inside;

SELECT users.age + 1 AS anon_1 
FROM users;

-- subquery inside;

SELECT (SELECT count(*) AS count_1 
FROM orders) + 1 AS anon_1;

-- modulo and product;

SELECT (users.age * 2) %% 3 AS anon_1 
FROM users;

