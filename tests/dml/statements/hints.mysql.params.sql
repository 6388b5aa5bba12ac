-- 1;

SELECT t.id 
FROM t USE INDEX (x);

-- 2;

SELECT t.id 
FROM t;

-- 3;

SELECT t.id 
FROM t;

-- 4;

SELECT t.id 
FROM t FORCE INDEX (t);

-- 5;

SELECT a.id 
FROM t AS a USE INDEX (a);

-- 6;

SELECT t.id 
FROM t INNER JOIN u USE INDEX (y) ON u.t_id = t.id;

-- 7;

SELECT q.id 
FROM (SELECT t.id AS id 
FROM t USE INDEX (z)) AS q OUTER;

-- 8;

SELECT t.id 
FROM t 
WHERE t.id IN (SELECT u.t_id 
FROM u IN SUB);

-- 9;

SELECT t.id 
FROM t 
 LIMIT %s /* all */;

-- 10;

SELECT t.id 
FROM t /* my */;

-- 11;

SELECT t.id 
FROM t FOR UPDATE /* last */ /* suffix */;

-- 12;

SELECT SQL_NO_CACHE /* any */ t.id 
FROM t;

-- 13;

SELECT t.id 
FROM t /* any */;

-- 14;

INSERT IGNORE INTO t (id) VALUES (%s);

-- 15;

UPDATE LOW_PRIORITY t SET n=%s;

-- 16;

DELETE QUICK FROM t WHERE t.id = %s;

-- 17;

INSERT INTO t HINT (id) VALUES (%s);

-- 18;

UPDATE t HINT SET n=%s WHERE t.id = %s;

-- 19;

UPDATE t SET n=%s;

-- 20;

DELETE FROM t WHERE t.id = %s;

-- 21;

UPDATE t SET n=%s;

