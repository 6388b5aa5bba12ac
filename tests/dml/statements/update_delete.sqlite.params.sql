-- update;

UPDATE users SET name=?;

-- where;

UPDATE users SET name=?, age=? WHERE users.id = ?;

-- order of the table;

UPDATE users SET name=?, age=?;

-- ordered;

UPDATE users SET age=?, name=?;

-- expression;

UPDATE users SET age=(users.age + ?);

-- function;

UPDATE users SET name=lower(users.name);

-- text;

UPDATE users SET name=lower(name);

-- condition;

UPDATE users SET active=(users.age > ?);

-- case;

UPDATE users SET name=CASE WHEN (users.id = ?) THEN ? ELSE users.name END;

-- subquery;

UPDATE users SET age=(SELECT count(orders.id) AS count_1 
FROM orders 
WHERE orders.user_id = users.id);

-- op inline literal;

UPDATE users SET name='b' WHERE users.name = 'a';

-- dictionary with columns;

UPDATE users SET name=?;

-- unknown column;

error CompileError: Unconsumed column names: foo;

-- not active;

UPDATE users SET active=? WHERE users.active = 0;

-- several where;

UPDATE users SET active=0 WHERE users.id > ? AND users.name IS NULL;

-- in;

UPDATE users SET name=? WHERE users.id IN (__[POSTCOMPILE_id_1]);

-- from;

UPDATE users SET name=orders.status FROM orders WHERE users.id = orders.user_id;

-- from alias;

UPDATE users SET name=o.status FROM orders AS o WHERE users.id = o.user_id;

-- returning;

UPDATE users SET name=? RETURNING id;

-- correlated exists;

UPDATE users SET active=? WHERE EXISTS (SELECT * 
FROM orders 
WHERE orders.user_id = users.id);

-- schema;

UPDATE s.t SET a=? WHERE s.t.a = ?;

-- bindparam;

UPDATE users SET name=? WHERE users.id = ?;

-- cte;

WITH c AS 
(SELECT orders.user_id AS user_id 
FROM orders)
 UPDATE users SET name=? WHERE users.id IN (SELECT c.user_id 
FROM c);

-- no values;

UPDATE users SET id=?, name=?, age=?, active=?, score=?, joined=?;

-- onupdate;

UPDATE changing SET name=?, changed=CURRENT_TIMESTAMP;

-- json value;

UPDATE t SET j='{}';

-- cast;

UPDATE users SET name=CAST(users.age AS VARCHAR);

-- concat;

UPDATE users SET name=(users.name || ?);

-- boolean to text;

UPDATE users SET active=1 WHERE users.active = 0;

-- delete;

DELETE FROM users;

-- delete where;

DELETE FROM users WHERE users.id = ?;

-- delete in select;

DELETE FROM users WHERE users.id IN (SELECT orders.user_id 
FROM orders);

-- delete exists;

DELETE FROM users WHERE NOT (EXISTS (SELECT * 
FROM orders 
WHERE orders.user_id = users.id));

-- delete using;

error NotImplementedError: This backend does not support multiple-table criteria within DELETE;

-- delete returning;

DELETE FROM users WHERE users.id = ? RETURNING id;

-- delete and or;

DELETE FROM users WHERE users.id = ? OR users.name IS NULL;

-- delete schema;

DELETE FROM s.t WHERE s.t.a = ?;

-- delete truth;

DELETE FROM users WHERE users.active = 1;

-- delete quoted;

DELETE FROM "User" WHERE "User"."Group" = ?;

