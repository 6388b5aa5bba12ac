-- 1;

SELECT t.id 
FROM t;

-- 2;

SELECT t.id 
FROM t;

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
 LIMIT ? OFFSET ? /* all */;

-- 10;

SELECT t.id 
FROM t;

-- 11;

SELECT t.id 
FROM t /* last */ /* suffix */;

-- 12;

SELECT /* any */ t.id 
FROM t;

-- 13;

SELECT t.id 
FROM t /* sqlite */ /* any */;

-- 14;

INSERT OR REPLACE INTO t (id) VALUES (?);

-- 15;

UPDATE t SET n=?;

-- 16;

DELETE FROM t WHERE t.id = ?;

-- 17;

INSERT INTO t (id) VALUES (?);

-- 18;

UPDATE t SET n=? WHERE t.id = ?;

-- 19;

UPDATE t SET n=?;

-- 20;

DELETE FROM t WHERE t.id = ?;

-- 21;

UPDATE t SET n=?;

