SELECT 'PGDialect of postgresql';

SELECT 'DefaultDialect of postgresql';

SELECT 'PGDialect_psycopg2 of postgresql';

SELECT 'PGDialect_psycopg2';

SELECT 'AttributeError';

