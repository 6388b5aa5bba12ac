//! Models from elsewhere than `target_metadata`: a file of CREATE statements, and another database. The tests write the
//! revisions, run them, and see that nothing is left to do and nothing is left behind.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::path::Path;

use limbec_testing::postgres::{Database, server};
use support::oracle::{Answer, limbec_answer};
use support::sqlite;
use tempfile::TempDir;

/// No metadata at all, and a hook that looks at what it is given.
const ENV: &str = "\
from alembic import context
from sqlalchemy import engine_from_config

def include_object(object, name, type_, reflected, compare_to):
    return type_ != 'table' or object.name == name

section = context.config.get_section(context.config.config_ini_section, {})
with engine_from_config(section, prefix='sqlalchemy.').connect() as connection:
    context.configure(connection=connection, include_object=include_object, compare_server_default=True, \
render_as_batch=connection.dialect.name == 'sqlite')
    with context.begin_transaction():
        context.run_migrations()
";

struct Project(TempDir);

impl Project {
    fn new(url: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let project = Self(folder);
        project.ok(&["init", "migrations"]);
        project.write("migrations/env.py", ENV);
        let ini =
            format!("[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = {url}\n");
        project.write("alembic.ini", &ini);
        project
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Answer {
        limbec_answer(self.path(), arguments)
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let answer = self.run(arguments);
        assert_eq!(
            answer.code, 0,
            "{arguments:?}\n{}\n{}",
            answer.stdout, answer.stderr
        );
        answer.stdout
    }

    fn fails(&self, arguments: &[&str], message: &str) {
        let answer = self.run(arguments);
        assert_ne!(answer.code, 0, "{arguments:?}\n{}", answer.stdout);
        let said = format!("{}{}", answer.stdout, answer.stderr);
        assert!(said.contains(message), "{arguments:?}\n{said}");
    }

    /// Write a revision for a file, run it, and see that nothing is left to do; the text of the script.
    fn round(&self, id: &str, file: &str) -> String {
        self.fails(
            &["check", "--models-sql", file],
            "New upgrade operations detected",
        );
        self.ok(&[
            "revision",
            "--autogenerate",
            "--models-sql",
            file,
            "--rev-id",
            id,
            "-m",
            id,
        ]);
        self.ok(&["upgrade", "head"]);
        self.ok(&["check", "--models-sql", file]);
        fs::read_to_string(
            self.path()
                .join(format!("migrations/versions/{id}_{id}.py")),
        )
        .unwrap()
    }
}

const SQLITE_1: &str = "
CREATE TABLE users (id INTEGER NOT NULL PRIMARY KEY, email VARCHAR(80) NOT NULL, UNIQUE (email));
";
const SQLITE_2: &str = "
CREATE TABLE users (id INTEGER NOT NULL PRIMARY KEY, email VARCHAR(80) NOT NULL, active BOOLEAN DEFAULT '1' NOT NULL,
  CONSTRAINT uq_email UNIQUE (email));
CREATE TABLE posts (id INTEGER NOT NULL PRIMARY KEY, author INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  title TEXT);
CREATE INDEX ix_posts_author ON posts (author);
CREATE TRIGGER touched AFTER INSERT ON posts BEGIN SELECT 1; END;
";

#[test]
fn a_file_on_sqlite() {
    let project = Project::new("sqlite:///app.db");
    project.write("one.sql", SQLITE_1);
    project.write("two.sql", SQLITE_2);
    let first = project.round("aaa", "one.sql");
    assert!(first.contains("op.create_table('users'"), "{first}");
    let second = project.round("bbb", "two.sql");
    assert!(second.contains("op.create_table('posts'"), "{second}");
    assert!(second.contains("sa.Column('active'"), "{second}");
    project.fails(
        &[
            "check",
            "--models-sql",
            "one.sql",
            "--scratch",
            "sqlite:///scratch.db",
        ],
        "--scratch is for PostgreSQL",
    );
    project.ok(&["downgrade", "aaa"]);
    project.fails(
        &["check", "--models-sql", "one.sql"],
        "Target database is not up to date.",
    );
}

#[test]
fn another_database_on_sqlite() {
    let project = Project::new("sqlite:///app.db");
    sqlite(&project.path().join("other.db"), SQLITE_2);
    sqlite(
        &project.path().join("other.db"),
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
    );
    let other = ["--models-url", "sqlite:///other.db"];
    let arguments = [
        "revision",
        "--autogenerate",
        "-m",
        "all",
        other[0],
        other[1],
    ];
    project.ok(&arguments);
    project.ok(&["upgrade", "head"]);
    project.ok(&["check", other[0], other[1]]);
    sqlite(&project.path().join("other.db"), "DROP TABLE posts");
    project.fails(&["check", other[0], other[1]], "remove_table");
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_place() {
    let project = Project::new("sqlite:///app.db");
    project.write(
        "bad.sql",
        "CREATE TABLE t (id INTEGER);\nCREATE TABLE t (id INTEGER);\n",
    );
    project.fails(
        &["check", "--models-sql", "bad.sql"],
        "table t already exists\n --> bad.sql:2:14\n",
    );
    project.fails(
        &["check", "--models-sql", "none.sql"],
        "cannot read none.sql",
    );
    project.fails(
        &[
            "check",
            "--models-url",
            "postgresql://nobody@127.0.0.1:1/none",
        ],
        "cannot connect to the database of --models-url",
    );
    let ini = fs::read_to_string(project.path().join("alembic.ini")).unwrap();
    project.write(
        "alembic.ini",
        &format!("{ini}\n[limbec]\ncompare = chekcs\n"),
    );
    project.fails(
        &["check"],
        "[limbec] compare: there is no kind of comparison 'chekcs': choose from checks, defaults,",
    );
}

const POSTGRES_1: &str = "
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TABLE users (id SERIAL PRIMARY KEY, email VARCHAR(80) NOT NULL UNIQUE, mood mood DEFAULT 'glad' NOT NULL);
COMMENT ON TABLE users IS 'who is here';
";
const POSTGRES_2: &str = "
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TABLE users (id SERIAL PRIMARY KEY, email VARCHAR(120) NOT NULL, mood mood DEFAULT 'sad' NOT NULL,
  tags TEXT[] DEFAULT '{}' NOT NULL, data JSONB, CONSTRAINT uq_email UNIQUE (email));
CREATE TABLE posts (id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  author INTEGER NOT NULL REFERENCES users ON DELETE CASCADE, title TEXT COMPRESSION pglz,
  created TIMESTAMPTZ DEFAULT now() NOT NULL, size INTEGER GENERATED ALWAYS AS (length(title)) STORED);
CREATE INDEX ix_posts_title ON posts (lower(title)) WHERE title IS NOT NULL;
CREATE VIEW titles AS SELECT title FROM posts;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;
";

fn objects(database: &Database<'_>) -> String {
    database.psql(
        "SELECT string_agg(n.nspname || '.' || c.relname, ',' ORDER BY 1) FROM pg_class c \
         JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_|^information_schema' \
         UNION ALL SELECT string_agg(nspname, ',' ORDER BY 1) FROM pg_namespace WHERE nspname !~ '^pg_'",
    )
}

#[test]
fn a_file_on_postgresql_leaves_nothing_behind() {
    let database = server().database();
    let project = Project::new(&database.url());
    project.write("one.sql", POSTGRES_1);
    project.write("two.sql", POSTGRES_2);
    project.round("aaa", "one.sql");
    let before = objects(&database);
    project.fails(
        &["check", "--models-sql", "two.sql"],
        "New upgrade operations detected",
    );
    assert_eq!(objects(&database), before);
    let second = project.round("bbb", "two.sql");
    assert!(!second.contains("limbec_scratch"), "{second}");
    // What the script has made is what the file makes.
    let other = server().database();
    other.psql(POSTGRES_2);
    project.ok(&["check", "--models-url", &other.url()]);
    project.ok(&["downgrade", "aaa"]);
}

#[test]
fn a_file_on_postgresql_stays_in_its_place() {
    let database = server().database();
    let scratch = server().database();
    let project = Project::new(&database.url());
    database.psql("CREATE TABLE users (id INTEGER PRIMARY KEY)");
    let before = objects(&database);
    for (sql, message) in [
        (
            "CREATE TABLE a (id INTEGER);\nCOMMIT;\nCREATE TABLE b (id INTEGER);",
            "EXECUTE of transaction commands",
        ),
        (
            "CREATE TABLE public.a (id INTEGER);",
            "the statements reach public.a",
        ),
        (
            "ALTER TABLE users ADD COLUMN x INTEGER;",
            "the statements reach public.users",
        ),
        (
            "CREATE TABLE a (id INTEGER);\nCREATE TABLE b (id INTEGERR);",
            "type \"integerr\" does not exist\n --> models.sql:2:20\n",
        ),
    ] {
        project.write("models.sql", sql);
        project.fails(&["check", "--models-sql", "models.sql"], message);
        assert_eq!(objects(&database), before, "{sql}");
    }
    // As pg_dump writes it.
    project.write(
        "models.sql",
        "\\restrict abc\nSELECT pg_catalog.set_config('search_path', '', false);\n\
         CREATE TABLE public.users (id INTEGER NOT NULL);\n\
         ALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);\n\\unrestrict abc\n",
    );
    let url = scratch.url();
    let arguments = [
        "check",
        "--models-sql",
        "models.sql",
        "--scratch",
        url.as_str(),
    ];
    project.ok(&arguments);
    assert!(!objects(&scratch).contains("users"));
    scratch.psql("CREATE TABLE mine (id INTEGER)");
    project.fails(
        &arguments,
        "the scratch database is not empty: it has the table mine",
    );
}

/// Models that only Python can run: they are made from a C module's data, and from classes of their own.
const APP: &str = r#"
import ctypes, enum
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

print('noise on standard output')
assert ctypes.sizeof(ctypes.c_int) == 4

class Color(enum.Enum):
    RED = 1
    BLUE = 2

class Code(sa.types.TypeDecorator):
    impl = sa.String(12)
    cache_ok = True

class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention={
        'ix': 'ix_%(column_0_label)s', 'uq': 'uq_%(table_name)s_%(column_0_name)s',
        'fk': 'fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s', 'pk': 'pk_%(table_name)s',
        'ck': 'ck_%(table_name)s_%(constraint_name)s'})

class Author(Base):
    __tablename__ = 'author'
    __table_args__ = (
        sa.CheckConstraint("name <> 'x:y'", name='named'),
        sa.Index('ix_lower', sa.text('lower(name)'), unique=True),
        {'comment': "who 'writes'"},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(40), unique=True, comment='their name')
    code: Mapped[str | None] = mapped_column(Code, index=True)
    color: Mapped[Color] = mapped_column(server_default='RED')
    score: Mapped[float] = mapped_column(sa.Numeric(8, 2), server_default=sa.text('0'))
    data: Mapped[dict | None] = mapped_column(sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'))
    made: Mapped[object] = mapped_column(sa.DateTime(timezone=True), server_default=sa.func.now())
    twice: Mapped[int] = mapped_column(sa.Integer, sa.Computed('id * 2', persisted=True))

Book = sa.Table('book', Base.metadata,
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), primary_key=True),
    sa.Column('author', sa.ForeignKey('author.id', ondelete='CASCADE'), nullable=False),
    sa.Column('title', sa.Text()),
    sa.Index('ix_title', 'title', postgresql_where=sa.text('title IS NOT NULL')))
