//! Revision scripts in SQL, alone and in one history with those in Python.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;
use std::process::{Command, Output};

use support::{limbec, sqlite, stderr, stdout};
use tempfile::TempDir;

/// A project whose scripts are these; with an `env.py` where `python` says so.
fn project(scripts: &[(&str, &str)], python: bool) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let versions = folder.path().join("migrations/versions");
    std::fs::create_dir_all(&versions).unwrap();
    std::fs::write(
        folder.path().join("alembic.ini"),
        "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = ${DATABASE_URL:-sqlite:///app.db}\n",
    )
    .unwrap();
    if python {
        std::fs::write(folder.path().join("migrations/env.py"), ENV).unwrap();
    }
    for (name, text) in scripts {
        std::fs::write(versions.join(name), text).unwrap();
    }
    folder
}

/// As `init` writes it, without the logging.
const ENV: &str = r#"
import os
from alembic import context
from sqlalchemy import create_engine

url = os.environ.get("DATABASE_URL", "sqlite:///app.db")
if context.is_offline_mode():
    context.configure(url=url, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    with create_engine(url).connect() as connection:
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()
"#;

fn in_folder(folder: &Path, url: Option<&str>, args: &[&str]) -> Output {
    let mut command: Command = limbec();
    command
        .current_dir(folder)
        .args(args)
        .env_remove("DATABASE_URL");
    if let Some(url) = url {
        command.env("DATABASE_URL", url);
    }
    command.output().unwrap()
}

fn ok(folder: &Path, url: Option<&str>, args: &[&str]) -> String {
    let output = in_folder(folder, url, args);
    assert!(
        output.status.success(),
        "{args:?}: {}{}",
        stdout(&output),
        stderr(&output)
    );
    stdout(&output)
}

/// Two branches, one in Python and one in SQL, and a merge in SQL.
fn mixed() -> TempDir {
    let python = |id: &str, down: &str, up: &str, back: &str| {
        format!(
            "\"\"\"{id}\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = \"{id}\"\n\
             down_revision = {down}\n\n\ndef upgrade():\n    {up}\n\n\ndef downgrade():\n    {back}\n"
        )
    };
    let scripts = [
        (
            "a1.py",
            python(
                "a1",
                "None",
                "op.create_table(\"users\", sa.Column(\"id\", sa.Integer, primary_key=True))",
                "op.drop_table(\"users\")",
            ),
        ),
        (
            "b1.sql",
            "-- email\n-- revision: b1\n-- down_revision: a1\n\n-- limbec:upgrade\n\
             ALTER TABLE users ADD COLUMN email TEXT; -- it's;\nINSERT INTO users (id, email) VALUES (1, 'a;b');\n\n\
             -- limbec:upgrade postgresql\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;\n\n\
             -- limbec:upgrade sqlite\nCREATE TRIGGER t AFTER INSERT ON users BEGIN SELECT 1; END;\n\n\
             -- limbec:downgrade sqlite\nDROP TRIGGER t;\n-- limbec:downgrade postgresql\nDROP FUNCTION f();\n\
             -- limbec:downgrade\nDELETE FROM users;\nALTER TABLE users DROP COLUMN email;\n"
                .to_owned(),
        ),
        (
            "c1.py",
            python(
                "c1",
                "\"a1\"",
                "op.create_table(\"posts\", sa.Column(\"id\", sa.Integer, primary_key=True))",
                "op.drop_table(\"posts\")",
            ),
        ),
        (
            "d1.sql",
            "-- both\n-- revision: d1\n-- down_revision: b1, c1\n-- limbec:upgrade\n-- limbec:downgrade\n".to_owned(),
        ),
        (
            "e1.sql",
            "-- index\n-- revision: e1\n-- down_revision: d1\n-- limbec:upgrade\nCREATE INDEX i ON posts (id);\n\
             -- limbec:downgrade\nDROP INDEX i;\n"
                .to_owned(),
        ),
        (
            "f1.py",
            python("f1", "\"e1\"", "op.execute(\"UPDATE users SET email = 'x'\")", "pass"),
        ),
    ];
    let scripts: Vec<(&str, &str)> = scripts
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    project(&scripts, true)
}

#[test]
fn a_mixed_history_goes_up_and_down_on_sqlite_and_offline() {
    let folder = mixed();
    let at = folder.path();
    let history = ok(at, None, &["history"]);
    assert_eq!(
        history,
        "e1 -> f1 (head), f1\nd1 -> e1, index\nb1, c1 -> d1 (mergepoint), both\na1 -> c1, c1\na1 -> b1, email\n\
         <base> -> a1 (branchpoint), a1\n"
            .replace("a1 -> c1, c1\na1 -> b1, email\n", &branches(&history))
    );
    let database = at.join("app.db");
    ok(at, None, &["upgrade", "head"]);
    assert_eq!(ok(at, None, &["current"]), "f1 (head)\n");
    assert_eq!(sqlite(&database, "SELECT id, email FROM users"), "1|x\n");
    let schema = support::schema(&database);
    ok(at, None, &["downgrade", "base"]);
    assert_eq!(
        sqlite(
            &database,
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ),
        "alembic_version\n"
    );
    let offline = ok(at, None, &["upgrade", "head", "--sql"]);
    std::fs::remove_file(&database).unwrap();
    let script = at.join("all.sql");
    std::fs::write(&script, offline).unwrap();
    support::sqlite_script(&database, &script);
    assert_eq!(support::schema(&database), schema);
    assert_eq!(ok(at, None, &["current"]), "f1 (head)\n");
    std::fs::write(&script, ok(at, None, &["downgrade", "f1:base", "--sql"])).unwrap();
    support::sqlite_script(&database, &script);
    assert_eq!(
        sqlite(
            &database,
            "SELECT name FROM sqlite_master WHERE tbl_name <> 'alembic_version'"
        ),
        ""
    );
}

/// The two branches in whichever order the history has them.
fn branches(history: &str) -> String {
    match history.find("a1 -> c1") < history.find("a1 -> b1") {
        true => "a1 -> c1, c1\na1 -> b1, email\n".to_owned(),
        false => "a1 -> b1, email\na1 -> c1, c1\n".to_owned(),
    }
}

#[test]
fn a_mixed_history_goes_up_and_down_on_postgresql_and_offline() {
    let folder = mixed();
    let at = folder.path();
    let server = limbec_testing::postgres::server();
    let (database, copy) = (server.database(), server.database());
    let url = database.url();
    ok(at, Some(&url), &["upgrade", "head"]);
    assert_eq!(database.psql("SELECT id, email FROM users"), "1|x");
    assert_eq!(database.psql("SELECT f()"), "1");
    let offline = ok(at, Some(&url), &["upgrade", "head", "--sql"]);
    copy.psql(&offline);
    assert_eq!(copy.dump(), database.dump());
    copy.psql(&ok(at, Some(&url), &["downgrade", "f1:base", "--sql"]));
    ok(at, Some(&url), &["downgrade", "base"]);
    assert_eq!(copy.dump(), database.dump());
    assert_eq!(
        database.psql("SELECT count(*) FROM pg_class WHERE relname IN ('users', 'posts')"),
        "0"
    );
}

#[test]
fn a_project_of_sql_is_made_filled_and_run_without_python() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    ok(at, None, &["init", "-t", "sql", "migrations"]);
    let missing = in_folder(at, None, &["current"]);
    assert!(
        stderr(&missing).contains("alembic.ini:13:18"),
        "{}",
        stderr(&missing)
    );
    assert_eq!(
        stdout(&missing),
        "FAILED: sqlalchemy.url: the environment variable DATABASE_URL is not set\n"
    );
    let url = Some("sqlite:///app.db");
    ok(at, url, &["revision", "-m", "one", "--rev-id", "a1"]);
    ok(
        at,
        url,
        &[
            "revision",
            "-m",
            "two",
            "--rev-id",
            "b1",
            "--branch-label",
            "side",
        ],
    );
    ok(
        at,
        url,
        &[
            "revision", "-m", "three", "--rev-id", "c1", "--head", "a1", "--splice",
        ],
    );
    ok(at, url, &["merge", "-m", "both", "--rev-id", "d1", "heads"]);
    let merge = std::fs::read_to_string(at.join("migrations/versions/d1_both.sql")).unwrap();
    assert!(
        merge.starts_with("-- both\n--\n-- revision: d1\n-- down_revision: "),
        "{merge}"
    );
    let script = at.join("migrations/versions/a1_one.sql");
    let text = std::fs::read_to_string(&script).unwrap();
    let text = text.replace(
        "-- limbec:upgrade\n",
        "-- limbec:upgrade\nCREATE TABLE t (a INTEGER);\n",
    );
    std::fs::write(
        &script,
        text.replace(
            "-- limbec:downgrade\n",
            "-- limbec:downgrade\nDROP TABLE t;\n",
        ),
    )
    .unwrap();
    ok(at, url, &["stamp", "a1"]);
    ok(at, url, &["stamp", "--purge", "base"]);
    ok(at, url, &["upgrade", "heads"]);
    assert_eq!(ok(at, url, &["current"]), "d1 (head) (mergepoint)\n");
    assert!(ok(at, url, &["history", "-i"]).contains("(current)"));
    assert!(ok(at, url, &["show", "current"]).contains("Merges: "));
    assert_eq!(ok(at, url, &["heads"]), "d1 (side) (head)\n");
    ok(at, url, &["downgrade", "base"]);
    assert_eq!(
        sqlite(
            &at.join("app.db"),
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ),
        "alembic_version\n"
    );
    ok(at, url, &["ensure_version"]);
    let mut edit = limbec();
    let edited = edit
        .current_dir(at)
        .args(["edit", "a1"])
        .env("EDITOR", "true")
        .output()
        .unwrap();
    assert!(edited.status.success(), "{}", stderr(&edited));
}

