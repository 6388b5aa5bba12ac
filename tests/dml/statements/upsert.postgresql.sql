-- nothing;

error AttributeError: 'OnConflictDoNothing' object has no attribute 'constraint_target';

-- nothing on;

error AttributeError: 'OnConflictDoNothing' object has no attribute 'constraint_target';

-- update;

error AttributeError: 'OnConflictDoUpdate' object has no attribute 'constraint_target';

-- update values;

error AttributeError: 'OnConflictDoUpdate' object has no attribute 'constraint_target';

-- update where;

error AttributeError: 'OnConflictDoUpdate' object has no attribute 'constraint_target';

-- update index where;

error AttributeError: 'OnConflictDoUpdate' object has no attribute 'constraint_target';

-- pg nothing;

INSERT INTO users (id) VALUES (1) ON CONFLICT DO NOTHING;

-- pg nothing on;

INSERT INTO users (id) VALUES (1) ON CONFLICT (id, name) DO NOTHING;

-- pg constraint;

INSERT INTO users (id) VALUES (1) ON CONFLICT ON CONSTRAINT users_pkey DO NOTHING;

-- pg update;

INSERT INTO users (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = excluded.name, age = 5;

-- pg update constraint;

INSERT INTO users (id, name) VALUES (1, 'a') ON CONFLICT ON CONSTRAINT uq DO UPDATE SET name = lower(excluded.name);

-- pg update rows;

INSERT INTO users (id, name) VALUES (1, 'a'), (2, 'b') ON CONFLICT (id) DO UPDATE SET name = excluded.name;

-- pg update returning;

INSERT INTO users (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING users.id;

-- pg index where;

INSERT INTO users (id) VALUES (1) ON CONFLICT (id) WHERE age > 5 DO NOTHING;

-- mysql;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.postgresql.base.PGCompiler object> can't render element of type <class 'sqlalchemy.dialects.mysql.dml.OnDuplicateClause'> (Background on this error at: https://sqlalche.me/e/20/l7de);

-- mysql inserted;

error UnsupportedCompilationError: Compiler <sqlalchemy.dialects.postgresql.base.PGCompiler object> can't render element of type <class 'sqlalchemy.dialects.mysql.dml.OnDuplicateClause'> (Background on this error at: https://sqlalche.me/e/20/l7de);

