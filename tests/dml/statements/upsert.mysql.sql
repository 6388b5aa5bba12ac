-- nothing;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.sqlite.dml.OnConflictDoNothing'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- nothing on;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.sqlite.dml.OnConflictDoNothing'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- update;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.sqlite.dml.OnConflictDoUpdate'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- update values;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.sqlite.dml.OnConflictDoUpdate'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- update where;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.sqlite.dml.OnConflictDoUpdate'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- update index where;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.sqlite.dml.OnConflictDoUpdate'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- pg nothing;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.dml.OnConflictDoNothing'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- pg nothing on;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.dml.OnConflictDoNothing'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- pg constraint;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.dml.OnConflictDoNothing'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- pg update;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.dml.OnConflictDoUpdate'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- pg update constraint;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.dml.OnConflictDoUpdate'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- pg update rows;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.dml.OnConflictDoUpdate'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- pg update returning;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.dml.OnConflictDoUpdate'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- pg index where;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object> can't render element of type <class 'sqlalchemy.dialects.postgresql.dml.OnConflictDoNothing'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- mysql;

INSERT INTO users (id, name) VALUES (1, 'a') ON DUPLICATE KEY UPDATE name = %s;

-- mysql inserted;

INSERT INTO users (id, name) VALUES (1, 'a') ON DUPLICATE KEY UPDATE name = VALUES(name), age = (users.age + %s);

