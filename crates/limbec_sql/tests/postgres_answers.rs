//! What a server answers, as SQLAlchemy with `psycopg2` shows it: values and errors.
//!
//! `postgres/values.txt` and `postgres/errors.txt` have a case in each line; `postgres/record.py`
//! writes the answers beside them.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::Path;

use limbec_schema::Literal;
use limbec_sql::{Connection, DbError, ErrorClass, Params, Statement, Url, connect};
use limbec_testing::postgres::{Database, server};

fn lines(name: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postgres");
    let text = fs::read_to_string(folder.join(name)).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn prepared(database: &Database<'_>) -> Box<dyn Connection> {
    let mut connection = connect(&Url::parse(&database.url()).unwrap()).unwrap();
    for statement in lines("setup.sql") {
        // Roles are of the server, not of the database.
        let done = connection.execute(&Statement::new(statement.as_str()));
        assert!(
            done.is_ok() || statement.starts_with("CREATE ROLE"),
            "{statement}"
        );
    }
    connection
}

/// Compares all cases and shows all that differ.
fn compare(cases: &str, answers: &str, mut answer: impl FnMut(&str) -> String) {
    let (cases, answers) = (lines(cases), lines(answers));
    assert_eq!(cases.len(), answers.len(), "run record.py");
    let mut differ = String::new();
    for (case, expected) in cases.iter().zip(&answers) {
        let found = answer(case).replace('\n', "\\n");
        if found != *expected {
            differ.push_str(&format!(
                "{case}\n  expected {expected}\n  found    {found}\n"
            ));
        }
    }
    assert!(differ.is_empty(), "\n{differ}");
}

/// Python's `repr`, by way of an error, which shows the parameters of its statement so.
fn repr(value: &Literal) -> String {
    let one = Params::Positional(vec![value.clone()]);
    let error = DbError::new("m", ErrorClass::Data, "").with_statement("x", &one);
    let text = error.parameters_text().unwrap();
    text.trim_start_matches('(')
        .trim_end_matches(",)")
        .to_owned()
}

#[test]
fn values_are_read_as_psycopg2_reads_them() {
    let database = server().database();
    let mut connection = prepared(&database);
    compare("values.txt", "values.answers", |expression| {
        connection.begin().unwrap();
        let outcome = connection.execute(&Statement::new(format!("SELECT {expression}")));
        connection.rollback().unwrap();
        match outcome {
            Ok(outcome) => repr(outcome.scalar().unwrap_or(&Literal::Null)),
            Err(error) => format!("!{}: {}", error.driver_class(), error.message),
        }
    });
}

#[test]
fn errors_are_those_of_psycopg2_under_sqlalchemy() {
    let database = server().database();
    let mut connection = prepared(&database);
    compare("errors.txt", "errors.answers", |statement| {
        connection.begin().unwrap();
        let statement = Statement::new(statement.replace("\\n", "\n"));
        let outcome = connection.execute(&statement);
        connection.rollback().unwrap();
        match outcome {
            Ok(_) => "no error".to_owned(),
            Err(error) => format!("{}\n{error}", error.class_name()),
        }
    });
}
