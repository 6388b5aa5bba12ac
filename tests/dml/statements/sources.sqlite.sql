-- 1;

SELECT v.a, v.b 
FROM (VALUES (1, 'x'), (2, 'y')) AS v (a, b);

-- 2;

SELECT v.a 
FROM (VALUES (1, 'x'), (2, 'y')) AS v (a, b) JOIN t ON t.id = v.a;

-- 3;

UPDATE t SET name=v.b FROM (VALUES (1, 'x'), (2, 'y')) AS v (a, b) WHERE t.id = v.a;

-- 4;

SELECT v.a, v.b 
FROM (VALUES (1, 'x'), (2, 'y')) AS v (a, b);

-- 5;

SELECT v.a, v.b 
FROM (VALUES (1, 'x'), (2, 'y'), (3, 'z')) AS v (a, b);

-- 6;

WITH w(a, b) AS 
(VALUES (1, 'x'), (2, 'y'))
 SELECT w.a, w.b 
FROM w;

-- 7;

SELECT w.a, w.b 
FROM (VALUES (1, 'x'), (2, 'y')) AS w (a, b);

-- 8;

SELECT t.id 
FROM t 
WHERE t.id IN (VALUES (1), (2));

-- 9;

SELECT s.id, s.name, s.n 
FROM t AS s TABLESAMPLE bernoulli(10) REPEATABLE (random());

-- 10;

SELECT t_1.id 
FROM t AS t_1 TABLESAMPLE system(5);

-- 11;

SELECT s.id, u.id AS id_1 
FROM t AS s TABLESAMPLE system(5), u 
WHERE u.v > 1;

-- 12;

SELECT t.id, top.v 
FROM t LEFT OUTER JOIN LATERAL (SELECT u.v AS v 
FROM u 
WHERE u.t_id = t.id ORDER BY u.v DESC
 LIMIT 1 OFFSET 0) AS top ON 1 = 1;

-- 13;

SELECT t.id, top.v 
FROM t, LATERAL (SELECT u.v AS v 
FROM u 
WHERE u.t_id = t.id ORDER BY u.v DESC
 LIMIT 1 OFFSET 0) AS top;

-- 14;

SELECT anon_1.n 
FROM generate_series(1, 5) AS anon_1;

-- 15;

SELECT anon_1.v, anon_1.o 
FROM generate_series(1, 3) WITH ORDINALITY AS anon_1(v, o);

-- 16;

SELECT x.v 
FROM generate_series(1, 3) AS x(v);

-- 17;

SELECT l.v, l.o 
FROM LATERAL generate_series(1, 3) WITH ORDINALITY AS l;

-- 18;

SELECT t_1.v, t_1.o 
FROM LATERAL generate_series(1, 3) WITH ORDINALITY AS t_1(v, o);

-- 19;

SELECT anon_1.o 
FROM LATERAL generate_series(1, 3) WITH ORDINALITY AS anon_1(v, o);

-- 20;

SELECT z.v, z.o 
FROM generate_series(1, 3) WITH ORDINALITY AS z(v, o);

-- 21;

SELECT t.name 
FROM t, u;

-- 22;

SELECT t.name 
FROM t, u 
WHERE u.v > 1;

-- 23;

SELECT name 
FROM t 
WHERE n > 2;

-- 24;

SELECT my.pkg.fn(1, t.id) AS fn_1 
FROM t FULL OUTER JOIN u ON t.id = u.t_id;

