SELECT v.a, v.b 
FROM (VALUES (%(param_1)s, %(param_2)s), (%(param_3)s, %(param_4)s)) AS v (a, b);

SELECT v.a 
FROM (VALUES (%(param_1)s, %(param_2)s), (%(param_3)s, %(param_4)s)) AS v (a, b) JOIN t ON t.id = v.a;

UPDATE t SET name=v.b FROM (VALUES (%(param_1)s, %(param_2)s), (%(param_3)s, %(param_4)s)) AS v (a, b) WHERE t.id = v.a;

SELECT v.a, v.b 
FROM (VALUES (1, 'x'), (2, 'y')) AS v (a, b);

SELECT v.a, v.b 
FROM (VALUES (1, 'x'), (2, 'y'), (3, 'z')) AS v (a, b);

WITH w(a, b) AS 
(VALUES (%(param_1)s, %(param_2)s), (%(param_3)s, %(param_4)s))
 SELECT w.a, w.b 
FROM w;

SELECT w.a, w.b 
FROM (VALUES (%(param_1)s, %(param_2)s), (%(param_3)s, %(param_4)s)) AS w (a, b);

SELECT t.id 
FROM t 
WHERE t.id IN (VALUES (%(param_1)s), (%(param_2)s));

SELECT s.id, s.name, s.n 
FROM t AS s TABLESAMPLE bernoulli(%(bernoulli_1)s) REPEATABLE (random());

SELECT t_1.id 
FROM t AS t_1 TABLESAMPLE system(%(system_1)s);

SELECT s.id, u.id AS id_1 
FROM t AS s TABLESAMPLE system(%(system_1)s), u 
WHERE u.v > %(v_1)s;

SELECT t.id, top.v 
FROM t LEFT OUTER JOIN LATERAL (SELECT u.v AS v 
FROM u 
WHERE u.t_id = t.id ORDER BY u.v DESC 
 LIMIT %(param_1)s) AS top ON true;

SELECT t.id, top.v 
FROM t, LATERAL (SELECT u.v AS v 
FROM u 
WHERE u.t_id = t.id ORDER BY u.v DESC 
 LIMIT %(param_1)s) AS top;

SELECT anon_1.n 
FROM generate_series(%(generate_series_1)s, %(generate_series_2)s) AS anon_1;

SELECT anon_1.v, anon_1.o 
FROM generate_series(%(generate_series_1)s, %(generate_series_2)s) WITH ORDINALITY AS anon_1(v, o);

SELECT x.v 
FROM generate_series(%(generate_series_1)s, %(generate_series_2)s) AS x(v);

SELECT t.name 
FROM t, u;

SELECT t.name 
FROM t, u 
WHERE u.v > %(v_1)s;

SELECT name 
FROM t 
WHERE n > %(k)s;

SELECT my.pkg.fn(%(fn_2)s, t.id) AS fn_1 
FROM t FULL OUTER JOIN u ON t.id = u.t_id;

