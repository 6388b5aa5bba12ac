//! The statements of `tests/dml/statements` through the binary: what `op.execute` writes, for each dialect, is
//! what Alembic wrote when `tests/dml/record.py` recorded it.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::{limbec, stderr, stdout, workspace};

/// How many differences are shown in full.
const SHOWN: usize = 40;

/// An environment that leaves values to placeholders.
const ENV: &str = "\
from alembic import context

context.configure(dialect_name=context.get_x_argument(as_dictionary=True)['dialect'])
with context.begin_transaction():
    context.run_migrations()
";

fn cases() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(workspace().join("tests/dml/statements"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "py"))
        .collect();
    found.sort();
    found
}

/// A project whose revisions are the cases.
fn project() -> tempfile::TempDir {
    let project = tempfile::tempdir().unwrap();
    fs::create_dir(project.path().join("migrations")).unwrap();
    fs::write(project.path().join("migrations/env.py"), ENV).unwrap();
    let ini = format!(
        "[alembic]\nscript_location = %(here)s/migrations\nversion_locations = {}\n\
         path_separator = newline\n",
        workspace().join("tests/dml/statements").display()
    );
    fs::write(project.path().join("alembic.ini"), ini).unwrap();
    project
}

/// The recorded text, with MySQL's where MariaDB has none of its own.
fn recorded(case: &Path, dialect: &str, suffix: &str) -> String {
    let read =
        |dialect: &str| fs::read_to_string(case.with_extension(format!("{dialect}.{suffix}")));
    let text = read(dialect).or_else(|error| match dialect {
        "mariadb" => read("mysql"),
        _ => Err(error),
    });
    text.unwrap_or_else(|_| {
        panic!(
            "{} is not recorded: run tests/dml/record.py",
            case.display()
        )
    })
}

/// The statements by the comment that names them.
fn statements(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("-- ").and_then(|l| l.strip_suffix(';')) {
            found.push((name.to_owned(), String::new()));
        } else if let Some((_, statement)) = found.last_mut() {
            statement.push_str(line);
            statement.push('\n');
        }
    }
    for (_, statement) in &mut found {
        // What a whole run writes after the statements is no matter of these cases.
        if let Some(end) = statement.find("INSERT INTO alembic_version") {
            statement.truncate(end);
        }
        statement.truncate(statement.trim_end().len());
    }
    found
}

/// Whether the two agree, three slips of SQLAlchemy aside: it stumbles over some constructs of
/// another dialect (`AttributeError`), where any outcome will do; it names the compiler of the moment where it cannot render
/// something; and it forgets to write out the values of some constructs, which Limbec does.
fn same(alembic: &str, limbec: &str, literal: bool) -> bool {
    const CANNOT: &str = "can't render element of type";
    let forgotten = ["?", "%s", "%("].iter().any(|mark| alembic.contains(mark));
    let both = |text: &str| alembic.contains(text) && limbec.contains(text);
    alembic == limbec
        || alembic.trim_start().starts_with("error AttributeError")
        || both(CANNOT)
        || (literal
            && forgotten
            && !limbec.trim_start().starts_with("error ")
            && limbec != "no answer")
}

fn compare(case: &Path, dialect: &str, literal: bool, answer: &str) -> Vec<String> {
    let suffix = if literal { "sql" } else { "params.sql" };
    let recorded = recorded(case, dialect, suffix);
    let mut different = Vec::new();
    let name = case.file_stem().unwrap().to_string_lossy();
    let answers = statements(answer);
    for (statement, alembic) in statements(&recorded) {
        let limbec = answers
            .iter()
            .find(|(name, _)| *name == statement)
            .map_or("no answer", |(_, text)| text.as_str());
        if !same(&alembic, limbec, literal) {
            different.push(format!(
                "--- {name}, {statement}, {dialect}\nalembic: {alembic}\nlimbec:  {limbec}\n"
            ));
        }
    }
    different
}

fn report(different: &[String]) {
    assert!(
        different.is_empty(),
        "{} statements differ\n{}",
        different.len(),
        different[..different.len().min(SHOWN)].join("\n")
    );
}

