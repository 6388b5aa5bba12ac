-- update;

UPDATE users SET name=%s;

-- where;

UPDATE users SET name=%s, age=%s WHERE users.id = %s;

-- order of the table;

UPDATE users SET name=%s, age=%s;

-- ordered;

UPDATE users SET age=%s, name=%s;

-- expression;

UPDATE users SET age=(users.age + %s);

-- function;

UPDATE users SET name=lower(users.name);

-- text;

UPDATE users SET name=lower(name);

-- condition;

UPDATE users SET active=(users.age > %s);

-- case;

UPDATE users SET name=CASE WHEN (users.id = %s) THEN %s ELSE users.name END;

-- subquery;

UPDATE users SET age=(SELECT count(orders.id) AS count_1 
FROM orders 
WHERE orders.user_id = users.id);

-- op inline literal;

UPDATE users SET name='b' WHERE users.name = 'a';

-- dictionary with columns;

UPDATE users SET name=%s;

-- unknown column;

error CompileError: Unconsumed column names: foo;

-- not active;

UPDATE users SET active=%s WHERE users.active = 0;

-- several where;

UPDATE users SET active=false WHERE users.id > %s AND users.name IS NULL;

-- in;

UPDATE users SET name=%s WHERE users.id IN (__[POSTCOMPILE_id_1]);

-- from;

UPDATE users, orders SET users.name=orders.status WHERE users.id = orders.user_id;

-- from alias;

UPDATE users, orders AS o SET users.name=o.status WHERE users.id = o.user_id;

-- returning;

UPDATE users SET name=%s RETURNING users.id;

-- correlated exists;

UPDATE users SET active=%s WHERE EXISTS (SELECT * 
FROM orders 
WHERE orders.user_id = users.id);

-- schema;

UPDATE s.t SET a=%s WHERE s.t.a = %s;

-- bindparam;

UPDATE users SET name=%s WHERE users.id = %s;

-- cte;

WITH c AS 
(SELECT orders.user_id AS user_id 
FROM orders)
 UPDATE users SET name=%s WHERE users.id IN (SELECT c.user_id 
FROM c);

-- no values;

UPDATE users SET id=%s, name=%s, age=%s, active=%s, score=%s, joined=%s;

-- onupdate;

UPDATE changing SET name=%s, changed=now();

-- json value;

UPDATE t SET j='{}';

-- cast;

UPDATE users SET name=CAST(users.age AS CHAR);

-- concat;

UPDATE users SET name=(concat(users.name, %s));

-- boolean to text;

UPDATE users SET active=true WHERE users.active = false;

-- delete;

DELETE FROM users;

-- delete where;

DELETE FROM users WHERE users.id = %s;

-- delete in select;

DELETE FROM users WHERE users.id IN (SELECT orders.user_id 
FROM orders);

-- delete exists;

DELETE FROM users WHERE NOT (EXISTS (SELECT * 
FROM orders 
WHERE orders.user_id = users.id));

-- delete using;

DELETE FROM users USING users, orders WHERE users.id = orders.user_id;

-- delete returning;

DELETE FROM users WHERE users.id = %s RETURNING users.id;

-- delete and or;

DELETE FROM users WHERE users.id = %s OR users.name IS NULL;

-- delete schema;

DELETE FROM s.t WHERE s.t.a = %s;

-- delete truth;

DELETE FROM users WHERE users.active = 1;

-- delete quoted;

DELETE FROM `User` WHERE `User`.`Group` = %s;

