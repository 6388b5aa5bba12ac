//! `limbec schema`: what it prints makes the same schema again, and as of a revision it is what the database has there.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::{Path, PathBuf};
use std::process::Output;

use limbec_testing::postgres::server;
use support::{limbec, sqlite, stderr, stdout, workspace};
use tempfile::TempDir;

/// A project of scripts in SQL, without any.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("migrations/versions")).unwrap();
    std::fs::write(
        folder.path().join("alembic.ini"),
        "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = sqlite:///app.db\n",
    )
    .unwrap();
    folder
}

fn schema(folder: &Path, args: &[&str]) -> Output {
    let output = limbec()
        .current_dir(folder)
        .arg("schema")
        .args(args)
        .output();
    let output = output.unwrap();
    assert!(
        output.status.success(),
        "{args:?}: {}{}",
        stdout(&output),
        stderr(&output)
    );
    output
}

/// The folders of `tests/schema` for a database.
fn cases(dialect: &str) -> Vec<PathBuf> {
    let folder = workspace().join("tests/schema").join(dialect);
    let entries = std::fs::read_dir(folder).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// Print what `made.sql` makes, and again what that makes.
fn round_trip(case: &Path, fill: impl Fn(&str) -> String) {
    let folder = project();
    let made = std::fs::read_to_string(case.join("made.sql")).unwrap();
    let first = schema(folder.path(), &["--url", &fill(&made)]);
    let (printed, said) = (stdout(&first), stderr(&first));
    let file = case.join("printed.sql");
    if std::env::var_os("LIMBEC_UPDATE").is_some() {
        std::fs::write(&file, &printed).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap();
    assert_eq!(printed, expected, "{}", case.display());
    let again = schema(folder.path(), &["--url", &fill(&printed)]);
    assert_eq!(stdout(&again), printed, "{} once more", case.display());
    let left_out: Vec<&str> = made
        .lines()
        .filter_map(|line| line.strip_prefix("-- left out: "))
        .collect();
    let told: Vec<&str> = said
        .lines()
        .filter_map(|line| line.strip_prefix("not printed: "))
        .collect();
    assert_eq!(told, left_out, "{}", case.display());
}

#[test]
fn what_is_printed_of_a_sqlite_database_makes_it_again() {
    for case in cases("sqlite") {
        let folder = tempfile::tempdir().unwrap();
        let number = std::cell::Cell::new(0);
        round_trip(&case, |sql| {
            number.set(number.get() + 1);
            let file = folder.path().join(format!("{}.db", number.get()));
            let script = folder.path().join("made.sql");
            std::fs::write(&script, sql).unwrap();
            support::sqlite_script(&file, &script);
            format!("sqlite:///{}", file.display())
        });
    }
}

#[test]
fn what_is_printed_of_a_postgresql_database_makes_it_again() {
    for case in cases("postgresql") {
        let databases = std::cell::RefCell::new(Vec::new());
        round_trip(&case, |sql| {
            let database = server().database();
            database.psql(sql);
            let url = database.url();
            databases.borrow_mut().push(database);
            url
        });
        // What pg_dump says of both is the same, but for what is left out and the order in which things were made.
        let databases = databases.into_inner();
        let lines = |at: usize| {
            let dump: String = databases[at].dump();
            let mut lines: Vec<String> = dump.lines().map(str::to_owned).collect();
            lines.sort();
            lines.join("\n")
        };
        let made = std::fs::read_to_string(case.join("made.sql")).unwrap();
        if !made.contains("-- left out: ") {
            assert_eq!(lines(1), lines(0), "{}", case.display());
        }
    }
}

#[test]
fn all_schemas_are_printed_where_that_is_asked_for() {
    let folder = project();
    let (one, two) = (server().database(), server().database());
    one.psql(
        "CREATE SCHEMA audit; CREATE TYPE audit.kind AS ENUM ('a'); CREATE TABLE users (id serial PRIMARY KEY); \
         CREATE TABLE audit.log (id serial PRIMARY KEY, kind audit.kind, user_id int REFERENCES users); \
         CREATE VIEW audit.shown AS SELECT * FROM audit.log JOIN users USING (id); CREATE INDEX ON audit.log (kind);",
    );
    let url = one.url();
    let printed = schema(folder.path(), &["--url", &url, "--all-schemas"]);
    let text = stdout(&printed);
    assert!(
        text.starts_with("CREATE SCHEMA IF NOT EXISTS audit;\n"),
        "{text}"
    );
    assert!(
        text.contains("CREATE TABLE audit.log (\n    id serial,\n"),
        "{text}"
    );
    two.psql(&text);
    let again = schema(folder.path(), &["--url", &two.url(), "--all-schemas"]);
    assert_eq!(stdout(&again), text);
}

const FIRST: &str = "-- one\n-- revision: a1\n-- down_revision: none\n-- limbec:upgrade\n\
                     CREATE TABLE t (id INTEGER PRIMARY KEY);\n-- limbec:downgrade\nDROP TABLE t;\n";
const SECOND: &str = "-- two\n-- revision: b1\n-- down_revision: a1\n-- limbec:upgrade\n\
                      ALTER TABLE t ADD COLUMN name TEXT;\n-- limbec:autocommit\nCREATE VIEW v AS SELECT name FROM t;\n\
                      -- limbec:downgrade\nDROP VIEW v;\n-- limbec:downgrade\nALTER TABLE t DROP COLUMN name;\n";

fn with_scripts(scripts: &[(&str, &str)]) -> TempDir {
    let folder = project();
    for (name, text) in scripts {
        std::fs::write(folder.path().join("migrations/versions").join(name), text).unwrap();
    }
    folder
}

#[test]
fn a_schema_as_of_a_revision_is_that_of_a_database_there() {
    let folder = with_scripts(&[("a1.sql", FIRST), ("b1.sql", SECOND)]);
    let at = folder.path();
    let file = at.join("app.db");
    let base = schema(at, &["--at", "base"]);
    assert_eq!(stdout(&base), "");
    let first = schema(at, &["--at", "a1"]);
    assert_eq!(
        stdout(&first),
        "CREATE TABLE t (\n    id INTEGER PRIMARY KEY\n);\n"
    );
    assert!(!file.exists(), "nothing is made for it");
    let head = stdout(&schema(at, &["--at", "head"]));
    let upgraded = limbec()
        .current_dir(at)
        .args(["upgrade", "head"])
        .output()
        .unwrap();
    assert!(upgraded.status.success(), "{}", stderr(&upgraded));
    assert_eq!(stdout(&schema(at, &[])), head);
    assert_eq!(
        sqlite(&file, "SELECT count(*) FROM sqlite_master WHERE name = 'v'"),
        "1\n"
    );

    let database = server().database();
    let url = database.url();
    database.psql("CREATE TABLE t (not_this int)");
    let before = database.dump();
    let head = stdout(&schema(at, &["--at", "head", "--url", &url]));
    assert!(head.contains("    id integer,\n    name text,\n"), "{head}");
    assert!(head.contains("CREATE VIEW v AS\n"), "{head}");
    assert_eq!(database.dump(), before, "the schema for it is gone");
    let scratch = server().database();
    let empty = scratch.dump();
    let elsewhere = schema(
        at,
        &["--at", "b1", "--url", &url, "--scratch", &scratch.url()],
    );
    assert_eq!(stdout(&elsewhere), head);
    assert_eq!(scratch.dump(), empty, "the database is empty again");
    let full = limbec()
        .current_dir(at)
        .args(["schema", "--at", "b1", "--scratch", &url])
        .output()
        .unwrap();
    assert!(!full.status.success());
    assert!(
        stdout(&full).contains("it is not empty: it has public.t"),
        "{}",
        stdout(&full)
    );
}

#[test]
fn what_does_not_fit_into_a_schema_needs_a_database() {
    let script = "-- one\n-- revision: a1\n-- down_revision: none\n-- limbec:upgrade\n\
                  CREATE EXTENSION IF NOT EXISTS citext;\nCREATE SCHEMA s;\nCREATE TABLE public.t (a citext);\n\
                  CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1';\nCREATE TYPE k AS ENUM ('a');\n\
                  CREATE DOMAIN d AS text;\nCREATE SEQUENCE q;\nCREATE AGGREGATE g (int) (SFUNC = int4pl, STYPE = int);\n\
                  -- limbec:downgrade\n";
    let folder = with_scripts(&[("a1.sql", script)]);
    let (database, scratch) = (server().database(), server().database());
    database.psql("CREATE EXTENSION citext; CREATE TABLE t (a int)");
    let before = database.dump();
    let url = database.url();
    let refused = limbec()
        .current_dir(folder.path())
        .args(["schema", "--at", "head", "--url", &url])
        .output()
        .unwrap();
    assert!(!refused.status.success());
    assert!(
        stderr(&refused).contains("--scratch URL"),
        "{}",
        stderr(&refused)
    );
    assert_eq!(database.dump(), before);
    let empty = scratch.dump();
    let args = [
        "--at",
        "head",
        "--url",
        &url,
        "--scratch",
        &scratch.url(),
        "--all-schemas",
    ];
    let printed = stdout(&schema(folder.path(), &args));
    assert!(
        printed.contains("CREATE TABLE t (\n    a citext\n);\n"),
        "{printed}"
    );
    assert_eq!(scratch.dump(), empty);
}

const ENV: &str = r#"
from alembic import context
from sqlalchemy import create_engine

with create_engine(context.config.get_main_option("sqlalchemy.url")).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
"#;

const PYTHON: &str = "\"\"\"two\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = \"b1\"\ndown_revision = \"a1\"\n\n\n\
                      def upgrade():\n    if not sa.inspect(op.get_bind()).has_table(\"u\"):\n        \
                      op.create_table(\"u\", sa.Column(\"id\", sa.Integer, primary_key=True), sa.Column(\"kind\", sa.Enum(\"a\", name=\"k\")))\n    \
                      with op.batch_alter_table(\"t\") as batch:\n        batch.add_column(sa.Column(\"n\", sa.Integer, nullable=False, server_default=\"0\"))\n\n\n\
                      def downgrade():\n    pass\n";

#[test]
fn the_history_of_an_env_py_is_run_in_the_scratch_database_too() {
    let folder = with_scripts(&[("a1.sql", FIRST), ("b1.py", PYTHON)]);
    let at = folder.path();
    std::fs::write(at.join("migrations/env.py"), ENV).unwrap();
    let printed = stdout(&schema(
        at,
        &["--at", "head", "--url", "sqlite:///elsewhere.db"],
    ));
    assert!(!at.join("app.db").exists() && !at.join("elsewhere.db").exists());
    assert!(
        printed.contains("n INTEGER DEFAULT '0' NOT NULL"),
        "{printed}"
    );
    let database = server().database();
    // The history looks for the table before it makes it: it must not find this one.
    database.psql("CREATE TABLE u (x int); CREATE TABLE alembic_version (version_num varchar(32)); INSERT INTO alembic_version VALUES ('b1')");
    let before = database.dump();
    let printed = stdout(&schema(at, &["--at", "head", "--url", &database.url()]));
    assert!(
        printed.starts_with("CREATE TYPE k AS ENUM ('a');\n"),
        "{printed}"
    );
    assert!(
        printed.contains("CREATE TABLE u (\n    id serial,\n    kind k,\n"),
        "{printed}"
    );
    assert_eq!(database.dump(), before);
}