"#;

fn by_python(url: &str) {
    let python = support::oracle_python();
    let python = python.to_str().unwrap();
    let project = Project::new(url);
    let env = ENV.replace(
        "from alembic import context\n",
        "from alembic import context\nfrom app import Base\n",
    );
    let env = env.replace(
        "connection=connection,",
        "connection=connection, target_metadata=Base.metadata,",
    );
    // As every env.py: without a connection it writes SQL.
    let env = env.replace(
        "section = ",
        "if context.is_offline_mode():\n    context.configure(url='x://', target_metadata=Base.metadata)\nsection = ",
    );
    project.write("app.py", APP);
    project.write("migrations/env.py", ENV);
    let ini = fs::read_to_string(project.path().join("alembic.ini")).unwrap();
    project.write(
        "alembic.ini",
        &format!("{ini}prepend_sys_path = .\n\n[limbec]\nmodels = app:Base.metadata\n"),
    );
    let arguments = ["--models-python", python];
    project.ok(&[
        "revision",
        "--autogenerate",
        "--rev-id",
        "aaa",
        "-m",
        "aaa",
        arguments[0],
        arguments[1],
    ]);
    let script = fs::read_to_string(project.path().join("migrations/versions/aaa_aaa.py")).unwrap();
    for part in [
        "ck_author_named",
        "ix_author_code",
        "name <> 'x:y'",
        "fk_book_author_author",
        "sa.Computed(",
    ] {
        assert!(script.contains(part), "{part}\n{script}");
    }
    project.ok(&["upgrade", "head"]);
    project.ok(&["check", arguments[0], arguments[1]]);
    // The same is what Alembic has to say about the models themselves.
    project.write("migrations/env.py", &env);
    let alembic = std::process::Command::new(python)
        .args(["-m", "alembic", "check"])
        .current_dir(project.path())
        .output()
        .unwrap();
    assert!(
        alembic.status.success(),
        "{}\n{}{script}",
        support::stdout(&alembic),
        support::stderr(&alembic)
    );
    // env.py itself is run by that Python where no models are named; Limbec cannot interpret what it imports.
    project.write("alembic.ini", &format!("{ini}prepend_sys_path = .\n"));
    project.ok(&["check", arguments[0], arguments[1]]);
    project.fails(
        &["check", arguments[0], "no-such-python"],
        "no-such-python cannot tell the metadata",
    );
    project.write("app.py", "raise RuntimeError('broken application')");
    project.write(
        "alembic.ini",
        &format!("{ini}prepend_sys_path = .\n\n[limbec]\nmodels = app:Base.metadata\n"),
    );
    project.write("migrations/env.py", ENV);
    project.fails(&["check", arguments[0], arguments[1]], "broken application");
    project.ok(&["downgrade", "base"]);
}

