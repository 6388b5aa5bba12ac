-- add;

SELECT users.age + ? AS anon_1 
FROM users;

-- radd;

SELECT ? + users.age AS anon_1 
FROM users;

-- precedence;

SELECT (users.age + ?) * ? AS anon_1 
FROM users;

-- left to right;

SELECT users.age - (users.id - ?) AS anon_1 
FROM users;

-- associative;

SELECT users.age + users.id + ? AS anon_1 
FROM users;

-- product of sums;

SELECT (users.age + ?) * (users.id - ?) AS anon_1 
FROM users;

-- division;

SELECT users.age / (? + 0.0) AS anon_1 
FROM users;

-- division of numerics;

SELECT users.score / (users.age + 0.0) AS anon_1 
FROM users;

-- division by a float;

SELECT users.age / (? + 0.0) AS anon_1 
FROM users;

-- floor division;

SELECT users.age / ? AS anon_1 
FROM users;

-- floor division of numerics;

SELECT FLOOR(users.score / ?) AS anon_1 
FROM users;

-- modulo;

SELECT users.age % ? AS anon_1 
FROM users;

-- negative;

SELECT -users.age 
FROM users;

-- negative sum;

SELECT -(users.age + ?) AS anon_1 
FROM users;

-- double negative;

SELECT -(-users.age) AS anon_1 
FROM users;

-- sum in comparison;

SELECT users.age + ? > ? AS anon_1 
FROM users;

-- comparison in sum;

SELECT (users.age > ?) + ? AS anon_1 
FROM users;

-- bitwise and;

SELECT users.age & ? AS anon_1 
FROM users;

-- bitwise or;

SELECT users.age | ? AS anon_1 
FROM users;

-- bitwise xor;

SELECT (users.age | ? - users.age & ?) AS anon_1 
FROM users;

-- bitwise not;

SELECT ~users.age 
FROM users;

-- shift;

SELECT users.age << ? AS anon_1 
FROM users;

-- custom;

SELECT users.age & ? AS anon_1 
FROM users;

-- custom in comparison;

SELECT (users.age & ?) = ? AS anon_1 
FROM users;

-- custom precedence;

SELECT users.age & ? = ? AS anon_1 
FROM users;

-- custom comparison;

SELECT users.name ~ ? AS anon_1 
FROM users;

-- not custom comparison;

SELECT NOT (users.name ~ ?) AS anon_1 
FROM users;

-- bool op;

SELECT users.name ~ ? AS anon_1 
FROM users;

-- custom percent;

SELECT users.name %> ? AS anon_1 
FROM users;

-- power of function;

SELECT power(users.age, ?) + ? AS anon_1 
FROM users;

-- date minus interval;

SELECT users.joined - ? AS anon_1 
FROM users;

-- dates;

SELECT users.joined - users.joined AS anon_1 
FROM users;

-- label inside;

SELECT users.age + ? AS anon_1 
FROM users;

-- subquery inside;

SELECT (SELECT count(*) AS count_1 
FROM orders) + ? AS anon_1;

-- modulo and product;

SELECT (users.age * ?) % ? AS anon_1 
FROM users;

