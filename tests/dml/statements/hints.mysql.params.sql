SELECT t.id 
FROM t USE INDEX (x);

SELECT t.id 
FROM t;

SELECT t.id 
FROM t;

SELECT t.id 
FROM t FORCE INDEX (t);

SELECT a.id 
FROM t AS a USE INDEX (a);

SELECT t.id 
FROM t INNER JOIN u USE INDEX (y) ON u.t_id = t.id;

SELECT q.id 
FROM (SELECT t.id AS id 
FROM t USE INDEX (z)) AS q OUTER;

SELECT t.id 
FROM t 
WHERE t.id IN (SELECT u.t_id 
FROM u IN SUB);

SELECT t.id 
FROM t 
 LIMIT %s /* all */;

SELECT t.id 
FROM t /* my */;

SELECT t.id 
FROM t FOR UPDATE /* last */ /* suffix */;

SELECT SQL_NO_CACHE /* any */ t.id 
FROM t;

SELECT t.id 
FROM t /* any */;

INSERT IGNORE INTO t (id) VALUES (%s);

UPDATE LOW_PRIORITY t SET n=%s;

DELETE QUICK FROM t WHERE t.id = %s;

INSERT INTO t HINT (id) VALUES (%s);

UPDATE t HINT SET n=%s WHERE t.id = %s;

UPDATE t SET n=%s;

DELETE FROM t WHERE t.id = %s;

UPDATE t SET n=%s;

