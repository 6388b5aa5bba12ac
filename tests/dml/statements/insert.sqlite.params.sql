-- values;

INSERT INTO users (id, name, active) VALUES (?, ?, ?);

-- order of the table;

INSERT INTO users (id, name) VALUES (?, ?);

-- dictionary;

INSERT INTO users (id, name) VALUES (?, ?);

-- columns as keys;

INSERT INTO users (id) VALUES (?);

-- rows;

INSERT INTO users (id, name) VALUES (?, ?), (?, ?);

-- rows with a gap;

error CompileError: INSERT value for column users.name is explicitly rendered as a boundparameter in the VALUES clause; a Python-side value or SQL expression is required;

-- positional;

INSERT INTO t (a, b) VALUES (?, ?);

-- no values;

INSERT INTO users (id, name, age, active, score, joined) VALUES (?, ?, ?, ?, ?, ?);

-- unknown column;

error CompileError: Unconsumed column names: foo;

-- function;

INSERT INTO users (id, joined) VALUES (?, CURRENT_TIMESTAMP);

-- expression;

INSERT INTO users (id) VALUES ((? + ?));

-- subquery;

INSERT INTO users (id, name) VALUES ((SELECT max(orders.id) AS max_1 
FROM orders), ?);

-- text;

INSERT INTO users (id) VALUES (1 + 2);

-- null;

INSERT INTO users (id, name) VALUES (?, NULL);

-- bindparam;

INSERT INTO users (id) VALUES (?);

-- from select;

INSERT INTO orders (user_id, status) SELECT users.id, ? AS anon_1 
FROM users 
WHERE users.active = 1;

-- from select with cte;

WITH c AS 
(SELECT users.id AS id 
FROM users)
 INSERT INTO orders (user_id) SELECT c.id 
FROM c;

-- returning;

INSERT INTO users (id) VALUES (?) RETURNING id, name;

-- returning label;

INSERT INTO users (id) VALUES (?) RETURNING id AS x;

-- prefix;

INSERT OR IGNORE INTO users (id) VALUES (?);

-- prefix of a dialect;

INSERT OR REPLACE INTO users (id) VALUES (?);

-- schema;

INSERT INTO s.t (a) VALUES (?);

-- datetime;

INSERT INTO users (joined) VALUES (?);

-- decimal;

INSERT INTO orders (total) VALUES (?);

-- quoted;

INSERT INTO "Order" ("group") VALUES (?);

-- real table;

INSERT INTO accounts (name) VALUES (?);

-- real table with key;

INSERT INTO accounts (id, name) VALUES (?, ?);

-- real table, key by function;

INSERT INTO accounts (id, name) VALUES (nextval(?), ?);

-- real table inline;

INSERT INTO accounts (name) VALUES (?);

-- real table rows;

INSERT INTO accounts (name) VALUES (?), (?);

-- real table default;

INSERT INTO defaults (name, state, made) VALUES (?, ?, CURRENT_TIMESTAMP);

-- real table returning;

INSERT INTO accounts (name) VALUES (?) RETURNING id;

-- string key;

INSERT INTO keyed (code) VALUES (?);

-- real table without values;

INSERT INTO accounts DEFAULT VALUES;

