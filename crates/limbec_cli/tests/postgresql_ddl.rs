//! The history of `tests/postgresql_ddl` by Alembic and by Limbec on a PostgreSQL server: what
//! `pg_dump` says of the two databases is the same, all the way up and all the way back.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use limbec_testing::postgres::{Database, server};
use support::{limbec, oracle_python, stderr, stdout, workspace};

const ENV: &str = "\
from alembic import context
from sqlalchemy import create_engine, pool

url = context.config.get_main_option('sqlalchemy.url')
options = {'transaction_per_migration': True}
if context.is_offline_mode():
    context.configure(url=url, literal_binds=True, **options)
    with context.begin_transaction():
        context.run_migrations()
else:
    with create_engine(url, poolclass=pool.NullPool).connect() as connection:
        context.configure(connection=connection, **options)
        with context.begin_transaction():
            context.run_migrations()
";

/// How many lines of a difference are shown.
const SHOWN: usize = 60;

/// A project around the history, for one database.
fn project(url: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let versions = workspace().join("tests/postgresql_ddl/versions");
    let ini = format!(
        "[alembic]\nscript_location = %(here)s/migrations\nversion_locations = {}\n\
         path_separator = newline\nsqlalchemy.url = {url}\n",
        versions.display()
    );
    fs::write(folder.path().join("alembic.ini"), ini).unwrap();
    fs::create_dir(folder.path().join("migrations")).unwrap();
    fs::write(folder.path().join("migrations/env.py"), ENV).unwrap();
    folder
}

/// Run a command of Alembic or Limbec; what it prints.
fn run(mut command: Command, folder: &Path, arguments: &[&str]) -> String {
    let output = command
        .args(arguments)
        .current_dir(folder)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{arguments:?}\n{}{}",
        stdout(&output),
        stderr(&output)
    );
    stdout(&output)
}

fn alembic() -> Command {
    let mut command = Command::new(oracle_python());
    command.args(["-m", "alembic"]);
    command
}

/// The schema and the rows, without what differs from database to database.
fn dump(database: &Database<'_>) -> Vec<String> {
    let output = Command::new("pg_dump")
        .args(["--no-owner", "--column-inserts"])
        .arg(database.url())
        .output()
        .expect("pg_dump can be run");
    assert!(output.status.success(), "{}", stderr(&output));
    let noise = ["--", "SET ", "\\", "SELECT pg_catalog.set_config"];
    stdout(&output)
        .lines()
        .filter(|line| !line.is_empty() && !noise.iter().any(|start| line.starts_with(start)))
        .map(str::to_owned)
        .collect()
}

fn assert_same(when: &str, alembic: &[String], limbec: &[String]) {
    let lacking = alembic.iter().filter(|line| !limbec.contains(line));
    let extra = limbec.iter().filter(|line| !alembic.contains(line));
    let lines: Vec<String> = lacking
        .map(|line| format!("-{line}"))
        .chain(extra.map(|line| format!("+{line}")))
        .take(SHOWN)
        .collect();
    assert!(
        lines.is_empty(),
        "{when}, - is Alembic and + is Limbec:\n{}",
        lines.join("\n")
    );
    assert_eq!(alembic, limbec, "{when}: the lines have another order");
}

#[test]
fn the_databases_are_the_same() {
    let (theirs, ours) = (server().database(), server().database());
    let (their_project, our_project) = (project(&theirs.url()), project(&ours.url()));
    let both = |arguments: &[&str]| {
        std::thread::scope(|scope| {
            scope.spawn(|| run(alembic(), their_project.path(), arguments));
            scope.spawn(|| run(limbec(), our_project.path(), arguments));
        });
    };
    both(&["upgrade", "head"]);
    let top = dump(&theirs);
    assert!(top.len() > 1300, "the history made {} lines", top.len());
    assert_same("after the upgrade", &top, &dump(&ours));
    both(&["downgrade", "base"]);
    assert_same("after the downgrade", &dump(&theirs), &dump(&ours));
    // What is gone leaves nothing behind that a second run would trip over.
    run(limbec(), our_project.path(), &["upgrade", "head"]);
    assert_same("after the second upgrade", &top, &dump(&ours));
}
