SELECT t.id 
FROM t;

SELECT t.id 
FROM t;

SELECT t.id 
FROM t;

SELECT t.id 
FROM t;

SELECT a.id 
FROM t AS a;

SELECT t.id 
FROM t INNER JOIN u ON u.t_id = t.id;

SELECT q.id 
FROM (SELECT t.id AS id 
FROM t) AS q;

SELECT t.id 
FROM t 
WHERE t.id IN (SELECT u.t_id 
FROM u);

SELECT t.id 
FROM t 
 LIMIT %s /* all */;

SELECT t.id 
FROM t;

SELECT t.id 
FROM t FOR UPDATE /* last */ /* suffix */;

SELECT /* any */ t.id 
FROM t;

SELECT t.id 
FROM t /* any */;

INSERT INTO t (id) VALUES (%s);

UPDATE t SET n=%s;

DELETE FROM t WHERE t.id = %s;

INSERT INTO t (id) VALUES (%s);

UPDATE t SET n=%s WHERE t.id = %s;

UPDATE t SET n=%s;

DELETE FROM t WHERE t.id = %s;

UPDATE t SET n=%s;

