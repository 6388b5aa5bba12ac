-- values;

INSERT INTO users (id, name, active) VALUES (1, 'a', 1);

-- order of the table;

INSERT INTO users (id, name) VALUES (1, 'a');

-- dictionary;

INSERT INTO users (id, name) VALUES (1, NULL);

-- columns as keys;

INSERT INTO users (id) VALUES (1);

-- rows;

INSERT INTO users (id, name) VALUES (1, 'a'), (2, 'b');

-- rows with a gap;

error CompileError: INSERT value for column users.name is explicitly rendered as a boundparameter in the VALUES clause; a Python-side value or SQL expression is required;

-- positional;

INSERT INTO t (a, b) VALUES (1, 2);

-- no values;

INSERT INTO users (id, name, age, active, score, joined) VALUES (?, ?, ?, ?, ?, ?);

-- unknown column;

error CompileError: Unconsumed column names: foo;

-- function;

INSERT INTO users (id, joined) VALUES (1, CURRENT_TIMESTAMP);

-- expression;

INSERT INTO users (id) VALUES ((1 + 2));

-- subquery;

INSERT INTO users (id, name) VALUES ((SELECT max(orders.id) AS max_1 
FROM orders), 'x');

-- text;

INSERT INTO users (id) VALUES (1 + 2);

-- null;

INSERT INTO users (id, name) VALUES (1, NULL);

-- bindparam;

INSERT INTO users (id) VALUES (5);

-- from select;

INSERT INTO orders (user_id, status) SELECT users.id, 'new' AS anon_1 
FROM users 
WHERE users.active = 1;

-- from select with cte;

WITH c AS 
(SELECT users.id AS id 
FROM users)
 INSERT INTO orders (user_id) SELECT c.id 
FROM c;

-- returning;

INSERT INTO users (id) VALUES (1) RETURNING id, name;

-- returning label;

INSERT INTO users (id) VALUES (1) RETURNING id AS x;

-- prefix;

INSERT OR IGNORE INTO users (id) VALUES (1);

-- prefix of a dialect;

INSERT OR REPLACE INTO users (id) VALUES (1);

-- schema;

INSERT INTO s.t (a) VALUES (1);

-- datetime;

INSERT INTO users (joined) VALUES ('2020-01-02 03:04:05.000000');

-- decimal;

INSERT INTO orders (total) VALUES (5.10);

-- quoted;

INSERT INTO "Order" ("group") VALUES ('x');

-- real table;

INSERT INTO accounts (name) VALUES ('a');

-- real table with key;

INSERT INTO accounts (id, name) VALUES (1, 'a');

-- real table, key by function;

INSERT INTO accounts (id, name) VALUES (nextval('s'), 'a');

-- real table inline;

INSERT INTO accounts (name) VALUES ('a');

-- real table rows;

INSERT INTO accounts (name) VALUES ('a'), ('b');

-- real table default;

INSERT INTO defaults (name, state, made) VALUES ('a', NULL, CURRENT_TIMESTAMP);

-- real table returning;

INSERT INTO accounts (name) VALUES ('a') RETURNING id;

-- string key;

INSERT INTO keyed (code) VALUES ('a');

-- real table without values;

INSERT INTO accounts DEFAULT VALUES;

