SELECT NULL AS anon_1, NULL AS anon__1, 3 AS anon_2;

SELECT t.a, NULL AS anon_1, CURRENT_TIMESTAMP AS now_1, NULL AS anon__1, t.a + 1 AS anon_2, NULL AS anon__2 
FROM t;

INSERT INTO t (a, b) SELECT NULL AS anon_1, NULL AS anon__1;

SELECT NULL AS anon_1, NULL AS anon__1 UNION SELECT t.a, t.b 
FROM t;

SELECT NULL AS x, NULL AS anon_1, NULL AS y;

