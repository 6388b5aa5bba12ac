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
 LIMIT ? OFFSET ? /* all */;

SELECT t.id 
FROM t;

SELECT t.id 
FROM t /* last */ /* suffix */;

SELECT /* any */ t.id 
FROM t;

SELECT t.id 
FROM t /* sqlite */ /* any */;

INSERT OR REPLACE INTO t (id) VALUES (?);

UPDATE t SET n=?;

DELETE FROM t WHERE t.id = ?;

INSERT INTO t (id) VALUES (?);

UPDATE t SET n=? WHERE t.id = ?;

UPDATE t SET n=?;

DELETE FROM t WHERE t.id = ?;

UPDATE t SET n=?;

