-- nothing;

INSERT INTO users (id) VALUES (?) ON CONFLICT DO NOTHING;

-- nothing on;

INSERT INTO users (id) VALUES (?) ON CONFLICT (id) DO NOTHING;

-- update;

INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name;

-- update values;

INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = ?, age = ?;

-- update where;

INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE users.age > ?;

-- update index where;

INSERT INTO users (id) VALUES (?) ON CONFLICT (id) WHERE active = 1 DO UPDATE SET age = (users.age + ?);

-- pg nothing;

INSERT INTO users (id) VALUES (?) ON CONFLICT DO NOTHING;

-- pg nothing on;

INSERT INTO users (id) VALUES (?) ON CONFLICT (id, name) DO NOTHING;

-- pg constraint;

INSERT INTO users (id) VALUES (?) ON CONFLICT DO NOTHING;

-- pg update;

INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, age = ?;

-- pg update constraint;

INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT  DO UPDATE SET name = lower(excluded.name);

-- pg update rows;

INSERT INTO users (id, name) VALUES (?, ?), (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name;

-- pg update returning;

INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING id;

-- pg index where;

INSERT INTO users (id) VALUES (?) ON CONFLICT (id) WHERE age > __[POSTCOMPILE_age_1] DO NOTHING;

-- mysql;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteCompiler object> can't render element of type <class 'sqlalchemy.dialects.mysql.dml.OnDuplicateClause'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- mysql inserted;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.sqlite.base.SQLiteCompiler object> can't render element of type <class 'sqlalchemy.dialects.mysql.dml.OnDuplicateClause'> (Background on this error at: https://sqlalche.me/e/20/l7de);

