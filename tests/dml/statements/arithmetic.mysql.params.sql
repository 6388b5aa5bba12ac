-- add;

SELECT users.age + %s AS anon_1 
FROM users;

-- radd;

SELECT %s + users.age AS anon_1 
FROM users;

-- precedence;

SELECT (users.age + %s) * %s AS anon_1 
FROM users;

-- left to right;

SELECT users.age - (users.id - %s) AS anon_1 
FROM users;

-- associative;

SELECT users.age + users.id + %s AS anon_1 
FROM users;

-- product of sums;

SELECT (users.age + %s) * (users.id - %s) AS anon_1 
FROM users;

-- division;

SELECT users.age / %s AS anon_1 
FROM users;

-- division of numerics;

SELECT users.score / users.age AS anon_1 
FROM users;

-- division by a float;

SELECT users.age / %s AS anon_1 
FROM users;

-- floor division;

SELECT FLOOR(users.age / %s) AS anon_1 
FROM users;

-- floor division of numerics;

SELECT FLOOR(users.score / %s) AS anon_1 
FROM users;

-- modulo;

SELECT users.age %% %s AS anon_1 
FROM users;

-- negative;

SELECT -users.age 
FROM users;

-- negative sum;

SELECT -(users.age + %s) AS anon_1 
FROM users;

-- double negative;

SELECT -(-users.age) AS anon_1 
FROM users;

-- sum in comparison;

SELECT users.age + %s > %s AS anon_1 
FROM users;

-- comparison in sum;

SELECT (users.age > %s) + %s AS anon_1 
FROM users;

-- bitwise and;

SELECT users.age & %s AS anon_1 
FROM users;

-- bitwise or;

SELECT users.age | %s AS anon_1 
FROM users;

-- bitwise xor;

SELECT users.age ^ %s AS anon_1 
FROM users;

-- bitwise not;

SELECT ~users.age 
FROM users;

-- shift;

SELECT users.age << %s AS anon_1 
FROM users;

-- custom;

SELECT users.age & %s AS anon_1 
FROM users;

-- custom in comparison;

SELECT (users.age & %s) = %s AS anon_1 
FROM users;

-- custom precedence;

SELECT users.age & %s = %s AS anon_1 
FROM users;

-- custom comparison;

SELECT users.name ~ %s AS anon_1 
FROM users;

-- not custom comparison;

SELECT NOT (users.name ~ %s) AS anon_1 
FROM users;

-- bool op;

SELECT users.name ~ %s AS anon_1 
FROM users;

-- custom percent;

SELECT users.name %%> %s AS anon_1 
FROM users;

-- power of function;

SELECT power(users.age, %s) + %s AS anon_1 
FROM users;

-- date minus interval;

SELECT users.joined - %s AS anon_1 
FROM users;

-- dates;

SELECT users.joined - users.joined AS anon_1 
FROM users;

-- label inside;

SELECT users.age + %s AS anon_1 
FROM users;

-- subquery inside;

SELECT (SELECT count(*) AS count_1 
FROM orders) + %s AS anon_1;

-- modulo and product;

SELECT (users.age * %s) %% %s AS anon_1 
FROM users;

