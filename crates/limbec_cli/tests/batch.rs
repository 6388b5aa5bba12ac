//! The batches of `tests/batch` through the binary: schema and rows afterwards are those that Alembic
//! left when `tests/batch/record.py` recorded them, to the byte; errors have Alembic's words and
//! leave the database as it was.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value, json};
use support::{limbec, oracle_python, stderr, stdout, workspace};

const ENV: &str = r#"from alembic import context
from sqlalchemy import engine_from_config, pool

connectable = engine_from_config({"url": context.config.get_main_option("sqlalchemy.url")}, prefix="", poolclass=pool.NullPool)
with connectable.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
"#;

/// Runs one function of a case file as a migration; the folder holds the project and `db.sqlite`.
fn run(folder: &Path, source: &str, function: &str) -> Output {
    fs::create_dir(folder.join("versions")).unwrap();
    fs::write(folder.join("env.py"), ENV).unwrap();
    let url = folder.join("db.sqlite");
    let ini = format!(
        "[alembic]\nscript_location = %(here)s\nsqlalchemy.url = sqlite:///{}\n",
        url.display()
    );
    fs::write(folder.join("alembic.ini"), ini).unwrap();
    let script = format!(
        "{source}\n\nrevision = \"case\"\ndown_revision = None\n\n\ndef upgrade():\n    {function}()\n\n\ndef downgrade():\n    pass\n"
    );
    fs::write(folder.join("versions/case.py"), script).unwrap();
    let mut command = limbec();
    command.args(["upgrade", "head"]).current_dir(folder);
    command.output().unwrap()
}

/// The text between the quotes of `SETUP`.
fn setup(source: &str) -> &str {
    let (_, rest) = source
        .split_once("SETUP = \"\"\"")
        .expect("a case file has a SETUP");
    rest.split_once("\"\"\"").expect("SETUP is closed").0
}

/// Schema and rows, without Alembic's own table.
fn dump(connection: &Connection) -> Value {
    let mut statement = connection
        .prepare(
            "SELECT type, name, sql FROM sqlite_master \
             WHERE name NOT LIKE 'sqlite_%' AND name <> 'alembic_version' ORDER BY type DESC, name",
        )
        .unwrap();
    let schema: Vec<(String, String, Option<String>)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut rows = Map::new();
    for (kind, name, _) in &schema {
        if kind == "table" {
            rows.insert(name.clone(), table_rows(connection, name));
        }
    }
    let schema: Vec<Value> = schema
        .iter()
        .map(|(kind, name, sql)| json!([kind, name, sql.as_deref().map(folded)]))
        .collect();
    json!({"schema": schema, "rows": rows})
}

fn table_rows(connection: &Connection, table: &str) -> Value {
    let mut statement = connection
        .prepare(&format!("SELECT * FROM \"{table}\""))
        .unwrap();
    let width = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let values = (0..width).map(|at| match row.get_ref(at).unwrap() {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(n) => json!(n),
            ValueRef::Real(x) => json!(x),
            ValueRef::Text(text) => json!(std::str::from_utf8(text).unwrap()),
            ValueRef::Blob(bytes) => {
                json!(bytes.iter().map(|b| format!("{b:02x}")).collect::<String>())
            }
        });
        found.push(Value::Array(values.collect()));
    }
    Value::Array(found)
}

/// Alembic keeps constraints in a set, so that their order is that of a hash; the record sorts them.
fn folded(sql: &str) -> String {
    const CONSTRAINTS: [&str; 5] = [
        "CONSTRAINT ",
        "PRIMARY KEY",
        "UNIQUE",
        "CHECK",
        "FOREIGN KEY",
    ];
    if !sql.contains("\n\t") {
        return sql.to_owned();
    }
    let mut lines: Vec<&str> = sql
        .split('\n')
        .map(|line| {
            let line = line.trim_end();
            line.strip_suffix(',').unwrap_or(line)
        })
        .collect();
    let at: Vec<usize> = (0..lines.len())
        .filter(|at| {
            let line = lines[*at].trim_start_matches('\t');
            CONSTRAINTS.iter().any(|word| line.starts_with(word))
        })
        .collect();
    let mut sorted: Vec<&str> = at.iter().map(|at| lines[*at]).collect();
    sorted.sort_unstable();
    for (at, line) in at.into_iter().zip(sorted) {
        lines[at] = line;
    }
    lines.join("\n")
}

