-- integer;

SELECT CAST(users.name AS SIGNED INTEGER) AS name 
FROM users;

-- bigint;

SELECT CAST(users.name AS SIGNED INTEGER) AS name 
FROM users;

-- string;

SELECT CAST(users.name AS CHAR) AS name 
FROM users;

-- string 5;

SELECT CAST(users.name AS CHAR(5)) AS name 
FROM users;

-- text;

SELECT CAST(users.name AS CHAR) AS name 
FROM users;

-- boolean;

SELECT users.name AS name 
FROM users;

-- float;

SELECT users.name AS name 
FROM users;

-- numeric;

SELECT CAST(users.name AS DECIMAL(10, 2)) AS name 
FROM users;

-- date;

SELECT CAST(users.name AS DATE) AS name 
FROM users;

-- datetime;

SELECT CAST(users.name AS DATETIME) AS name 
FROM users;

-- timestamp;

SELECT CAST(users.name AS DATETIME) AS name 
FROM users;

-- time zone;

SELECT CAST(users.name AS DATETIME) AS name 
FROM users;

-- time;

SELECT CAST(users.name AS TIME) AS name 
FROM users;

-- binary;

SELECT CAST(users.name AS BINARY) AS name 
FROM users;

-- json;

SELECT CAST(users.name AS JSON) AS name 
FROM users;

-- uuid;

SELECT users.name AS name 
FROM users;

-- enum;

SELECT users.name AS name 
FROM users;

-- interval;

SELECT CAST(users.name AS DATETIME) AS name 
FROM users;

-- jsonb;

SELECT CAST(users.name AS JSON) AS name 
FROM users;

-- array;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.base.MySQLTypeCompiler object> can't render element of type ARRAY (Background on this error at: https://sqlalche.me/e/20/l7de);

-- unsigned;

SELECT CAST(users.name AS UNSIGNED INTEGER) AS name 
FROM users;

-- smallint;

SELECT CAST(users.name AS SIGNED INTEGER) AS name 
FROM users;

-- unicode;

SELECT CAST(users.name AS CHAR(3)) AS name 
FROM users;

-- collated;

SELECT CAST(users.name AS CHAR(5)) AS name 
FROM users;

-- method;

SELECT CAST(users.name AS SIGNED INTEGER) AS name 
FROM users;

-- labelled;

SELECT CAST(users.name AS SIGNED INTEGER) AS n 
FROM users;

-- in arithmetic;

SELECT CAST(users.name AS SIGNED INTEGER) + 1 AS anon_1 
FROM users;

-- of an expression;

SELECT CAST(users.age + 1 AS CHAR) AS anon_1 
FROM users;

-- of a literal;

SELECT CAST(5 AS SIGNED INTEGER) AS anon_1;

-- of a text literal;

SELECT CAST(5 AS SIGNED INTEGER) AS anon_1;

-- beside the column;

SELECT users.name, CAST(users.name AS SIGNED INTEGER) AS name__1 
FROM users;

-- of a function;

SELECT CAST(max(users.id) AS CHAR) AS max_1 
FROM users;

-- of null;

SELECT CAST(NULL AS SIGNED INTEGER) AS anon_1;

-- of a date;

SELECT CAST('2020-01-02' AS DATE) AS anon_1;

