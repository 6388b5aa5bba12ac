-- 1;

SELECT t.id 
FROM t;

-- 2;

SELECT t.id 
FROM ONLY t;

-- 3;

SELECT t.id 
FROM t;

-- 4;

SELECT t.id 
FROM t;

-- 5;

SELECT a.id 
FROM t AS a;

-- 6;

SELECT t.id 
FROM t JOIN u ON u.t_id = t.id;

-- 7;

SELECT q.id 
FROM (SELECT t.id AS id 
FROM t) AS q;

-- 8;

SELECT t.id 
FROM t 
WHERE t.id IN (SELECT u.t_id 
FROM u);

-- 9;

SELECT t.id 
FROM t 
 LIMIT 1 /* all */;

-- 10;

SELECT t.id 
FROM t /* pg */;

-- 11;

SELECT t.id 
FROM t FOR UPDATE /* last */ /* suffix */;

-- 12;

SELECT /* any */ t.id 
FROM t;

-- 13;

SELECT t.id 
FROM t /* any */;

-- 14;

INSERT INTO t (id) VALUES (1);

-- 15;

UPDATE t SET n=1;

-- 16;

DELETE FROM t WHERE t.id = 1;

-- 17;

INSERT INTO t (id) VALUES (1);

-- 18;

UPDATE t SET n=1 WHERE t.id = 1;

-- 19;

UPDATE ONLY t SET n=1;

-- 20;

DELETE FROM ONLY t WHERE t.id = 1;

-- 21;

UPDATE t SET n=1;