#[test]
fn models_of_a_python_on_sqlite() {
    by_python("sqlite:///app.db");
}

#[test]
fn models_of_a_python_on_postgresql() {
    let database = server().database();
    // SQLAlchemy's driver for the same URL.
    by_python(&database.url());
}

/// The models of a project with `target_metadata`.
const OWN_ENV: &str = "\
from alembic import context
from sqlalchemy import create_engine
from app import db

with create_engine('sqlite:///app.db').connect() as connection:
    context.configure(connection=connection, target_metadata=db.metadata)
    with context.begin_transaction():
        context.run_migrations()
";

fn project_of_models(text: &str) -> Project {
    let project = Project::new("sqlite:///app.db");
    let ini = fs::read_to_string(project.path().join("alembic.ini")).unwrap();
    project.write("alembic.ini", &format!("{ini}prepend_sys_path = .\n"));
    project.write("migrations/env.py", OWN_ENV);
    project.write("app.py", text);
    project
}

const FLASK: &str = "\
from flask_login import UserMixin
from flask_marshmallow import Marshmallow
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
ma = Marshmallow()

likes = db.Table('likes', db.Column('user_id', db.ForeignKey('user_account.id')), db.Column('note', db.String(20)))

class UserAccount(UserMixin, db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80), unique=True, nullable=False)
    kind = db.Column(db.String(10))
    __mapper_args__ = {'polymorphic_on': kind, 'polymorphic_identity': 'user'}

