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
FROM t JOIN u ON u.t_id = t.id;

SELECT q.id 
FROM (SELECT t.id AS id 
FROM t) AS q;

SELECT t.id 
FROM t 
WHERE t.id IN (SELECT u.t_id 
FROM u);

SELECT t.id 
FROM t
 LIMIT 1 OFFSET 0 /* all */;

SELECT t.id 
FROM t;

SELECT t.id 
FROM t /* last */ /* suffix */;

SELECT /* any */ t.id 
FROM t;

SELECT t.id 
FROM t /* sqlite */ /* any */;

INSERT OR REPLACE INTO t (id) VALUES (1);

UPDATE t SET n=1;

DELETE FROM t WHERE t.id = 1;

INSERT INTO t (id) VALUES (1);

UPDATE t SET n=1 WHERE t.id = 1;

UPDATE t SET n=1;

DELETE FROM t WHERE t.id = 1;

UPDATE t SET n=1;

