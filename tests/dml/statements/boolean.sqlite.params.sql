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
WHERE users.age > ? AND users.active = 1;

-- or;

SELECT users.id 
FROM users 
WHERE users.age > ? OR users.active = 0;

-- operators;

SELECT users.id 
FROM users 
WHERE users.age > ? AND users.age < ? OR users.active = 1;

-- nested and;

SELECT users.id 
FROM users 
WHERE users.age > ? AND users.id > ? AND users.id < ?;

-- or inside and;

SELECT users.id 
FROM users 
WHERE (users.id = ? OR users.id = ?) AND users.age = ?;

-- and inside or;

SELECT users.id 
FROM users 
WHERE users.id = ? AND users.id = ? OR users.age = ?;

-- true drops out;

SELECT users.id 
FROM users 
WHERE users.age > ?;

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
WHERE NOT (users.id = ? AND users.age = ?);

-- not or;

SELECT users.id 
FROM users 
WHERE NOT (users.id = ? OR users.age = ?);

-- not not and;

SELECT users.id 
FROM users 
WHERE NOT (NOT (users.id = ? AND users.age = ?));

-- not single;

SELECT users.id 
FROM users 
WHERE users.id != ?;

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
WHERE a = 1 AND users.id = ?;

-- text in or;

SELECT users.id 
FROM users 
WHERE a = 1 AND b = 2 OR users.id = ?;

-- case;

SELECT users.id 
FROM users 
WHERE CASE WHEN (users.id = ?) THEN ? ELSE ? END = 1;

-- cast boolean;

SELECT users.id 
FROM users 
WHERE CAST(users.name AS BOOLEAN) = 1;

-- literal true;

SELECT users.id 
FROM users 
WHERE ? = 1;

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
WHERE users.id = ? AND users.active = 1 AND users.active = 0;

-- where true and more;

SELECT users.id 
FROM users 
WHERE users.id = ?;

-- where or and more;

SELECT users.id 
FROM users 
WHERE (users.id = ? OR users.id = ?) AND users.age = ?;

-- selected truth;

SELECT users.active, users.active = 0 AS active__1, 1 AS anon_1, users.age > ? AS anon_2, users.age <= ? AS anon_3 
FROM users;

-- filter by;

SELECT users.id 
FROM users 
WHERE users.name = ? AND users.age IS NULL;

-- having truth;

SELECT users.id 
FROM users GROUP BY users.id 
HAVING users.active = 1;

