//! The inspector against SQLAlchemy's: the databases of `tests/inspect`, asked everything by a migration through the
//! binary, answer as SQLAlchemy answered when `tests/inspect/record.py` recorded it, and as it answers at this moment.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use limbec_testing::postgres::server;
use serde_json::Value;
use support::{limbec, stderr, stdout, workspace};

/// How many differences are shown in full.
const SHOWN: usize = 20;

/// The version table is where the questions do not look.
const ENV: &str = "\
from alembic import context
from sqlalchemy import engine_from_config

section = context.config.get_section(context.config.config_ini_section, {})
with engine_from_config(section, prefix='sqlalchemy.').connect() as connection:
    with open('before.sql', encoding='utf-8') as before:
        for line in before:
            connection.exec_driver_sql(line)
            connection.commit()
    schema = 'information_schema' if connection.dialect.name == 'postgresql' else None
    context.configure(connection=connection, version_table_schema=schema)
    with context.begin_transaction():
        context.run_migrations()
";

fn cases(engine: &str) -> Vec<PathBuf> {
    let folder = workspace().join("tests/inspect").join(engine);
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "sql"))
        .collect();
    found.sort();
    found
}

/// What the questions print about a database.
fn answers(case: &Path, url: &str, project: &Path) -> Result<Value, String> {
    fs::create_dir_all(project.join("migrations/versions")).unwrap();
    fs::write(project.join("migrations/env.py"), ENV).unwrap();
    fs::copy(
        workspace().join("tests/inspect/questions.py"),
        project.join("migrations/versions/questions.py"),
    )
    .unwrap();
    let sql = fs::read_to_string(case).unwrap();
    let before: String = sql
        .lines()
        .filter_map(|line| line.strip_prefix("-- on the connection: "))
        .map(|line| format!("{line}\n"))
        .collect();
    fs::write(project.join("before.sql"), before).unwrap();
    let ini = format!("[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = {url}\n");
    fs::write(project.join("alembic.ini"), ini).unwrap();
    let output = limbec()
        .args(["upgrade", "head"])
        .current_dir(project)
        .output()
        .unwrap();
    if !output.status.success() {
        return Err(stderr(&output));
    }
    serde_json::from_str(&stdout(&output)).map_err(|error| error.to_string())
}

/// Where two answers differ, each by the way to it.
fn differences(way: &str, recorded: &Value, found: &Value, list: &mut Vec<String>) {
    match (recorded, found) {
        (Value::Object(recorded), Value::Object(found)) => {
            let own = found.keys().filter(|key| !recorded.contains_key(*key));
            for key in recorded.keys().chain(own) {
                let none = Value::Null;
                let (a, b) = (recorded.get(key), found.get(key));
                let way = format!("{way} / {key}");
                differences(&way, a.unwrap_or(&none), b.unwrap_or(&none), list);
            }
        }
        _ if recorded == found => {}
        _ => list.push(format!(
            "--- {way}\nsqlalchemy: {recorded:#}\nlimbec:     {found:#}\n"
        )),
    }
}

fn compare(case: &Path, found: Result<Value, String>) -> Vec<String> {
    let name = case.file_stem().unwrap().to_string_lossy();
    let recorded = fs::read_to_string(case.with_extension("json"))
        .unwrap_or_else(|_| panic!("{name} is not recorded: run tests/inspect/record.py"));
    let recorded: Value = serde_json::from_str(&recorded).unwrap();
    let mut list = Vec::new();
    match found {
        Ok(found) => differences(&name, &recorded, &found, &mut list),
        Err(error) => list.push(format!("--- {name}\n{error}")),
    }
    list
}

fn report(different: &[String]) {
    assert!(
        different.is_empty(),
        "{} answers differ\n{}",
        different.len(),
        different[..different.len().min(SHOWN)].join("\n")
    );
}

#[test]
fn postgresql_answers_as_sqlalchemy_recorded() {
    let cases = cases("postgresql");
    assert!(
        cases.len() >= 29,
        "only {} databases were found",
        cases.len()
    );
    let waiting = Mutex::new(cases);
    let different = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let Some(case) = waiting.lock().unwrap().pop() else {
                        return;
                    };
                    let database = server().database();
                    database.psql(&fs::read_to_string(&case).unwrap());
                    let project = tempfile::tempdir().unwrap();
                    let found = answers(&case, &database.url(), project.path());
                    different.lock().unwrap().extend(compare(&case, found));
                }
            });
        }
    });
    report(&different.into_inner().unwrap());
}

#[test]
fn sqlite_answers_as_sqlalchemy_recorded() {
    let mut different = Vec::new();
    for case in cases("sqlite") {
        let project = tempfile::tempdir().unwrap();
        let made = Command::new("python3")
            .args(["-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(open(sys.argv[2]).read())"])
            .arg(project.path().join("db.sqlite"))
            .arg(&case)
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", stderr(&made));
        let found = answers(&case, "sqlite:///%(here)s/db.sqlite", project.path());
        different.extend(compare(&case, found));
    }
    report(&different);
}

/// SQLAlchemy, as it is installed, answers what is recorded.
#[test]
fn the_record_is_what_sqlalchemy_answers() {
    let output = Command::new(support::oracle_python())
        .arg(workspace().join("tests/inspect/record.py"))
        .arg("--check")
        .env("LIMBEC_TEST_POSTGRES", server().url())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}{}",
        stdout(&output),
        stderr(&output)
    );
}
