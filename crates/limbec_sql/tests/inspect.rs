//! Limbec's inspector against the recorded answers of SQLAlchemy 2.0 (`tests/inspect/*.json`), and
//! against itself: reading one table and reading all tables must find the same.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use limbec_schema::{Expr, OptionValue, Options, SqlType};
use limbec_sql::inspect::{InspectError, ReflectedColumn, ReflectedForeignKey, ReflectedIndex};
use limbec_sql::sqlite::SqliteConnection;
use limbec_sql::{Connection, dialect};
use serde_json::{Map, Value, json};

fn sql_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inspect");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "sql"))
        .collect();
    files.sort();
    files
}

fn cases(path: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(path).unwrap();
    text.split("-- case: ")
        .skip(1)
        .map(|part| {
            let (title, sql) = part.split_once('\n').unwrap();
            (title.to_owned(), sql.to_owned())
        })
        .collect()
}

fn database(sql: &str) -> SqliteConnection {
    let mut connection = SqliteConnection::open_in_memory().unwrap();
    connection.execute_script(sql).unwrap();
    connection
}

#[test]
fn answers_equal_sqlalchemys() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for path in sql_files() {
        let recorded = fs::read_to_string(path.with_extension("json")).unwrap();
        let recorded: Value = serde_json::from_str(&recorded).unwrap();
        for (title, sql) in cases(&path) {
            count += 1;
            let found = answers(&mut database(&sql));
            if found != recorded[&title] {
                wrong.push(difference(&title, &recorded[&title], &found));
            }
        }
    }
    assert!(count >= 60, "only {count} cases were found");
    assert!(
        wrong.is_empty(),
        "{} of {count} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn reading_all_tables_finds_what_reading_one_finds() {
    for path in sql_files() {
        for (title, sql) in cases(&path) {
            let mut connection = database(&sql);
            let mut inspector = connection.inspector();
            let all = inspector.reflect_all(None).unwrap();
            assert_eq!(all.tables.len(), inspector.table_names(None).unwrap().len());
            for ((_, name), table) in &all.tables {
                assert_eq!(
                    table,
                    &inspector.reflect(name, None).unwrap(),
                    "{title}: {name}"
                );
            }
        }
    }
}

#[test]
fn what_is_not_there_is_said_in_sqlalchemys_words() {
    let mut connection =
        database("CREATE TABLE users (id INTEGER); CREATE TEMP TABLE scratch (x);");
    let mut inspector = connection.inspector();
    assert_eq!(
        inspector.columns("nope", None).unwrap_err(),
        InspectError::NoSuchTable("nope".to_owned())
    );
    assert_eq!(
        inspector
            .reflect("nope", Some("main"))
            .unwrap_err()
            .to_string(),
        "main.nope"
    );
    assert!(!inspector.has_table("nope", None).unwrap());
    assert!(!inspector.has_table("users", Some("elsewhere")).unwrap());
    assert!(inspector.has_table("users", None).unwrap());
    assert!(inspector.has_table("scratch", None).unwrap());
    assert_eq!(inspector.temp_table_names().unwrap(), ["scratch"]);
    assert_eq!(inspector.table_names(None).unwrap(), ["users"]);
    assert_eq!(inspector.schema_names().unwrap(), ["main"]);
}

/// Everything that SQLAlchemy was asked, in the same shape.
fn answers(connection: &mut SqliteConnection) -> Value {
    let mut inspector = connection.inspector();
    let tables = inspector.table_names(None).unwrap();
    let views = inspector.view_names(None).unwrap();
    let mut of = Map::new();
    for name in tables.iter().chain(&views) {
        inspector.take_warnings();
        let mut answer = json!({
            "columns": ask(inspector.columns(name, None), |c| Value::Array(c.iter().map(column).collect())),
            "pk": ask(inspector.primary_key(name, None), |pk| json!({"name": pk.name, "constrained_columns": pk.constrained_columns})),
            "fks": ask(inspector.foreign_keys(name, None), |f| Value::Array(f.iter().map(foreign_key).collect())),
            "uniques": ask(inspector.unique_constraints(name, None), |u| {
                Value::Array(u.iter().map(|u| json!({"name": u.name, "column_names": u.column_names})).collect())
            }),
            "checks": ask(inspector.check_constraints(name, None), |c| {
                Value::Array(c.iter().map(|c| json!({"sqltext": c.sqltext, "name": c.name})).collect())
            }),
            "indexes": ask(inspector.indexes(name, None), |i| Value::Array(i.iter().map(index).collect())),
            "options": ask(inspector.table_options(name, None), options),
        });
        let mut warnings = inspector.take_warnings();
        warnings.sort();
        answer["warnings"] = json!(warnings);
        of.insert(name.clone(), answer);
    }
    json!({"tables": tables, "views": views, "of": of})
}