#[test]
fn an_error_names_the_file_the_line_and_the_column_and_nothing_stays() {
    let script = "-- x\n-- revision: a1\n-- down_revision: none\n-- limbec:upgrade\nCREATE TABLE t (a TEXT);\n\
                  INSERT INTO t (a)\n    VALUES ('ü') , (nope);\n-- limbec:downgrade\n";
    let folder = project(&[("a1.sql", script)], false);
    let at = folder.path();
    let failed = in_folder(at, None, &["upgrade", "head"]);
    assert_eq!(failed.status.code(), Some(1));
    let text = stderr(&failed);
    assert!(text.contains("no such column: nope"), "{text}");
    assert!(text.contains("migrations/versions/a1.sql:7:21"), "{text}");
    assert!(
        text.contains("\n7 |     VALUES ('ü') , (nope);\n  |                     ^^^^\n"),
        "{text}"
    );
    assert_eq!(
        sqlite(
            &at.join("app.db"),
            "SELECT count(*) FROM sqlite_master WHERE name = 't'"
        ),
        "0\n"
    );

    let server = limbec_testing::postgres::server();
    let database = server.database();
    let failed = in_folder(at, Some(&database.url()), &["upgrade", "head"]);
    let text = stderr(&failed);
    assert!(text.contains("42703"), "{text}");
    assert!(text.contains("migrations/versions/a1.sql:7:21"), "{text}");
    assert_eq!(
        database.psql("SELECT count(*) FROM pg_class WHERE relname = 't'"),
        "0"
    );
}

