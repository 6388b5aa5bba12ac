//! A declared schema changes: `revision --autogenerate` writes the script, which leads there and back.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::{Path, PathBuf};

use limbec_testing::postgres::server;
use support::{limbec, stderr, stdout, workspace};

fn run(folder: &Path, url: &str, args: &[&str]) -> (bool, String, String) {
    let mut command = limbec();
    let output = command
        .current_dir(folder)
        .args(["--url", url])
        .args(args)
        .output()
        .unwrap();
    (output.status.success(), stdout(&output), stderr(&output))
}

fn ok(folder: &Path, url: &str, args: &[&str], what: &str) -> String {
    let (done, out, said) = run(folder, url, args);
    assert!(done, "{what}: {args:?}: {out}{said}");
    out
}

/// What the database is, so that two ways to write the same are equal: a table that SQLite has made anew has its key in a
/// line of its own, and a column that comes back stands behind the others.
fn state(folder: &Path, url: &str) -> String {
    let (_, printed, _) = run(folder, url, &["schema"]);
    let Some(file) = url.strip_prefix("sqlite:///") else {
        let mut lines: Vec<&str> = printed
            .lines()
            .map(|line| line.trim_end_matches(','))
            .collect();
        lines.sort_unstable();
        return lines.join("\n");
    };
    let file = Path::new(file);
    let others = "SELECT type, name, sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL ORDER BY 1, 2; \
                  SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main' ORDER BY 1";
    let mut checks: Vec<String> = printed.split("CHECK").skip(1).map(parenthesized).collect();
    checks.sort_unstable();
    let counted = printed.matches("AUTOINCREMENT").count();
    format!(
        "{}{}{checks:?}{counted}",
        support::schema(file),
        support::sqlite(file, others)
    )
}

/// The parentheses at the beginning of a text, without blanks.
fn parenthesized(text: &str) -> String {
    let mut depth = 0;
    let mut found = String::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        found.push(letter);
        if depth == 0 {
            break;
        }
    }
    found
}

/// The sections of a generated script.
fn sections(folder: &Path, name: &str) -> String {
    let file = folder.join("migrations/versions").join(name);
    let text = std::fs::read_to_string(file).unwrap();
    let (_, sections) = text.split_once("-- limbec:upgrade").unwrap();
    format!("-- limbec:upgrade{sections}")
}

fn case(case: &Path, url: &str) -> Option<String> {
    let what = case.display().to_string();
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    ok(at, url, &["init", "-t", "sql", "migrations"], &what);
    let declare = |name: &str| {
        std::fs::copy(case.join(name), at.join("migrations/schema.sql")).unwrap();
    };
    let go = |args: &[&str]| ok(at, url, args, &what);
    let clean = |when: &str| {
        let (done, out, said) = run(at, url, &["check"]);
        assert!(done, "{what}: {when}: {out}{said}");
    };
    declare("before.sql");
    go(&[
        "revision",
        "--autogenerate",
        "-m",
        "first",
        "--rev-id",
        "a1",
    ]);
    go(&["upgrade", "head"]);
    clean("the first script leads there");
    let start = state(at, url);
    declare("after.sql");
    let (done, ..) = run(at, url, &["check"]);
    assert!(!done, "{what}: check sees the change");
    go(&[
        "revision",
        "--autogenerate",
        "-m",
        "second",
        "--rev-id",
        "b1",
    ]);
    let script = sections(at, "b1_second.sql");
    go(&["upgrade", "head"]);
    clean("the second script leads there");
    let end = state(at, url);
    go(&["downgrade", "-1"]);
    assert_eq!(state(at, url), start, "{what}: the way back, by\n{script}");
    go(&["upgrade", "head"]);
    assert_eq!(state(at, url), end, "{what}: once more");
    let file = case.join("script.sql");
    if std::env::var_os("LIMBEC_UPDATE").is_some() {
        std::fs::write(&file, &script).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    (script != expected).then(|| format!("{what}: the script is\n{script}"))
}

fn all(dialect: &str, database: impl Fn(&mut dyn FnMut(&str))) {
    let folder = workspace().join("tests/schema_changes").join(dialect);
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    let mut wrong = Vec::new();
    for one in cases {
        database(&mut |url| {
            let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| case(&one, url)));
            match done {
                Ok(found) => wrong.extend(found),
                Err(why) => wrong.push(why.downcast_ref::<String>().cloned().unwrap_or_default()),
            }
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_schema_changes_on_sqlite() {
    all("sqlite", |with| {
        let folder = tempfile::tempdir().unwrap();
        with(&format!("sqlite:///{}/app.db", folder.path().display()));
    });
}

#[test]
fn a_schema_changes_on_postgresql() {
    all("postgresql", |with| with(&server().database().url()));
}
