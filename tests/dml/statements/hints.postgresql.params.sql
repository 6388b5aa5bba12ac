SELECT t.id 
FROM t;

SELECT t.id 
FROM ONLY t;

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
 LIMIT %(param_1)s /* all */;

SELECT t.id 
FROM t /* pg */;

SELECT t.id 
FROM t FOR UPDATE /* last */ /* suffix */;

SELECT /* any */ t.id 
FROM t;

SELECT t.id 
FROM t /* any */;

INSERT INTO t (id) VALUES (%(id)s);

UPDATE t SET n=%(n)s;

DELETE FROM t WHERE t.id = %(id_1)s;

INSERT INTO t (id) VALUES (%(id)s);

UPDATE t SET n=%(n)s WHERE t.id = %(id_1)s;

UPDATE ONLY t SET n=%(n)s;

DELETE FROM ONLY t WHERE t.id = %(id_1)s;

UPDATE t SET n=%(n)s;

