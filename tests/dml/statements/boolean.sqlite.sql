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
WHERE 1 = 1;

-- false;

SELECT users.id 
FROM users 
WHERE 0 = 1;

-- python true;

SELECT users.id 
FROM users 
WHERE 1 = 1;

-- and;

SELECT users.id 
FROM users 
WHERE users.age > 1 AND users.active = 1;

-- or;

SELECT users.id 
FROM users 
WHERE users.age > 1 OR users.active = 0;

-- operators;

SELECT users.id 
FROM users 
WHERE users.age > 1 AND users.age < 9 OR users.active = 1;

-- nested and;

SELECT users.id 
FROM users 
WHERE users.age > 1 AND users.id > 2 AND users.id < 3;

-- or inside and;

SELECT users.id 
FROM users 
WHERE (users.id = 1 OR users.id = 2) AND users.age = 3;

-- and inside or;

SELECT users.id 
FROM users 
WHERE users.id = 1 AND users.id = 2 OR users.age = 3;

-- true drops out;

SELECT users.id 
FROM users 
WHERE users.age > 1;

-- false wins;

SELECT users.id 
FROM users 
WHERE 0 = 1;

-- or true wins;

SELECT users.id 
FROM users 
WHERE 1 = 1;

-- or false drops out;

SELECT users.id 
FROM users 
WHERE users.active = 1;

-- only true;

SELECT users.id 
FROM users 
WHERE 1 = 1;

-- not and;

SELECT users.id 
FROM users 
WHERE NOT (users.id = 1 AND users.age = 2);

-- not or;

SELECT users.id 
FROM users 
WHERE NOT (users.id = 1 OR users.age = 2);

-- not not and;

SELECT users.id 
FROM users 
WHERE NOT (NOT (users.id = 1 AND users.age = 2));

-- not single;

SELECT users.id 
FROM users 
WHERE users.id != 1;

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
WHERE a = 1 AND users.id = 2;

-- text in or;

SELECT users.id 
FROM users 
WHERE a = 1 AND b = 2 OR users.id = 2;

-- case;

SELECT users.id 
FROM users 
WHERE CASE WHEN (users.id = 1) THEN 1 ELSE 0 END = 1;

-- cast boolean;

SELECT users.id 
FROM users 
WHERE CAST(users.name AS BOOLEAN) = 1;

-- literal true;

SELECT users.id 
FROM users 
WHERE 1 = 1;

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
WHERE users.id = 1 AND users.active = 1 AND users.active = 0;

-- where true and more;

SELECT users.id 
FROM users 
WHERE users.id = 1;

-- where or and more;

SELECT users.id 
FROM users 
WHERE (users.id = 1 OR users.id = 2) AND users.age = 1;

-- selected truth;

SELECT users.active, users.active = 0 AS active__1, 1 AS anon_1, users.age > 1 AS anon_2, users.age <= 1 AS anon_3 
FROM users;

-- filter by;

SELECT users.id 
FROM users 
WHERE users.name = 'x' AND users.age IS NULL;

-- having truth;

SELECT users.id 
FROM users GROUP BY users.id 
HAVING users.active = 1;