/// What differs between the record and a run; nothing where they agree.
fn difference(source: &str, function: &str, recorded: &Value) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("db.sqlite");
    let connection = Connection::open(&database).unwrap();
    connection.execute_batch(setup(source)).unwrap();
    let before = dump(&connection);
    let output = run(folder.path(), source, function);
    let after = dump(&connection);
    // `FAILED: ...` goes to standard output, as Alembic writes it there.
    let errors = stdout(&output) + &stderr(&output);
    match recorded["error"].as_str() {
        Some(error) => {
            let (class, message) = error.split_once(": ").unwrap();
            // SQLAlchemy takes the names of a cycle from a set, and the order of constraints, by which
            // the first that fails is found, too.
            let message = ["Circular dependency detected.", "CHECK constraint failed:"]
                .into_iter()
                .find(|fixed| message.contains(fixed))
                .unwrap_or(message);
            if output.status.success()
                || !errors.contains(message)
                || !errors.contains(class) && class != "CommandError"
            {
                return Some(format!("Alembic: {error}\nLimbec: {errors}"));
            }
            (after != before).then(|| format!("the error left something behind: {after:#}"))
        }
        None if !output.status.success() => Some(format!("Limbec failed: {errors}")),
        None => (after != *recorded).then(|| compare(recorded, &after)),
    }
}

fn compare(recorded: &Value, found: &Value) -> String {
    let mut out = String::new();
    let (a, b) = (
        recorded["schema"].as_array().unwrap(),
        found["schema"].as_array().unwrap(),
    );
    for at in 0..a.len().max(b.len()) {
        if a.get(at) != b.get(at) {
            let text = |value: Option<&Value>| {
                value.map_or("nothing".to_owned(), |v| {
                    v[2].as_str().unwrap_or("").to_owned()
                })
            };
            out.push_str(&format!(
                "--- Alembic\n{}\n--- Limbec\n{}\n",
                text(a.get(at)),
                text(b.get(at))
            ));
        }
    }
    if recorded["rows"] != found["rows"] {
        out.push_str(&format!(
            "--- rows\n{}\n{}\n",
            recorded["rows"], found["rows"]
        ));
    }
    out
}

#[test]
fn batches_leave_what_alembic_leaves() {
    let folder = workspace().join("tests/batch");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    files.sort();
    let mut cases = Vec::new();
    for path in files {
        let recorded: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let source = fs::read_to_string(path.with_extension("py")).unwrap();
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        for (function, record) in recorded.as_object().unwrap() {
            cases.push(Case {
                title: format!("{file}: {function}"),
                source: source.clone(),
                function: function.clone(),
                record: record.clone(),
            });
        }
    }
    assert!(cases.len() >= 120, "only {} cases were found", cases.len());
    assert_all_equal(&cases);
}

struct Case {
    title: String,
    source: String,
    function: String,
    record: Value,
}

/// Runs the cases on all processors.
fn assert_all_equal(cases: &[Case]) {
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = cases
            .chunks(cases.len().div_ceil(threads))
            .map(|chunk| scope.spawn(move || chunk.iter().filter_map(report).collect::<Vec<_>>()))
            .collect();
        let found = workers.into_iter().map(|worker| worker.join().unwrap());
        found.flatten().collect()
    });
    assert!(
        wrong.is_empty(),
        "{} of {} differ\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

fn report(case: &Case) -> Option<String> {
    let difference = difference(&case.source, &case.function, &case.record)?;
    Some(format!("== {}\n{difference}", case.title))
}

/// How many batches are made at random, and from which seed.
const RANDOM: (u32, u32) = (1, 40);

#[test]
fn random_batches_leave_what_alembic_leaves() {
    let (seed, count) = RANDOM;
    let output = std::process::Command::new(oracle_python())
        .arg(workspace().join("tests/oracle/random_batches.py"))
        .args([seed.to_string(), count.to_string()])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let cases: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(cases.len(), count as usize);
    let cases: Vec<Case> = cases
        .iter()
        .map(|case| {
            let source = case["source"].as_str().unwrap().to_owned();
            Case {
                title: format!("seed {}\n{source}", case["seed"]),
                source,
                function: "case".to_owned(),
                record: case["record"].clone(),
            }
        })
        .collect();
    assert_all_equal(&cases);
}
