SELECT 'MySQLDialect of mariadb';

SELECT 'DefaultDialect of mariadb';

SELECT 'MySQLDialect_mysqldb of mariadb';

SELECT 'PGDialect_psycopg2';

SELECT 'AttributeError';

