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
WHERE users.age > %(age_1)s AND users.active;

-- or;

SELECT users.id 
FROM users 
WHERE users.age > %(age_1)s OR NOT users.active;

-- operators;

SELECT users.id 
FROM users 
WHERE users.age > %(age_1)s AND users.age < %(age_2)s OR users.active;

-- nested and;

SELECT users.id 
FROM users 
WHERE users.age > %(age_1)s AND users.id > %(id_1)s AND users.id < %(id_2)s;

-- or inside and;

SELECT users.id 
FROM users 
WHERE (users.id = %(id_1)s OR users.id = %(id_2)s) AND users.age = %(age_1)s;

-- and inside or;

SELECT users.id 
FROM users 
WHERE users.id = %(id_1)s AND users.id = %(id_2)s OR users.age = %(age_1)s;

-- true drops out;

SELECT users.id 
FROM users 
WHERE users.age > %(age_1)s;

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
WHERE NOT (users.id = %(id_1)s AND users.age = %(age_1)s);

-- not or;

SELECT users.id 
FROM users 
WHERE NOT (users.id = %(id_1)s OR users.age = %(age_1)s);

-- not not and;

SELECT users.id 
FROM users 
WHERE NOT (NOT (users.id = %(id_1)s AND users.age = %(age_1)s));

-- not single;

SELECT users.id 
FROM users 
WHERE users.id != %(id_1)s;

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
WHERE a = 1 AND users.id = %(id_1)s;

-- text in or;

SELECT users.id 
FROM users 
WHERE a = 1 AND b = 2 OR users.id = %(id_1)s;

-- case;

SELECT users.id 
FROM users 
WHERE CASE WHEN (users.id = %(id_1)s) THEN %(param_1)s ELSE %(param_2)s END;

-- cast boolean;

SELECT users.id 
FROM users 
WHERE CAST(users.name AS BOOLEAN);

-- literal true;

SELECT users.id 
FROM users 
WHERE %(param_1)s;

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
WHERE users.id = %(id_1)s AND users.active AND NOT users.active;

-- where true and more;

SELECT users.id 
FROM users 
WHERE users.id = %(id_1)s;

-- where or and more;

SELECT users.id 
FROM users 
WHERE (users.id = %(id_1)s OR users.id = %(id_2)s) AND users.age = %(age_1)s;

-- selected truth;

SELECT users.active, NOT users.active, true AS anon_1, users.age > %(age_1)s AS anon_2, users.age <= %(age_2)s AS anon_3 
FROM users;

-- filter by;

SELECT users.id 
FROM users 
WHERE users.name = %(name_1)s AND users.age IS NULL;

-- having truth;

SELECT users.id 
FROM users GROUP BY users.id 
HAVING users.active;

