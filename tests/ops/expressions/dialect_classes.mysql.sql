SELECT 'MySQLDialect of mysql';

SELECT 'DefaultDialect of mysql';

SELECT 'MySQLDialect_mysqldb of mysql';

SELECT 'PGDialect_psycopg2';

SELECT 'AttributeError';

