-- integer;

SELECT CAST(users.name AS INTEGER) AS name 
FROM users;

-- bigint;

SELECT CAST(users.name AS BIGINT) AS name 
FROM users;

-- string;

SELECT CAST(users.name AS VARCHAR) AS name 
FROM users;

-- string 5;

SELECT CAST(users.name AS VARCHAR(5)) AS name 
FROM users;

-- text;

SELECT CAST(users.name AS TEXT) AS name 
FROM users;

-- boolean;

SELECT CAST(users.name AS BOOLEAN) AS name 
FROM users;

-- float;

SELECT CAST(users.name AS FLOAT) AS name 
FROM users;

-- numeric;

SELECT CAST(users.name AS NUMERIC(10, 2)) AS name 
FROM users;

-- date;

SELECT CAST(users.name AS DATE) AS name 
FROM users;

-- datetime;

SELECT CAST(users.name AS DATETIME) AS name 
FROM users;

-- timestamp;

SELECT CAST(users.name AS TIMESTAMP) AS name 
FROM users;

-- time zone;

SELECT CAST(users.name AS DATETIME) AS name 
FROM users;

-- time;

SELECT CAST(users.name AS TIME) AS name 
FROM users;

-- binary;

SELECT CAST(users.name AS BLOB) AS name 
FROM users;

-- json;

SELECT CAST(users.name AS JSON) AS name 
FROM users;

-- uuid;

SELECT CAST(users.name AS CHAR(32)) AS name 
FROM users;

-- enum;

SELECT CAST(users.name AS VARCHAR(1)) AS name 
FROM users;

-- interval;

SELECT CAST(users.name AS DATETIME) AS name 
FROM users;

-- jsonb;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteTypeCompiler object> can't render element of type JSONB (Background on this error at: https://sqlalche.me/e/20/l7de);

-- array;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteTypeCompiler object> can't render element of type ARRAY (Background on this error at: https://sqlalche.me/e/20/l7de);

-- unsigned;

SELECT CAST(users.name AS INTEGER) AS name 
FROM users;

-- smallint;

SELECT CAST(users.name AS SMALLINT) AS name 
FROM users;

-- unicode;

SELECT CAST(users.name AS VARCHAR(3)) AS name 
FROM users;

-- collated;

SELECT CAST(users.name AS VARCHAR(5)) COLLATE "C" AS name 
FROM users;

-- method;

SELECT CAST(users.name AS INTEGER) AS name 
FROM users;

-- labelled;

SELECT CAST(users.name AS INTEGER) AS n 
FROM users;

-- in arithmetic;

SELECT CAST(users.name AS INTEGER) + ? AS anon_1 
FROM users;

-- of an expression;

SELECT CAST(users.age + ? AS VARCHAR) AS anon_1 
FROM users;

-- of a literal;

SELECT CAST(? AS INTEGER) AS anon_1;

-- of a text literal;

SELECT CAST(? AS INTEGER) AS anon_1;

-- beside the column;

SELECT users.name, CAST(users.name AS INTEGER) AS name__1 
FROM users;

-- of a function;

SELECT CAST(max(users.id) AS VARCHAR) AS max_1 
FROM users;

-- of null;

SELECT CAST(NULL AS INTEGER) AS anon_1;

-- of a date;

SELECT CAST(? AS DATE) AS anon_1;

