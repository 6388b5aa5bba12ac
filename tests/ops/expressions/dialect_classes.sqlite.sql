SELECT 'SQLiteDialect of sqlite';

SELECT 'DefaultDialect of sqlite';

SELECT 'SQLiteDialect_pysqlite of sqlite';

SELECT 'PGDialect_psycopg2';

SELECT 'AttributeError';

