-- column alone;

SELECT users.id 
FROM users 
WHERE users.active;

-- not column;

SELECT users.id 
FROM users 
WHERE NOT users.active;

-- not not column;

SELECT users.id 
FROM users 
WHERE users.active;

-- true;

SELECT users.id 
FROM users 
WHERE true;

-- false;

SELECT users.id 
FROM users 
WHERE false;

-- python true;

SELECT users.id 
FROM users 
WHERE true;

-- and;

SELECT users.id 
FROM users 
WHERE users.age > 1 AND users.active;

-- or;

SELECT users.id 
FROM users 
WHERE users.age > 1 OR NOT users.active;

-- operators;

SELECT users.id 
FROM users 
WHERE users.age > 1 AND users.age < 9 OR users.active;

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
WHERE false;

-- or true wins;

SELECT users.id 
FROM users 
WHERE true;

-- or false drops out;

SELECT users.id 
FROM users 
WHERE users.active;

-- only true;

SELECT users.id 
FROM users 
WHERE true;

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
WHERE foo(users.id);

-- not boolean function;

SELECT users.id 
FROM users 
WHERE NOT foo(users.id);

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
WHERE CASE WHEN (users.id = 1) THEN true ELSE false END;

-- cast boolean;

SELECT users.id 
FROM users 
WHERE CAST(users.name AS BOOLEAN);

-- literal true;

SELECT users.id 
FROM users 
WHERE true;

-- single or;

SELECT users.id 
FROM users 
WHERE users.active;

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
WHERE users.id = 1 AND users.active AND NOT users.active;

-- where true and more;

SELECT users.id 
FROM users 
WHERE users.id = 1;

-- where or and more;

SELECT users.id 
FROM users 
WHERE (users.id = 1 OR users.id = 2) AND users.age = 1;

-- selected truth;

SELECT users.active, NOT users.active, true AS anon_1, users.age > 1 AS anon_2, users.age <= 1 AS anon_3 
FROM users;

-- filter by;

SELECT users.id 
FROM users 
WHERE users.name = 'x' AND users.age IS NULL;

-- having truth;

SELECT users.id 
FROM users GROUP BY users.id 
HAVING users.active;

