SELECT 1;
--#
SELECT ';';
--#
SELECT 'it''s; fine';
--#
SELECT 'it\'s; fine';
--#
SELECT "a;b";
--#
SELECT "a\";b";
--#
SELECT "a"";b";
--#
SELECT '\\';
--#
SELECT '\\\';';
--#
SELECT `a;b` FROM (SELECT 1 AS `a;b`) x;
--#
SELECT `a``;b` FROM (SELECT 1 AS `a``;b`) x;
--#
SELECT `a\` FROM (SELECT 1 AS `a\`) x;
--#
SELECT 1 # one; two
;
--#
SELECT 1 -- one; two
;
--#
SELECT 1--1;
--#
SELECT 1 --1;
--#
SELECT 1 --
;
--#
SELECT 1 --	tab ;
;
--#
SELECT 1 /* ; */ + 1;
--#
SELECT /* it's */ 1;
--#
SELECT /* /* ; */ 1;
--#
SELECT /*! ; */ 1;
--#
SELECT /*!50000 1; */ 2;
--#
/*!40101 SET NAMES utf8 */;
--#
/*!50003 CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET @x = ';' */;
--#
SELECT /*+ MAX_EXECUTION_TIME(1000) */ 1;
--#
SELECT 1 -- it's
+ 1;
--#
SELECT 1 # it's "
+ 1;
--#
SELECT x'3b', 0x3b, b'101', X'3B';
--#
SELECT N';', _utf8mb4';';
--#
SELECT 1e5, .5, 5.;
--#
SELECT @x := ';', @@session.sql_mode;
--#
SELECT @`a;b`, @'c;d', @"e;f";
--#
SELECT a$b FROM t;
--#
SELECT 5 DIV 2, 5 % 2, 1 << 2, !1, 1 <=> NULL;
--#
SELECT '{"a": ";"}' -> '$.a';
--#
SELECT doc->>'$.";"' FROM t;
--#
SELECT 'a' 'b;' "c;";
--#
SELECT 'a
;b';
--#
SELECT 'ñ;日本語;😀';
--#
SELECT `größe;` FROM t;
--#
SELECT '\0\n\t\%\_;';
--#
SELECT CASE WHEN 1 THEN ';' END;
--#
CREATE TABLE a (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(80) DEFAULT ';' COMMENT 'a;b') ENGINE=InnoDB;
--#
CREATE TABLE `a;1` (id INT, `c;` TEXT);
--#
CREATE TABLE e (x ENUM('a;', 'b''', 'c\'') NOT NULL, y SET(';') NULL);
--#
CREATE TABLE IF NOT EXISTS t3 (x INT) COMMENT = ';';
--#
CREATE TEMPORARY TABLE t4 (x INT);
--#
CREATE TABLE g (a TEXT, b TEXT AS (CONCAT(a, ';')) STORED);
--#
CREATE INDEX i1 ON a (name(10));
--#
CREATE FULLTEXT INDEX `i;2` ON a (name);
--#
CREATE VIEW v1 AS SELECT ';' AS x;
--#
CREATE OR REPLACE VIEW v1 AS SELECT 1;
--#
CREATE FUNCTION f1() RETURNS INT DETERMINISTIC RETURN 1;
--#
CREATE TRIGGER r1 BEFORE INSERT ON a FOR EACH ROW SET NEW.name = ';';
--#
INSERT INTO a (name) VALUES ('a;b'), ('c\';d'), ("e;");
--#
INSERT INTO a VALUES (1, 'y') ON DUPLICATE KEY UPDATE name = CONCAT(VALUES(name), ';');
--#
INSERT IGNORE INTO a SET name = ';';
--#
REPLACE INTO a VALUES (1, '--');
--#
REPLACE INTO a VALUES (1, '#');
--#
UPDATE a SET name = '/*' WHERE id = 1;
--#
UPDATE a SET name = '*/' WHERE id = 1;
--#
UPDATE a SET name = "it's -- not a comment;" WHERE id = 1;
--#
UPDATE a SET name = '-- ' WHERE id = 1;
--#
DELETE FROM a WHERE name = ';' LIMIT 1;
--#
WITH x AS (SELECT ';' AS y) SELECT y FROM x;
--#
SELECT 'delimiter //';
--#
SELECT 1 AS delimiter;
--#
SELECT 1,
delimiter FROM t;
--#
SET NAMES utf8mb4;
--#
SET @a = 'it\'s;', @b = ";";
--#
SET SESSION sql_mode = 'ANSI_QUOTES;';
--#
SET GLOBAL event_scheduler = ON;
--#
START TRANSACTION;
--#
COMMIT;
--#
SAVEPOINT `s;1`;
--#
ROLLBACK TO SAVEPOINT `s;1`;
--#
LOCK TABLES a WRITE;
--#
UNLOCK TABLES;
--#
ALTER TABLE a ADD COLUMN n TEXT COMMENT 'x;';
--#
ALTER TABLE a CHANGE n `n;` TEXT;
--#
ALTER TABLE a CONVERT TO CHARACTER SET utf8mb4;
--#
ALTER TABLE a DROP INDEX `i;2`, ADD INDEX `i;3` (name);
--#
DROP TABLE `a;1`;
--#
DROP TABLE IF EXISTS `no;such`;
--#
DROP VIEW v1;
--#
DROP FUNCTION f1;
--#
RENAME TABLE t3 TO `t;3`;
--#
TRUNCATE TABLE a;
--#
GRANT SELECT ON a.* TO 'u;'@'%' IDENTIFIED BY 'p;';
--#
CREATE USER 'it''s'@'localhost' IDENTIFIED BY "a\";b";
--#
CALL p1(';', @x);
--#
PREPARE s FROM 'SELECT ?; ';
--#
EXECUTE s USING @a;
--#
DEALLOCATE PREPARE s;
--#
DO SLEEP(0);
--#
SHOW TABLES LIKE '%;%';
--#
EXPLAIN SELECT ';';
--#
DESCRIBE `a;1`;
--#
USE `d;1`;
--#
CREATE DATABASE `d;2` CHARACTER SET utf8mb4;
--#
LOAD DATA LOCAL INFILE 'x;y' INTO TABLE a FIELDS TERMINATED BY ';' LINES TERMINATED BY '\n';
--#
SELECT 1 INTO OUTFILE '/tmp/a;b' FIELDS TERMINATED BY ';' ENCLOSED BY '"';
--#
CREATE EVENT e1 ON SCHEDULE EVERY 1 DAY DO DELETE FROM a WHERE name = ';';
--#
SELECT ((((';'))));
--#
SELECT
1
;
--#
   SELECT 1   ;
--#
SELECT 1	;
--#
SELECT '	tab;	';
--#
SELECT MATCH (name) AGAINST ('+a;b -c' IN BOOLEAN MODE) FROM a;
--#
SELECT 'a' REGEXP '[;]', 'a' RLIKE ';';
--#
SELECT DATE '2026-01-01', INTERVAL 1 DAY + NOW();
--#
SELECT GROUP_CONCAT(name ORDER BY id SEPARATOR ';') FROM a;
--#
SELECT JSON_EXTRACT('{"a": [";", "\\";"]}', '$.a[0]');
--#
SELECT CHAR(59 USING utf8mb4), HEX(';');
--#
SELECT 1 AS 'a;b', 2 AS "c;d";
--#
SELECT * FROM a, (SELECT ';' AS z) y ORDER BY 1 LIMIT 1 OFFSET 0;
--#
SELECT 1 UNION SELECT ';' UNION ALL SELECT "x;";
--#
SELECT row_number() OVER (ORDER BY name) FROM a;
--#
SELECT 1--+1;
--#
SELECT 1 - -1;
--#
SELECT 4/2*1;
--#
SELECT 2*/* ; */3;
--#
SELECT 1/*;*/;
--#
SELECT /**/ 1;
--#
SELECT /***/ 1;
--#
SELECT '';
--#
SELECT "";
--#
SELECT '''';
--#
SELECT """";
--#
SELECT '"';
--#
SELECT "'";
--#
SELECT '`', "`", `'` FROM (SELECT 1 AS `'`) x;
--#
SELECT 'a\\' 'b;';
--#
SELECT "a\\" "b;";
--#
SELECT 'end', 'begin';
--#
SELECT '#', "#", `#` FROM (SELECT 1 AS `#`) x;
--#
SELECT '-- ', "-- ", `-- ` FROM (SELECT 1 AS `-- `) x;
--#
SELECT '/*', 1, '*/';
--#
ANALYZE TABLE a;
--#
OPTIMIZE TABLE a;
--#
CHECKSUM TABLE a;
--#
FLUSH PRIVILEGES;
--#
KILL QUERY 1;
--#
HANDLER a OPEN;
--#
CREATE TABLE p (id INT) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10) COMMENT = ';');
--#
ALTER TABLE a ADD CONSTRAINT `c;1` CHECK (name <> ';');
--#
ALTER TABLE a ALTER COLUMN name SET DEFAULT ';';
--#
CREATE ALGORITHM=MERGE DEFINER=`root;`@`localhost` SQL SECURITY DEFINER VIEW v2 AS SELECT 1;
--#
DROP USER 'it''s'@'localhost';
