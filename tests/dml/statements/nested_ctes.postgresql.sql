-- 1;

WITH a AS 
(SELECT t.id AS id 
FROM t 
WHERE t.n > 1), 
b AS 
(SELECT a.id AS id 
FROM a 
WHERE a.id > 1)
 SELECT b.id 
FROM b;

-- 2;

WITH b AS 
(WITH a AS 
(SELECT t.id AS id 
FROM t)
 SELECT a.id AS id 
FROM a 
WHERE a.id > 1)
 SELECT b.id 
FROM b;

-- 3;

SELECT anon_1.id 
FROM (WITH a AS 
(SELECT t.id AS id 
FROM t)
 SELECT a.id AS id 
FROM a) AS anon_1;

-- 4;

SELECT u.id 
FROM u 
WHERE u.id IN (WITH a AS 
(SELECT t.id AS id 
FROM t)
 SELECT a.id 
FROM a);

-- 5;

WITH a AS 
(SELECT t.id AS id 
FROM t)
 SELECT a.id 
FROM a;

-- 6;

SELECT anon_1.id 
FROM (WITH a AS 
(SELECT t.id AS id 
FROM t)
 SELECT u.id AS id 
FROM u) AS anon_1;

-- 7;

WITH a AS 
(SELECT t.id AS id 
FROM t)
 SELECT anon_1.id 
FROM (SELECT u.id AS id 
FROM u) AS anon_1;

-- 8;

SELECT q1.id, q2.id AS id_1 
FROM (WITH a AS 
(SELECT t.id AS id 
FROM t)
 SELECT a.id AS id 
FROM a) AS q1, (WITH a AS 
(SELECT u.id AS id 
FROM u)
 SELECT a.id AS id 
FROM a) AS q2;

-- 9;

WITH RECURSIVE r(id) AS 
(SELECT t.id AS id 
FROM t 
WHERE t.id = 1 UNION ALL SELECT t.id AS id 
FROM t, r 
WHERE t.id = r.id + 1)
 SELECT r.id 
FROM r;

-- 10;

WITH outside AS 
(WITH inside AS 
(SELECT t.id AS id 
FROM t)
 SELECT inside.id AS id 
FROM inside UNION ALL SELECT u.id AS id 
FROM u)
 SELECT outside.id 
FROM outside;

-- 11;

WITH beside AS 
(SELECT u.id AS id 
FROM u), 
a AS 
(SELECT t.id AS id 
FROM t)
 SELECT a.id 
FROM a;

-- 12;

WITH m AS MATERIALIZED 
(SELECT t.id AS id 
FROM t)
 SELECT m.id 
FROM m;

-- 13;

WITH m AS 
(SELECT t.id AS id 
FROM t) /* after */ 
 SELECT m.id 
FROM m;

-- 14;

WITH a AS 
(SELECT t.id AS id 
FROM t)
 UPDATE t SET n=1 FROM a WHERE t.id = a.id;

-- 15;

WITH a AS 
(SELECT t.id AS id 
FROM t)
 DELETE FROM t WHERE t.id IN (SELECT a.id 
FROM a);

-- 16;

WITH a AS 
(SELECT t.id AS id 
FROM t)
 INSERT INTO t (id) SELECT a.id 
FROM a;

-- 17;

DELETE FROM t WHERE t.id IN (WITH a AS 
(SELECT t.id AS id 
FROM t)
 SELECT u.id 
FROM u);

-- 18;

WITH gone AS 
(DELETE FROM t WHERE t.id = 3 RETURNING t.id)
 INSERT INTO u (id) SELECT gone.id 
FROM gone;

-- 19;

WITH changed AS 
(UPDATE t SET n=0)
 SELECT u.id 
FROM u;

