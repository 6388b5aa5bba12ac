-- values;

INSERT INTO users (id, name, active) VALUES (%s, %s, %s);

-- order of the table;

INSERT INTO users (id, name) VALUES (%s, %s);

-- dictionary;

INSERT INTO users (id, name) VALUES (%s, %s);

-- columns as keys;

INSERT INTO users (id) VALUES (%s);

-- rows;

INSERT INTO users (id, name) VALUES (%s, %s), (%s, %s);

-- rows with a gap;

error CompileError: INSERT value for column users.name is explicitly rendered as a boundparameter in the VALUES clause; a Python-side value or SQL expression is required;

-- positional;

INSERT INTO t (a, b) VALUES (%s, %s);

-- no values;

INSERT INTO users (id, name, age, active, score, joined) VALUES (%s, %s, %s, %s, %s, %s);

-- unknown column;

error CompileError: Unconsumed column names: foo;

-- function;

INSERT INTO users (id, joined) VALUES (%s, now());

-- expression;

INSERT INTO users (id) VALUES ((%s + %s));

-- subquery;

INSERT INTO users (id, name) VALUES ((SELECT max(orders.id) AS max_1 
FROM orders), %s);

-- text;

INSERT INTO users (id) VALUES (1 + 2);

-- null;

INSERT INTO users (id, name) VALUES (%s, NULL);

-- bindparam;

INSERT INTO users (id) VALUES (%s);

-- from select;

INSERT INTO orders (user_id, status) SELECT users.id, %s AS anon_1 
FROM users 
WHERE users.active = 1;

-- from select with cte;

INSERT INTO orders (user_id) WITH c AS 
(SELECT users.id AS id 
FROM users)
 SELECT c.id 
FROM c;

-- returning;

INSERT INTO users (id) VALUES (%s) RETURNING users.id, users.name;

-- returning label;

INSERT INTO users (id) VALUES (%s) RETURNING users.id AS x;

-- prefix;

INSERT OR IGNORE INTO users (id) VALUES (%s);

-- prefix of a dialect;

INSERT INTO users (id) VALUES (%s);

-- schema;

INSERT INTO s.t (a) VALUES (%s);

-- datetime;

INSERT INTO users (joined) VALUES (%s);

-- decimal;

INSERT INTO orders (total) VALUES (%s);

-- quoted;

INSERT INTO `Order` (`group`) VALUES (%s);

-- real table;

INSERT INTO accounts (name) VALUES (%s);

-- real table with key;

INSERT INTO accounts (id, name) VALUES (%s, %s);

-- real table, key by function;

INSERT INTO accounts (id, name) VALUES (nextval(%s), %s);

-- real table inline;

INSERT INTO accounts (name) VALUES (%s);

-- real table rows;

INSERT INTO accounts (name) VALUES (%s), (%s);

-- real table default;

INSERT INTO defaults (name, state, made) VALUES (%s, %s, now());

-- real table returning;

INSERT INTO accounts (name) VALUES (%s) RETURNING accounts.id;

-- string key;

INSERT INTO keyed (code) VALUES (%s);

-- real table without values;

INSERT INTO accounts () VALUES ();

