//! Literals that are written into SQL, and values that are bound, come back from a real SQLite as
//! they went in.
#![allow(clippy::unwrap_used)]

use limbec_schema::{Bind, Expr, Literal, Select, SelectColumn, SqlStatement, SqlType};
use limbec_sql::{BindMode, Params, compile_statement, dialect};
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value;

/// `SELECT value` by SQLite, the value written into the statement or bound beside it.
fn round_trip(value: &Literal, sql_type: &SqlType, mode: BindMode) -> Value {
    let select = SqlStatement::Select(Box::new(Select {
        columns: vec![SelectColumn::from(Expr::Bind(Bind {
            sql_type: sql_type.clone(),
            ..Bind::value(value.clone())
        }))],
        ..Select::default()
    }));
    let sqlite = dialect("sqlite").unwrap();
    let statement = compile_statement(sqlite, &select, mode).unwrap();
    let params: Vec<Value> = match &statement.params {
        Params::Positional(values) => values.iter().map(bound).collect(),
        _ => Vec::new(),
    };
    Connection::open_in_memory()
        .unwrap()
        .query_row(&statement.sql, rusqlite::params_from_iter(params), |row| {
            row.get(0)
        })
        .unwrap()
}

fn bound(value: &Literal) -> Value {
    match value {
        Literal::Null => Value::Null,
        Literal::Int(number) => Value::Integer(*number),
        Literal::Float(number) => Value::Real(*number),
        Literal::Str(text) | Literal::Json(text) => Value::Text(text.clone()),
        Literal::Bytes(bytes) => Value::Blob(bytes.clone()),
        other => panic!("SQLite was given {other:?}"),
    }
}

proptest! {
    #[test]
    fn strings(text in "\\PC*|[ -~'\"\\\\%:;\\n\\t]*") {
        for mode in [BindMode::Literal, BindMode::Parameters] {
            let back = round_trip(&Literal::Str(text.clone()), &SqlType::string(None), mode);
            prop_assert_eq!(back, Value::Text(text.clone()));
        }
    }

    #[test]
    fn integers(number: i64) {
        // SQLite reads the most negative number as the negation of one that does not fit.
        prop_assume!(number != i64::MIN);
        for mode in [BindMode::Literal, BindMode::Parameters] {
            let back = round_trip(&Literal::Int(number), &SqlType::integer(), mode);
            prop_assert_eq!(back, Value::Integer(number));
        }
    }

    #[test]
    fn floats(number in prop::num::f64::NORMAL | prop::num::f64::ZERO | prop::num::f64::SUBNORMAL) {
        for mode in [BindMode::Literal, BindMode::Parameters] {
            let Value::Real(back) = round_trip(&Literal::Float(number), &SqlType::float(), mode) else {
                panic!("{number} came back as something else");
            };
            // SQLite's own reader is right to the last digit or two of a double.
            prop_assert!((back - number).abs() <= number.abs() * 1e-14 || back == number);
        }
    }

    #[test]
    fn bytes_that_are_bound(bytes: Vec<u8>) {
        let back = round_trip(&Literal::Bytes(bytes.clone()), &SqlType::large_binary(), BindMode::Parameters);
        prop_assert_eq!(back, Value::Blob(bytes));
    }

    #[test]
    fn moments(
        year in 1..=9999_i32, month in 1..=12_u8, day in 1..=28_u8,
        hour in 0..24_u8, minute in 0..60_u8, second in 0..60_u8, micros in 0..1_000_000_u32,
    ) {
        let moment = Literal::DateTime { year, month, day, hour, minute, second, micros, offset: None };
        let stored = format!(
            "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}.{micros:06}"
        );
        let date = Literal::Date { year, month, day };
        let time = Literal::Time { hour, minute, second, micros, offset: None };
        for mode in [BindMode::Literal, BindMode::Parameters] {
            prop_assert_eq!(
                round_trip(&moment, &SqlType::datetime(), mode),
                Value::Text(stored.clone())
            );
            prop_assert_eq!(
                round_trip(&date, &SqlType::date(), mode),
                Value::Text(stored[..10].to_owned())
            );
            prop_assert_eq!(
                round_trip(&time, &SqlType::time(), mode),
                Value::Text(stored[11..].to_owned())
            );
        }
    }
}

#[test]
fn intervals_are_moments_since_the_epoch() {
    let day = Literal::Interval {
        micros: 86_400_000_000 + 5_000_007,
    };
    let before = Literal::Interval { micros: -1_000_000 };
    let back = |value| round_trip(value, &SqlType::interval(), BindMode::Parameters);
    assert_eq!(back(&day), Value::Text("1970-01-02 00:00:05.000007".into()));
    assert_eq!(
        back(&before),
        Value::Text("1969-12-31 23:59:59.000000".into())
    );
}

#[test]
fn truth_values_and_uuids_are_stored_as_sqlalchemy_stores_them() {
    let uuid = Literal::Uuid("12345678-1234-5678-1234-567812345678".into());
    for mode in [BindMode::Literal, BindMode::Parameters] {
        assert_eq!(
            round_trip(&Literal::Bool(true), &SqlType::boolean(), mode),
            Value::Integer(1)
        );
        assert_eq!(
            round_trip(&uuid, &SqlType::uuid(), mode),
            Value::Text("12345678123456781234567812345678".into())
        );
    }
}