/// Values written into the statements.
fn literals(dialect: &str) {
    let project = project();
    let output = limbec()
        .args([
            "show",
            "base:heads",
            "--sql",
            "--json",
            "--dialect",
            dialect,
        ])
        .current_dir(project.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let answers: Value = serde_json::from_str(&stdout(&output)).expect("the answer is JSON");
    let mut different = Vec::new();
    for case in cases() {
        let answer = &answers[format!("dml_{}", case.file_stem().unwrap().to_string_lossy())];
        let text = answer["upgrade"]
            .as_str()
            .or(answer["upgrade_error"].as_str())
            .unwrap_or("no answer");
        different.extend(compare(&case, dialect, true, text));
        if let Some(error) = answer["upgrade_error"].as_str() {
            different.push(format!("{}: {error}", case.display()));
        }
    }
    report(&different);
}

/// Values left to placeholders.
fn placeholders(dialect: &str) {
    let project = project();
    let mut different = Vec::new();
    for case in cases() {
        let revision = format!("dml_{}", case.file_stem().unwrap().to_string_lossy());
        let output = limbec()
            .args([
                "-x",
                &format!("dialect={dialect}"),
                "upgrade",
                &revision,
                "--sql",
            ])
            .current_dir(project.path())
            .output()
            .unwrap();
        if !output.status.success() {
            different.push(format!("{}: {}", case.display(), stderr(&output)));
            continue;
        }
        different.extend(compare(&case, dialect, false, &stdout(&output)));
    }
    report(&different);
}

#[test]
fn there_are_enough_statements() {
    let count: usize = cases()
        .iter()
        .map(|case| statements(&recorded(case, "sqlite", "sql")).len())
        .sum();
    assert!(count >= 500, "only {count} statements were found");
}

#[test]
fn literals_on_sqlite() {
    literals("sqlite");
}

#[test]
fn literals_on_postgresql() {
    literals("postgresql");
}

#[test]
fn literals_on_mysql() {
    literals("mysql");
}

#[test]
fn literals_on_mariadb() {
    literals("mariadb");
}

#[test]
fn placeholders_on_sqlite() {
    placeholders("sqlite");
}

#[test]
fn placeholders_on_postgresql() {
    placeholders("postgresql");
}

#[test]
fn placeholders_on_mysql() {
    placeholders("mysql");
}

/// An environment on a database.
const ONLINE_ENV: &str = "\
from alembic import context
from sqlalchemy import engine_from_config

section = context.config.get_section(context.config.config_ini_section, {})
with engine_from_config(section, prefix='sqlalchemy.').connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
";

/// A script on a fresh database prints what it printed with Alembic.
fn online(name: &str) {
    run_online("tests/dml/online", name, "sqlite:///%(here)s/db.sqlite");
}

#[test]
fn values_and_errors_of_a_postgresql_server() {
    let database = limbec_testing::postgres::server().database();
    run_online("tests/dml/postgresql", "driver", &database.url());
}

fn run_online(folder: &str, name: &str, url: &str) {
    let folder = workspace().join(folder);
    let project = tempfile::tempdir().unwrap();
    let versions = project.path().join("migrations/versions");
    fs::create_dir_all(&versions).unwrap();
    fs::write(project.path().join("migrations/env.py"), ONLINE_ENV).unwrap();
    let script = format!("{name}.py");
    fs::copy(folder.join(&script), versions.join(&script)).unwrap();
    fs::write(
        project.path().join("alembic.ini"),
        format!("[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = {url}\n"),
    )
    .unwrap();
    let output = limbec()
        .args(["upgrade", "head"])
        .current_dir(project.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let recorded = fs::read_to_string(folder.join(format!("{name}.out"))).unwrap();
    assert_eq!(stdout(&output), recorded);
}

#[test]
fn values_on_a_database() {
    online("values");
}

#[test]
fn statements_on_a_database() {
    online("statements");
}

/// Random statements are what Alembic makes of them at this moment.
///
/// Left out is what SQLAlchemy itself trips over (`AssertionError`), and the names of what a script
/// selects twice, which depend on whether it is one Python object.
#[test]
fn random_statements() {
    const SEEDS: std::ops::Range<u32> = 1..5;
    const COUNT: u32 = 250;
    let mut different = Vec::new();
    for seed in SEEDS {
        let project = project();
        let versions = project.path().join("random");
        fs::create_dir(&versions).unwrap();
        let made = std::process::Command::new(support::oracle_python())
            .arg(workspace().join("tests/dml/random_statements.py"))
            .args([seed.to_string(), COUNT.to_string()])
            .arg(&versions)
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", stderr(&made));
        let ini = fs::read_to_string(project.path().join("alembic.ini")).unwrap();
        let cases = workspace().join("tests/dml/statements");
        let ini = ini.replace(
            &cases.display().to_string(),
            &versions.display().to_string(),
        );
        fs::write(project.path().join("alembic.ini"), ini).unwrap();
        for dialect in ["sqlite", "postgresql", "mysql"] {
            let output = limbec()
                .args(["show", "random", "--sql", "--json", "--dialect", dialect])
                .current_dir(project.path())
                .output()
                .unwrap();
            assert!(output.status.success(), "{}", stderr(&output));
            let answers: Value = serde_json::from_str(&stdout(&output)).unwrap();
            let answer = answers["random"]["upgrade"].as_str().unwrap_or_default();
            let recorded = fs::read_to_string(versions.join(format!("{dialect}.sql"))).unwrap();
            let answers = statements(answer);
            for (name, alembic) in statements(&recorded) {
                let limbec = answers
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map_or("no answer", |(_, text)| text.as_str());
                let aside = alembic.contains("AssertionError")
                    || alembic.contains("InvalidRequestError")
                    || alembic.contains("__1");
                if !aside && !same(&alembic, limbec, true) {
                    different.push(format!(
                        "--- seed {seed}, {name}, {dialect}\nalembic: {alembic}\nlimbec:  {limbec}\n"
                    ));
                }
            }
        }
    }
    report(&different);
}
