SELECT 1;
--#
SELECT ';';
--#
SELECT 'it''s; fine';
--#
SELECT '';
--#
SELECT '''';
--#
SELECT ''';''';
--#
SELECT 'a
;b';
--#
SELECT 'back\';
--#
SELECT 'back\\;';
--#
SELECT "a;b" FROM (SELECT 1 AS "a;b");
--#
SELECT "a""b;" FROM (SELECT 1 AS "a""b;");
--#
SELECT `a;b` FROM (SELECT 1 AS `a;b`);
--#
SELECT `a``;b` FROM (SELECT 1 AS `a``;b`);
--#
SELECT [a;b] FROM (SELECT 1 AS [a;b]);
--#
SELECT ['a'] FROM (SELECT 1 AS ['a']);
--#
SELECT ["] FROM (SELECT 1 AS ["]);
--#
SELECT 1 -- one; two
;
--#
SELECT 1 -- it's
+ 1;
--#
SELECT 1 --
;
--#
SELECT 1 --;
+ 2;
--#
SELECT 1 /* ; */ + 1;
--#
SELECT /* it's */ 1;
--#
SELECT /* " ` [ */ 1;
--#
SELECT /**/ 1;
--#
SELECT /***/ 1;
--#
SELECT /* /* ; */ 1;
--#
SELECT /* -- */ 1;
--#
SELECT 1 -- /* ; 
;
--#
SELECT 4 / 2;
--#
SELECT 4 /2*1;
--#
SELECT 1 - -1;
--#
SELECT 1-(-1);
--#
SELECT x'3b';
--#
SELECT X'53514C697465';
--#
SELECT 1e5;
--#
SELECT .5;
--#
SELECT 0x3b;
--#
SELECT 'a' || ';' || 'b';
--#
SELECT 'a'||';'||'b';
--#
SELECT CASE WHEN 1 THEN ';' ELSE 'end;' END;
--#
SELECT CASE 1 WHEN 1 THEN 2 END;
--#
CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT DEFAULT ';');
--#
CREATE TABLE "a;1" (id INTEGER, "c;" TEXT);
--#
CREATE TABLE [a;2] (id INTEGER);
--#
CREATE TABLE `a;3` (id INTEGER);
--#
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id), CHECK (a_id <> ';'));
--#
CREATE TABLE c (x TEXT DEFAULT 'it''s', y TEXT DEFAULT (';'), z DEFAULT (x'3b'));
--#
CREATE TABLE log (what TEXT);
--#
CREATE TEMP TABLE t1 (x);
--#
CREATE TEMPORARY TABLE t2 (x);
--#
CREATE TABLE IF NOT EXISTS t3 (x);
--#
CREATE TABLE trigger_like (id INTEGER, "trigger" TEXT);
--#
CREATE TABLE "end" (x);
--#
CREATE TABLE g (a, b AS (a || ';') STORED);
--#
CREATE TABLE s (x INTEGER) STRICT;
--#
CREATE TABLE w (x INTEGER PRIMARY KEY) WITHOUT ROWID;
--#
CREATE INDEX i1 ON a (name);
--#
CREATE UNIQUE INDEX i2 ON a (name COLLATE NOCASE) WHERE name <> ';';
--#
CREATE INDEX "i;3" ON a (name || ';');
--#
CREATE VIEW v1 AS SELECT ';' AS x;
--#
CREATE VIEW v2 (x) AS SELECT CASE WHEN 1 THEN 2 END;
--#
CREATE TEMP VIEW v3 AS SELECT 1 AS x;
--#
CREATE VIEW "v;4" AS SELECT 1 AS "end;";
--#
CREATE TRIGGER r1 AFTER INSERT ON a BEGIN INSERT INTO log VALUES ('a'); END;
--#
CREATE TRIGGER r2 AFTER INSERT ON a
BEGIN
    INSERT INTO log VALUES (';');
    INSERT INTO log VALUES ('end;');
END;
--#
create trigger r3 after update on a begin select 1; end;
--#
CREATE TEMP TRIGGER r4 AFTER INSERT ON a BEGIN SELECT 1; END;
--#
CREATE TEMPORARY TRIGGER r5 AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; SELECT 3; END;
--#
CREATE TRIGGER IF NOT EXISTS r6 BEFORE DELETE ON a BEGIN DELETE FROM log; END;
--#
CREATE TRIGGER r7 AFTER INSERT ON a BEGIN
    SELECT CASE WHEN NEW.id > 5 THEN RAISE(ABORT, 'no;') END;
END;
--#
CREATE TRIGGER r8 AFTER INSERT ON a BEGIN
    UPDATE a SET name = CASE WHEN name IS NULL THEN 'end' ELSE name END WHERE id = NEW.id;
    SELECT CASE 1 WHEN 1 THEN 2 END;
END;
--#
CREATE TRIGGER r9 AFTER INSERT ON a BEGIN SELECT 1; -- END;
END;
--#
CREATE TRIGGER r10 AFTER INSERT ON a BEGIN SELECT 1; /* END; */ END;
--#
CREATE TRIGGER r11 AFTER INSERT ON a BEGIN SELECT 1; END -- the end
;
--#
CREATE TRIGGER r12 AFTER INSERT ON a BEGIN SELECT 1; END /* the end */ ;
--#
CREATE TRIGGER r13 AFTER INSERT ON a BEGIN SELECT 1;
END
;
--#
CREATE TRIGGER r14 INSTEAD OF INSERT ON v1 BEGIN INSERT INTO log VALUES (NEW.x); END;
--#
CREATE TRIGGER "r;15" AFTER INSERT ON a BEGIN SELECT 1; END;
--#
CREATE TRIGGER r16 AFTER UPDATE OF name ON a WHEN NEW.name <> ';' BEGIN SELECT 1; END;
--#
CREATE TRIGGER r17 AFTER UPDATE OF name ON a WHEN CASE WHEN 1 THEN 1 END BEGIN SELECT 1; END;
--#
CREATE /* ; */ TRIGGER r18 AFTER INSERT ON a BEGIN SELECT 1; END;
--#
CREATE -- ; trigger
TRIGGER r19 AFTER INSERT ON a BEGIN SELECT 1; END;
--#
CREATE TRIGGER r20 AFTER INSERT ON a BEGIN SELECT "end", 1 AS "end" FROM "end"; END;
--#
CREATE TRIGGER r21 AFTER INSERT ON a FOR EACH ROW BEGIN SELECT 1;SELECT 2;END;
--#
CREATE TRIGGER r22 AFTER INSERT ON a BEGIN WITH x(n) AS (SELECT 1) SELECT n FROM x; END;
--#
EXPLAIN SELECT 1;
--#
EXPLAIN QUERY PLAN SELECT ';';
--#
INSERT INTO a (id, name) VALUES (1, 'a;b');
--#
INSERT INTO a (id, name) VALUES (2, 'a''b'), (3, ''''), (4, ';');
--#
INSERT INTO a (id, name) SELECT id + 10, name || ';' FROM a WHERE id < 3;
--#
INSERT OR REPLACE INTO a VALUES (1, 'x;');
--#
INSERT INTO a VALUES (1, 'y') ON CONFLICT (id) DO UPDATE SET name = excluded.name || ';';
--#
REPLACE INTO a VALUES (1, '--');
--#
UPDATE a SET name = '/*' WHERE id = 1;
--#
UPDATE a SET name = '*/' WHERE id = 1;
--#
UPDATE a SET name = 'it''s -- not a comment;' WHERE id = 1;
--#
DELETE FROM a WHERE name = ';' AND id = -1;
--#
WITH x AS (SELECT ';' AS y) SELECT y FROM x;
--#
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT group_concat(i, ';') FROM n;
--#
SELECT replace('a;b', ';', '--');
--#
SELECT 'a' AS 'b;c';
--#
SELECT "no such column;";
--#
SELECT json_extract('{"a": ";"}', '$.a');
--#
SELECT json('[";", "\"", "''"]');
--#
SELECT '{"a": ["]", "["]}';
--#
SELECT 'ñ;日本語;😀';
--#
SELECT "ü;" FROM (SELECT 1 AS "ü;");
--#
SELECT 1 AS größe;
--#
SELECT 1 AS a$b;
--#
SELECT '	tab;	';
--#
SELECT
1
;
--#
   SELECT 1   ;
