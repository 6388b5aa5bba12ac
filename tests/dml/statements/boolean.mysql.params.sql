-- column alone;

SELECT users.id 
FROM users 
WHERE users.active = 1;

-- not column;

SELECT users.id 
FROM users 
WHERE users.active = 0;

-- not not column;

SELECT users.id 
FROM users 
WHERE users.active = 1;

-- true;

SELECT users.id 
FROM users 
WHERE true = 1;

-- false;

SELECT users.id 
FROM users 
WHERE false = 1;

-- python true;

SELECT users.id 
FROM users 
WHERE true = 1;

-- and;

SELECT users.id 
FROM users 
WHERE users.age > %s AND users.active = 1;

-- or;

SELECT users.id 
FROM users 
WHERE users.age > %s OR users.active = 0;

-- operators;

SELECT users.id 
FROM users 
WHERE users.age > %s AND users.age < %s OR users.active = 1;

-- nested and;

SELECT users.id 
FROM users 
WHERE users.age > %s AND users.id > %s AND users.id < %s;

-- or inside and;

SELECT users.id 
FROM users 
WHERE (users.id = %s OR users.id = %s) AND users.age = %s;

-- and inside or;

SELECT users.id 
FROM users 
WHERE users.id = %s AND users.id = %s OR users.age = %s;

-- true drops out;

SELECT users.id 
FROM users 
WHERE users.age > %s;

-- false wins;

SELECT users.id 
FROM users 
WHERE false = 1;

-- or true wins;

SELECT users.id 
FROM users 
WHERE true = 1;

-- or false drops out;

SELECT users.id 
FROM users 
WHERE users.active = 1;

-- only true;

SELECT users.id 
FROM users 
WHERE true = 1;

-- not and;

SELECT users.id 
FROM users 
WHERE NOT (users.id = %s AND users.age = %s);

-- not or;

SELECT users.id 
FROM users 
WHERE NOT (users.id = %s OR users.age = %s);

-- not not and;

SELECT users.id 
FROM users 
WHERE NOT (NOT (users.id = %s AND users.age = %s));

-- not single;

SELECT users.id 
FROM users 
WHERE users.id != %s;

-- not function;

SELECT users.id 
FROM users 
WHERE NOT foo(users.id);

-- boolean function;

SELECT users.id 
FROM users 
WHERE foo(users.id) = 1;

-- not boolean function;

SELECT users.id 
FROM users 
WHERE foo(users.id) = 0;

-- text condition;

SELECT users.id 
FROM users 
WHERE a = 1;

-- text in and;

SELECT users.id 
FROM users 
WHERE a = 1 AND users.id = %s;

-- text in or;

SELECT users.id 
FROM users 
WHERE a = 1 AND b = 2 OR users.id = %s;

-- case;

SELECT users.id 
FROM users 
WHERE CASE WHEN (users.id = %s) THEN %s ELSE %s END = 1;

-- cast boolean;

SELECT users.id 
FROM users 
WHERE users.name = 1;

-- literal true;

SELECT users.id 
FROM users 
WHERE %s = 1;

-- single or;

SELECT users.id 
FROM users 
WHERE users.active = 1;

-- exists;

SELECT users.id 
FROM users 
WHERE EXISTS (SELECT * 
FROM orders 
WHERE orders.user_id = users.id);

-- not exists;

SELECT users.id 
FROM users 
WHERE NOT (EXISTS (SELECT * 
FROM orders 
WHERE orders.user_id = users.id));

-- several where;

SELECT users.id 
FROM users 
WHERE users.id = %s AND users.active = 1 AND users.active = 0;

-- where true and more;

SELECT users.id 
FROM users 
WHERE users.id = %s;

-- where or and more;

SELECT users.id 
FROM users 
WHERE (users.id = %s OR users.id = %s) AND users.age = %s;

-- selected truth;

SELECT users.active, users.active = 0 AS active__1, true AS anon_1, users.age > %s AS anon_2, users.age <= %s AS anon_3 
FROM users;

-- filter by;

SELECT users.id 
FROM users 
WHERE users.name = %s AND users.age IS NULL;

-- having truth;

SELECT users.id 
FROM users GROUP BY users.id 
HAVING users.active = 1;

