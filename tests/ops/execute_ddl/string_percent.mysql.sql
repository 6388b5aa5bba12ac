UPDATE t SET a = '50%%', b = 'x:y' WHERE c LIKE '%%z' AND d = '1'::text;