class Admin(UserAccount):
    level = db.Column(db.Integer)
    __mapper_args__ = {'polymorphic_identity': 'admin'}

class HTTPLog(db.Model):
    __tablename__ = 'logs'
    id = db.Column(db.Integer, primary_key=True)
    user_id = db.Column(db.Integer, db.ForeignKey('user_account.id'), index=True)
    user = db.relationship('UserAccount')
";

#[test]
fn models_of_flask_sqlalchemy() {
    let project = project_of_models(FLASK);
    project.ok(&["revision", "--autogenerate", "-m", "all", "--rev-id", "all"]);
    let script = fs::read_to_string(project.path().join("migrations/versions/all_all.py")).unwrap();
    for part in [
        "op.create_table('user_account'",
        "sa.Column('level', sa.Integer(), nullable=True)",
        "op.create_table('logs'",
        "op.create_table('likes'",
        "op.f('ix_logs_user_id')",
    ] {
        assert!(script.contains(part), "{part}\n{script}");
    }
    assert!(!script.contains("'admin'"), "{script}");
    project.ok(&["upgrade", "head"]);
    project.ok(&["check"]);
}

#[test]
fn a_table_that_depends_on_something_absent_is_named() {
    let base = "from sqlalchemy import Column, Integer\nfrom sqlalchemy.orm import declarative_base\n\
                import nope\nfrom nope import Mixin, Kind\ndb = declarative_base()\n";
    for (class, said) in [
        (
            "class User(Mixin, db):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n",
            "'User(nope.Mixin)' is used here, but the package 'nope' that ./app.py, line 4 imports it from is not available",
        ),
        (
            "class User(db):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n    kind = Column(Kind)\n",
            "'nope.Kind' is used here, but the package 'nope' that ./app.py, line 4 imports it from is not available",
        ),
        (
            "made = nope.column()\nclass User(db):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n    made = made\n",
            "but the package 'nope' that ./app.py, line 3 imports it from is not available",
        ),
    ] {
        let project = project_of_models(&format!("{base}{class}"));
        project.fails(&["check"], said);
    }
    let project = project_of_models(&format!(
        "{base}thing = nope.make(1)\nclass Other(Mixin): pass\nclass User(db):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n"
    ));
    project.fails(&["check"], "add_table");
}

#[test]
fn tables_of_a_module_that_cannot_be_interpreted_are_not_lost() {
    let project = project_of_models(
        "from sqlalchemy.orm import declarative_base\ndb = declarative_base()\nimport tables\n",
    );
    let table = "from sqlalchemy import Column, Integer\nfrom app import db\nimport nope\n{}\n\
                 class User(db):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n";
    project.write("tables.py", &table.replace("{}", "nope.extend(db)"));
    project.fails(
        &["check"],
        "The module 'tables' declares tables, but could not be interpreted: 'nope.extend",
    );
    // A call that was given nothing of the models, of a package that has no part in them, does not stop it.
    project.write("tables.py", &table.replace("{}", "nope.start('x')"));
    project.fails(&["check"], "add_table");
}
