-- values;

INSERT INTO users (id, name, active) VALUES (%(id)s, %(name)s, %(active)s);

-- order of the table;

INSERT INTO users (id, name) VALUES (%(id)s, %(name)s);

-- dictionary;

INSERT INTO users (id, name) VALUES (%(id)s, %(name)s);

-- columns as keys;

INSERT INTO users (id) VALUES (%(id)s);

-- rows;

INSERT INTO users (id, name) VALUES (%(id_m0)s, %(name_m0)s), (%(id_m1)s, %(name_m1)s);

-- rows with a gap;

error CompileError: INSERT value for column users.name is explicitly rendered as a boundparameter in the VALUES clause; a Python-side value or SQL expression is required;

-- positional;

INSERT INTO t (a, b) VALUES (%(a)s, %(b)s);

-- no values;

INSERT INTO users (id, name, age, active, score, joined) VALUES (%(id)s, %(name)s, %(age)s, %(active)s, %(score)s, %(joined)s);

-- unknown column;

error CompileError: Unconsumed column names: foo;

-- function;

INSERT INTO users (id, joined) VALUES (%(id)s, now());

-- expression;

INSERT INTO users (id) VALUES ((%(param_1)s + %(param_2)s));

-- subquery;

INSERT INTO users (id, name) VALUES ((SELECT max(orders.id) AS max_1 
FROM orders), %(name)s);

-- text;

INSERT INTO users (id) VALUES (1 + 2);

-- null;

INSERT INTO users (id, name) VALUES (%(id)s, NULL);

-- bindparam;

INSERT INTO users (id) VALUES (%(b_id)s);

-- from select;

INSERT INTO orders (user_id, status) SELECT users.id, %(param_1)s AS anon_1 
FROM users 
WHERE users.active;

-- from select with cte;

WITH c AS 
(SELECT users.id AS id 
FROM users)
 INSERT INTO orders (user_id) SELECT c.id 
FROM c;

-- returning;

INSERT INTO users (id) VALUES (%(id)s) RETURNING users.id, users.name;

-- returning label;

INSERT INTO users (id) VALUES (%(id)s) RETURNING users.id AS x;

-- prefix;

INSERT OR IGNORE INTO users (id) VALUES (%(id)s);

-- prefix of a dialect;

INSERT INTO users (id) VALUES (%(id)s);

-- schema;

INSERT INTO s.t (a) VALUES (%(a)s);

-- datetime;

INSERT INTO users (joined) VALUES (%(joined)s);

-- decimal;

INSERT INTO orders (total) VALUES (%(total)s);

-- quoted;

INSERT INTO "Order" ("group") VALUES (%(group)s);

-- real table;

INSERT INTO accounts (name) VALUES (%(name)s) RETURNING accounts.id;

-- real table with key;

INSERT INTO accounts (id, name) VALUES (%(id)s, %(name)s);

-- real table, key by function;

INSERT INTO accounts (id, name) VALUES (nextval(%(nextval_1)s), %(name)s) RETURNING accounts.id;

-- real table inline;

INSERT INTO accounts (name) VALUES (%(name)s);

-- real table rows;

INSERT INTO accounts (name) VALUES (%(name_m0)s), (%(name_m1)s);

-- real table default;

INSERT INTO defaults (name, state, made) VALUES (%(name)s, %(state)s, now()) RETURNING defaults.id;

-- real table returning;

INSERT INTO accounts (name) VALUES (%(name)s) RETURNING accounts.id;

-- string key;

INSERT INTO keyed (code) VALUES (%(code)s);

-- real table without values;

INSERT INTO accounts DEFAULT VALUES RETURNING accounts.id;