--#
SELECT 1	;
--#
VALUES (1, ';'), (2, ';;');
--#
SELECT ((((';'))));
--#
SELECT 1 WHERE 'a' LIKE '%;%' ESCAPE '\';
--#
SELECT 1 WHERE 'a' GLOB '*[;]*';
--#
SELECT printf('%s;%d', 'a', 1);
--#
SELECT char(59), unicode(';');
--#
SELECT 1 == 1, 1 <> 2, 1 << 2, 5 % 2, ~1;
--#
SELECT 1 IS NOT NULL;
--#
SELECT CAST(';' AS BLOB);
--#
SELECT quote(';''');
--#
SELECT 'end';
--#
SELECT 1 AS "begin", 2 AS "end";
--#
ALTER TABLE c ADD COLUMN n TEXT DEFAULT ';';
--#
ALTER TABLE c RENAME COLUMN n TO "n;";
--#
ALTER TABLE t3 RENAME TO "t;3";
--#
PRAGMA user_version = 5;
--#
PRAGMA table_info("a;1");
--#
PRAGMA foreign_keys;
--#
ANALYZE;
--#
REINDEX i1;
--#
VACUUM;
--#
SAVEPOINT "s;1";
--#
RELEASE "s;1";
--#
BEGIN;
--#
COMMIT;
--#
BEGIN IMMEDIATE TRANSACTION;
--#
END TRANSACTION;
--#
BEGIN;
--#
ROLLBACK;
--#
DROP TRIGGER r1;
--#
DROP TRIGGER IF EXISTS "r;15";
--#
DROP VIEW "v;4";
--#
DROP INDEX "i;3";
--#
DROP TABLE "a;1";
--#
DROP TABLE IF EXISTS "no;such";
--#
DROP TABLE [a;2];
--#
DROP TABLE `a;3`;
--#
ATTACH ':memory:' AS "x;y";
--#
DETACH "x;y";
--#
CREATE VIRTUAL TABLE f USING fts5(body, tokenize = "unicode61 separators ';'");
--#
INSERT INTO f VALUES ('a;b');
--#
SELECT highlight(f, 0, '<;>', '</;>') FROM f;
--#
SELECT count(*) FILTER (WHERE name = ';') FROM a;
--#
SELECT row_number() OVER (ORDER BY name) FROM a WINDOW w AS (PARTITION BY id);
--#
SELECT 1 UNION SELECT 2 EXCEPT SELECT ';';
--#
SELECT * FROM a, (SELECT ';' AS z) ORDER BY 1 LIMIT 1 OFFSET 0;
--#
SELECT 1--
;
--#
SELECT 1/*;*/;
