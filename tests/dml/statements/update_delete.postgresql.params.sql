-- update;

UPDATE users SET name=%(name)s;

-- where;

UPDATE users SET name=%(name)s, age=%(age)s WHERE users.id = %(id_1)s;

-- order of the table;

UPDATE users SET name=%(name)s, age=%(age)s;

-- ordered;

UPDATE users SET age=%(age)s, name=%(name)s;

-- expression;

UPDATE users SET age=(users.age + %(age_1)s);

-- function;

UPDATE users SET name=lower(users.name);

-- text;

UPDATE users SET name=lower(name);

-- condition;

UPDATE users SET active=(users.age > %(age_1)s);

-- case;

UPDATE users SET name=CASE WHEN (users.id = %(id_1)s) THEN %(param_1)s ELSE users.name END;

-- subquery;

UPDATE users SET age=(SELECT count(orders.id) AS count_1 
FROM orders 
WHERE orders.user_id = users.id);

-- op inline literal;

UPDATE users SET name='b' WHERE users.name = 'a';

-- dictionary with columns;

UPDATE users SET name=%(name)s;

-- unknown column;

error CompileError: Unconsumed column names: foo;

-- not active;

UPDATE users SET active=%(active)s WHERE NOT users.active;

-- several where;

UPDATE users SET active=false WHERE users.id > %(id_1)s AND users.name IS NULL;

-- in;

UPDATE users SET name=%(name)s WHERE users.id IN (__[POSTCOMPILE_id_1]);

-- from;

UPDATE users SET name=orders.status FROM orders WHERE users.id = orders.user_id;

-- from alias;

UPDATE users SET name=o.status FROM orders AS o WHERE users.id = o.user_id;

-- returning;

UPDATE users SET name=%(name)s RETURNING users.id;

-- correlated exists;

UPDATE users SET active=%(active)s WHERE EXISTS (SELECT * 
FROM orders 
WHERE orders.user_id = users.id);

-- schema;

UPDATE s.t SET a=%(a)s WHERE s.t.a = %(a_1)s;

-- bindparam;

UPDATE users SET name=%(name)s WHERE users.id = %(b_id)s;

-- cte;

WITH c AS 
(SELECT orders.user_id AS user_id 
FROM orders)
 UPDATE users SET name=%(name)s WHERE users.id IN (SELECT c.user_id 
FROM c);

-- no values;

UPDATE users SET id=%(id)s, name=%(name)s, age=%(age)s, active=%(active)s, score=%(score)s, joined=%(joined)s;

-- onupdate;

UPDATE changing SET name=%(name)s, changed=now();

-- json value;

UPDATE t SET j='{}';

-- cast;

UPDATE users SET name=CAST(users.age AS VARCHAR);

-- concat;

UPDATE users SET name=(users.name || %(name_1)s);

-- boolean to text;

UPDATE users SET active=true WHERE users.active = false;

-- delete;

DELETE FROM users;

-- delete where;

DELETE FROM users WHERE users.id = %(id_1)s;

-- delete in select;

DELETE FROM users WHERE users.id IN (SELECT orders.user_id 
FROM orders);

-- delete exists;

DELETE FROM users WHERE NOT (EXISTS (SELECT * 
FROM orders 
WHERE orders.user_id = users.id));

-- delete using;

DELETE FROM users USING orders WHERE users.id = orders.user_id;

-- delete returning;

DELETE FROM users WHERE users.id = %(id_1)s RETURNING users.id;

-- delete and or;

DELETE FROM users WHERE users.id = %(id_1)s OR users.name IS NULL;

-- delete schema;

DELETE FROM s.t WHERE s.t.a = %(a_1)s;

-- delete truth;

DELETE FROM users WHERE users.active;

-- delete quoted;

DELETE FROM "User" WHERE "User"."Group" = %(Group_1)s;