fn ask<T>(answer: Result<T, InspectError>, plain: impl Fn(&T) -> Value) -> Value {
    match answer {
        Ok(value) => plain(&value),
        Err(InspectError::NoSuchTable(name)) => {
            json!({"error": format!("NoSuchTableError: {name}")})
        }
        Err(InspectError::Catalog(message)) => {
            json!({"error": format!("AssertionError: {message}")})
        }
        Err(InspectError::NotImplemented) => json!({"error": "NotImplementedError"}),
        Err(InspectError::Database(error)) => json!({"error": error.to_string()}),
    }
}

fn column(column: &ReflectedColumn) -> Value {
    let mut out = json!({
        "name": column.name,
        "type": type_of(&column.sql_type),
        "nullable": column.nullable,
        "default": column.default,
        "primary_key": column.primary_key,
    });
    if let Some(computed) = &column.computed {
        out["computed"] = json!({"sqltext": computed.sqltext, "persisted": computed.persisted});
    }
    out
}

fn foreign_key(key: &ReflectedForeignKey) -> Value {
    json!({
        "name": key.name,
        "constrained_columns": key.constrained_columns,
        "referred_schema": key.referred_schema,
        "referred_table": key.referred_table,
        "referred_columns": key.referred_columns,
        "options": options(&key.options),
    })
}

fn index(index: &ReflectedIndex) -> Value {
    json!({
        "name": index.name,
        "column_names": index.column_names,
        "unique": i64::from(index.unique),
        "dialect_options": options(&index.dialect_options),
    })
}

fn options(options: &Options) -> Value {
    let plain = |value: &OptionValue| match value {
        OptionValue::Bool(value) => json!(value),
        OptionValue::Str(text) => json!(text),
        OptionValue::Expr(Expr::Text(clause)) => json!(clause.text),
        other => json!(format!("{other:?}")),
    };
    options
        .iter()
        .map(|(key, value)| (key.clone(), plain(value)))
        .collect()
}

/// The class of the type and its DDL.
fn type_of(sql_type: &SqlType) -> String {
    use limbec_schema::{BinaryName, IntegerSize, NumericName, StringName, TemporalName};
    let class = match sql_type {
        SqlType::Null => return "NullType".to_owned(),
        SqlType::Boolean(_) => "BOOLEAN",
        SqlType::Integer(integer) => match integer.size {
            IntegerSize::Small => "SMALLINT",
            IntegerSize::Regular => "INTEGER",
            IntegerSize::Big => "BIGINT",
        },
        SqlType::Numeric(numeric) => match numeric.name {
            NumericName::ExactNumeric => "NUMERIC",
            NumericName::ExactDecimal => "DECIMAL",
            NumericName::ExactFloat => "FLOAT",
            NumericName::ExactReal => "REAL",
            NumericName::ExactDouble => "DOUBLE",
            other => panic!("{other:?} is never reflected"),
        },
        SqlType::String(string) => match string.name {
            StringName::ExactChar => "CHAR",
            StringName::ExactVarchar => "VARCHAR",
            StringName::ExactNchar => "NCHAR",
            StringName::ExactNvarchar => "NVARCHAR",
            StringName::ExactText => "TEXT",
            other => panic!("{other:?} is never reflected"),
        },
        SqlType::Binary(binary) => match binary.name {
            BinaryName::ExactBlob => "BLOB",
            other => panic!("{other:?} is never reflected"),
        },
        SqlType::Temporal(temporal) => match temporal.name {
            TemporalName::ExactDate => "DATE",
            TemporalName::ExactTime => "TIME",
            TemporalName::ExactDateTime => "DATETIME",
            TemporalName::ExactTimestamp => "TIMESTAMP",
            other => panic!("{other:?} is never reflected"),
        },
        SqlType::Json(_) => "JSON",
        other => panic!("{other:?} is never reflected"),
    };
    let ddl = dialect("sqlite").unwrap().type_ddl(sql_type).unwrap();
    format!("{class} {ddl}")
}

/// The paths at which two values differ.
fn difference(title: &str, recorded: &Value, found: &Value) -> String {
    let mut lines = vec![format!("== {title}")];
    walk("", recorded, found, &mut lines);
    lines.join("\n")
}

fn walk(path: &str, recorded: &Value, found: &Value, lines: &mut Vec<String>) {
    match (recorded, found) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) || a.len() == b.len() => {
            for (key, value) in a {
                walk(
                    &format!("{path}/{key}"),
                    value,
                    b.get(key).unwrap_or(&Value::Null),
                    lines,
                );
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                walk(&format!("{path}/{at}"), a, b, lines);
            }
        }
        _ if recorded == found => {}
        _ => lines.push(format!(
            "{path}\n  SQLAlchemy {recorded}\n  Limbec     {found}"
        )),
    }
}