/// The end of a migration and the next one go to the server together; what is told and what stays is as if they did
/// not.
#[test]
fn a_commit_that_fails_is_the_error_of_its_own_migration_on_postgresql() {
    let script = |id: &str, down: &str, up: &str| {
        format!(
            "-- {id}\n-- revision: {id}\n-- down_revision: {down}\n-- limbec:upgrade\n{up}\n-- limbec:downgrade\n"
        )
    };
    let (first, second, third) = (
        script(
            "a1",
            "",
            "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t DEFERRABLE INITIALLY DEFERRED);",
        ),
        script("b2", "a1", "INSERT INTO t VALUES (1, 7);"),
        script(
            "c3",
            "b2",
            "INSERT INTO t VALUES (7, 7);\nINSERT INTO t VALUES (8, 7);",
        ),
    );
    let scripts = [
        ("a1.sql", &*first),
        ("b2.sql", &*second),
        ("c3.sql", &*third),
    ];
    let folder = project(&scripts, false);
    let database = limbec_testing::postgres::server().database();
    let url = database.url();
    let output = in_folder(folder.path(), Some(&url), &["upgrade", "head"]);
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("violates foreign key constraint"), "{told}");
    assert!(told.contains("Running upgrade a1 -> b2"), "{told}");
    assert!(!told.contains("b2 -> c3"), "{told}");
    assert_eq!(ok(folder.path(), Some(&url), &["current"]).trim(), "a1");
    assert_eq!(database.psql("SELECT count(*) FROM t"), "0");

    // Mended, the rest runs; a statement that fails behind a commit takes its own migration back, and no other.
    let versions = folder.path().join("migrations/versions");
    let mended = script("b2", "a1", "INSERT INTO t VALUES (1, 1);");
    std::fs::write(versions.join("b2.sql"), mended).unwrap();
    let wrong = script(
        "c3",
        "b2",
        "INSERT INTO t VALUES (7, 7);\nINSERT INTO tt VALUES (8, 7);",
    );
    std::fs::write(versions.join("c3.sql"), wrong).unwrap();
    let output = in_folder(folder.path(), Some(&url), &["upgrade", "head"]);
    let told = stderr(&output);
    assert!(told.contains("c3.sql:6:13"), "{told}");
    assert_eq!(ok(folder.path(), Some(&url), &["current"]).trim(), "b2");
    assert_eq!(database.psql("SELECT a FROM t"), "1");
}

