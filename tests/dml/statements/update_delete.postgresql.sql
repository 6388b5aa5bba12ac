-- update;

UPDATE users SET name='x';

-- where;

UPDATE users SET name='x', age=NULL WHERE users.id = 1;

-- order of the table;

UPDATE users SET name='x', age=1;

-- ordered;

UPDATE users SET age=1, name='x';

-- expression;

UPDATE users SET age=(users.age + 1);

-- function;

UPDATE users SET name=lower(users.name);

-- text;

UPDATE users SET name=lower(name);

-- condition;

UPDATE users SET active=(users.age > 5);

-- case;

UPDATE users SET name=CASE WHEN (users.id = 1) THEN 'a' ELSE users.name END;

-- subquery;

UPDATE users SET age=(SELECT count(orders.id) AS count_1 
FROM orders 
WHERE orders.user_id = users.id);

-- op inline literal;

UPDATE users SET name='b' WHERE users.name = 'a';

-- dictionary with columns;

UPDATE users SET name='x';

-- unknown column;

error CompileError: Unconsumed column names: foo;

-- not active;

UPDATE users SET active=true WHERE NOT users.active;

-- several where;

UPDATE users SET active=false WHERE users.id > 1 AND users.name IS NULL;

-- in;

UPDATE users SET name=NULL WHERE users.id IN (1, 2);

-- from;

UPDATE users SET name=orders.status FROM orders WHERE users.id = orders.user_id;

-- from alias;

UPDATE users SET name=o.status FROM orders AS o WHERE users.id = o.user_id;

-- returning;

UPDATE users SET name='x' RETURNING users.id;

-- correlated exists;

UPDATE users SET active=true WHERE EXISTS (SELECT * 
FROM orders 
WHERE orders.user_id = users.id);

-- schema;

UPDATE s.t SET a=2 WHERE s.t.a = 1;

-- bindparam;

UPDATE users SET name='x' WHERE users.id = 5;

-- cte;

WITH c AS 
(SELECT orders.user_id AS user_id 
FROM orders)
 UPDATE users SET name='x' WHERE users.id IN (SELECT c.user_id 
FROM c);

-- no values;

UPDATE users SET id=%(id)s, name=%(name)s, age=%(age)s, active=%(active)s, score=%(score)s, joined=%(joined)s;

-- onupdate;

UPDATE changing SET name='x', changed=now();

-- json value;

UPDATE t SET j='{}';

-- cast;

UPDATE users SET name=CAST(users.age AS VARCHAR);

-- concat;

UPDATE users SET name=(users.name || '!');

-- boolean to text;

UPDATE users SET active=true WHERE users.active = false;

-- delete;

DELETE FROM users;

-- delete where;

DELETE FROM users WHERE users.id = 1;

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

DELETE FROM users WHERE users.id = 1 RETURNING users.id;

-- delete and or;

DELETE FROM users WHERE users.id = 1 OR users.name IS NULL;

-- delete schema;

DELETE FROM s.t WHERE s.t.a = 1;

-- delete truth;

DELETE FROM users WHERE users.active;

-- delete quoted;

DELETE FROM "User" WHERE "User"."Group" = 1;

