//! The cases of `tests/ops` through the binary: what `op.*` writes, for each dialect, is what
//! Alembic wrote when `tests/ops/record.py` recorded it. One run of `show --sql` reads the whole
//! folder, so a case costs a millisecond and not a process.
// A helper of a test may give up as a test does.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::{limbec, stderr, stdout, workspace};

/// How many differences are shown in full.
const SHOWN: usize = 25;

/// Where Alembic itself trips over a type of another database, or does not expect something, any
/// error will do.
const SLIPS: [&str; 2] = ["AttributeError:", "AssertionError:"];

/// The scripts below the folder.
fn cases(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            cases(&path, found);
        } else if path.extension().is_some_and(|e| e == "py") && !path.ends_with("record.py") {
            found.push(path);
        }
    }
}

/// The answer of `show base:heads --sql --json` over all cases.
fn answers(folder: &Path, dialect: &str) -> Value {
    let project = tempfile::tempdir().unwrap();
    fs::create_dir(project.path().join("migrations")).unwrap();
    // Where there is an env.py, the recorded `*.sql` beside the scripts are no revisions.
    fs::write(project.path().join("migrations/env.py"), "").unwrap();
    // The folder itself holds the recorder too, which is no revision.
    let mut locations = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            locations.push_str(&format!("\n    {}", path.display()));
        }
    }
    let ini = format!(
        "[alembic]\nscript_location = %(here)s/migrations\nversion_locations ={locations}\n\
         path_separator = newline\n"
    );
    fs::write(project.path().join("alembic.ini"), ini).unwrap();
    let output = limbec()
        .args([
            "-c",
            "alembic.ini",
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
    serde_json::from_str(&stdout(&output)).expect("the answer is JSON")
}

/// The revision that a case declares.
fn revision(case: &Path) -> String {
    let source = fs::read_to_string(case).unwrap();
    let line = source
        .lines()
        .find_map(|line| line.strip_prefix("revision = "))
        .unwrap_or_else(|| panic!("{} declares no revision", case.display()));
    line.trim_matches('"').to_owned()
}

/// What differs between a case's record and the answer; nothing where they agree.
fn difference(case: &Path, dialect: &str, answer: &Value) -> Option<String> {
    let sql = answer["upgrade"].as_str();
    let error = answer["upgrade_error"].as_str();
    let recorded = |suffix: &str| fs::read_to_string(case.with_extension(suffix));
    let (sql_record, error_record) = match (
        recorded(&format!("{dialect}.sql")),
        recorded(&format!("{dialect}.err")),
    ) {
        // MariaDB is recorded where it differs from MySQL.
        (Err(_), Err(_)) if dialect == "mariadb" => (recorded("mysql.sql"), recorded("mysql.err")),
        found => found,
    };
    if let Ok(recorded) = sql_record {
        return match sql {
            Some(sql) if sql.trim_end() == recorded.trim_end() => None,
            Some(sql) => Some(format!("alembic:\n{recorded}limbec:\n{sql}")),
            None => Some(format!(
                "alembic:\n{recorded}limbec: error: {}",
                error.unwrap_or("no answer")
            )),
        };
    }
    let recorded = error_record.unwrap_or_else(|_| {
        panic!(
            "{} is not recorded: run tests/ops/record.py",
            case.display()
        )
    });
    let message = recorded
        .split_once(": ")
        .map_or(recorded.as_str(), |(_, m)| m)
        .trim();
    match error {
        Some(_) if SLIPS.iter().any(|slip| recorded.starts_with(slip)) => None,
        Some(error) if error.contains(message) => None,
        Some(error) => Some(format!("alembic: error: {recorded}limbec: error: {error}")),
        None => Some(format!(
            "alembic: error: {recorded}limbec:\n{}",
            sql.unwrap_or("no answer")
        )),
    }
}

fn compare(dialect: &str) {
    let folder = workspace().join("tests/ops");
    let answers = answers(&folder, dialect);
    let mut found = Vec::new();
    cases(&folder, &mut found);
    assert!(found.len() >= 300, "only {} cases were found", found.len());
    let different: Vec<String> = found
        .iter()
        .filter_map(|case| {
            let name = case.strip_prefix(&folder).unwrap().display();
            difference(case, dialect, &answers[revision(case)])
                .map(|difference| format!("--- {name}, {dialect}\n{difference}\n"))
        })
        .collect();
    assert!(
        different.is_empty(),
        "{} of {} cases differ\n{}",
        different.len(),
        found.len(),
        different[..different.len().min(SHOWN)].join("\n")
    );
}

#[test]
fn sqlite() {
    compare("sqlite");
}

#[test]
fn postgresql() {
    compare("postgresql");
}

#[test]
fn mysql() {
    compare("mysql");
}

#[test]
fn mariadb() {
    compare("mariadb");
}