#[test]
fn mistakes_in_a_script_are_found_before_anything_runs() {
    let first = "-- a\n-- revision: a1\n-- down_revision: none\n-- limbec:upgrade\nCREATE TABLE t (a INTEGER);\n\
                 -- limbec:downgrade\n";
    let cases = [
        (
            "-- limbec:upgrade\nCOMMIT;\n",
            "a migration is one transaction",
            ":4:1",
        ),
        (
            "-- limbec:upgrade\nSELECT 1;\n  begin immediate;\n",
            "a migration is one transaction",
            ":5:3",
        ),
        (
            "-- limbec:upgrade\nSELECT 'a;\n",
            "a string is opened here",
            ":4:8",
        ),
        (
            "-- limbec:upgrad\nSELECT 1;\n",
            "there is no directive limbec:upgrad",
            ":3:1",
        ),
        (
            "-- limbec:upgrade oracle\n",
            "there is no database oracle",
            ":3:1",
        ),
        ("SELECT 1;\n", "stands in no section", ":3:1"),
        ("-- limbec:downgrade\n", "has no upgrade section", ":1:1"),
        (
            "-- limbec:upgrade postgresql\nSELECT 1;\n",
            "has no upgrade section for sqlite",
            ":3:1",
        ),
        (
            "-- limbec:upgrade\nSELECT 1;\n  --Limbec: down\nDROP TABLE t;\n",
            "there is no directive limbec:down",
            ":5:3",
        ),
        (
            "-- limbec:upgrade\n\\d t\n",
            "commands of psql are no SQL",
            ":4:1",
        ),
    ];
    for (body, message, place) in cases {
        let second = format!("-- revision: b1\n-- down_revision: a1\n{body}");
        let folder = project(&[("a1.sql", first), ("b1.sql", &second)], false);
        let failed = in_folder(folder.path(), None, &["upgrade", "head"]);
        let text = format!("{}{}", stdout(&failed), stderr(&failed));
        assert!(!failed.status.success(), "{body}");
        assert!(text.contains(message), "{body}: {text}");
        assert!(text.contains(&format!("b1.sql{place}")), "{body}: {text}");
        let tables = sqlite(
            &folder.path().join("app.db"),
            "SELECT name FROM sqlite_master WHERE name = 't'",
        );
        assert_eq!(tables, "", "{body}");
    }
}

#[test]
fn what_cannot_run_in_a_transaction_runs_outside_of_it() {
    let script = "-- x\n-- revision: a1\n-- down_revision: none\n-- limbec:upgrade\nCREATE TABLE t (a INTEGER);\n\
                  -- limbec:autocommit\nVACUUM;\n-- limbec:upgrade postgresql\nCREATE TABLE u (a INTEGER);\n\
                  -- limbec:autocommit\nCREATE INDEX CONCURRENTLY i ON t (a);\n\
                  -- limbec:downgrade\nDROP TABLE t;\n";
    let folder = project(&[("a1.sql", script)], false);
    let at = folder.path();
    ok(at, None, &["upgrade", "head"]);
    assert_eq!(ok(at, None, &["current"]), "a1 (head)\n");
    let server = limbec_testing::postgres::server();
    let (database, copy) = (server.database(), server.database());
    ok(at, Some(&database.url()), &["upgrade", "head"]);
    assert_eq!(
        database.psql("SELECT relname FROM pg_class WHERE relname IN ('i', 'u') ORDER BY 1"),
        "i\nu"
    );
    let offline = at.join("offline.sql");
    std::fs::write(
        &offline,
        ok(at, Some(&database.url()), &["upgrade", "head", "--sql"]),
    )
    .unwrap();
    // `psql -c` sends all in one message, in which VACUUM may not be.
    let ran = Command::new("psql")
        .args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f"])
        .arg(&offline)
        .arg(copy.url())
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", stderr(&ran));
    assert_eq!(copy.dump(), database.dump());

    let inside = script.replace("-- limbec:autocommit\n", "");
    let folder = project(&[("a1.sql", &inside)], false);
    let failed = in_folder(folder.path(), None, &["upgrade", "head"]);
    assert!(
        stderr(&failed).contains("-- limbec:autocommit"),
        "{}",
        stderr(&failed)
    );
}

#[test]
fn files_of_sql_beside_python_are_left_alone_and_refused_in_a_project_of_sql() {
    let files = [("helper.sql", "CREATE TABLE t (a INTEGER);\n")];
    let folder = project(&files, true);
    assert_eq!(ok(folder.path(), None, &["heads"]), "");
    let folder = project(&files, false);
    let failed = in_folder(folder.path(), None, &["heads"]);
    assert!(
        stdout(&failed).contains("does not say which revision it is"),
        "{}",
        stdout(&failed)
    );
}

#[test]
fn files_of_windows_are_read_as_those_of_others() {
    let script = "\u{feff}-- добавить заказы\n-- revision: a1\n--\tdown_revision: none\n\n  -- limbec:upgrade\n\
                  CREATE TABLE \"заказы\" (\n\t\"номер\" INTEGER);\nINSERT INTO \"заказы\" VALUES (1)\n\
                  -- limbec:downgrade\nDROP TABLE \"заказы\"";
    let windows = script.replace('\n', "\r\n");
    let server = limbec_testing::postgres::server();
    for text in [script, &windows] {
        let folder = project(&[("a1_добавить_заказы.sql", text)], false);
        let at = folder.path();
        let database = server.database();
        for url in [None, Some(database.url())] {
            let url = url.as_deref();
            ok(at, url, &["upgrade", "head"]);
            assert_eq!(
                ok(at, url, &["history"]),
                "<base> -> a1 (head), добавить заказы\n"
            );
            ok(at, url, &["downgrade", "base"]);
            assert_eq!(ok(at, url, &["current"]), "");
            let offline = ok(at, url, &["upgrade", "head", "--sql"]);
            assert!(
                offline.contains("\nINSERT INTO \"заказы\" VALUES (1);\n"),
                "{offline}"
            );
        }
    }
}
