//! Whatever value goes into a statement comes back from the server as it was.
#![allow(clippy::unwrap_used)]

use limbec_schema::Literal;
use limbec_sql::{Connection, Params, Statement, Url, connect};
use limbec_testing::postgres::server;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

fn value() -> impl Strategy<Value = Literal> {
    let text = prop_oneof![
        // Characters that mean something in a string, a placeholder or an array, and any others.
        proptest::collection::vec(
            prop_oneof![
                proptest::sample::select(vec![
                    '\'', '\\', '"', '%', '$', ':', '{', '}', ',', '\n', 's', '(', ')'
                ]),
                any::<char>().prop_filter("no text holds it", |c| *c != '\0'),
            ],
            0..40
        )
        .prop_map(|chars| chars.into_iter().collect::<String>()),
    ];
    let scalar = prop_oneof![
        Just(Literal::Null),
        any::<bool>().prop_map(Literal::Bool),
        any::<i64>().prop_map(Literal::Int),
        any::<f64>()
            .prop_filter("NaN is not equal to itself", |number| !number.is_nan())
            .prop_map(Literal::Float),
        "-?[1-9][0-9]{0,30}\\.[0-9]{1,30}".prop_map(Literal::Decimal),
        text.prop_map(Literal::Str),
        proptest::collection::vec(any::<u8>(), 0..60).prop_map(Literal::Bytes),
        (-1_000_000_000_000_000_i128..1_000_000_000_000_000)
            .prop_map(|micros| Literal::Interval { micros }),
        (1..=9999_i32, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Literal::Date {
            year,
            month,
            day
        }),
        (1..=9998_i32, 0..24_u8, 0..60_u8, 0..1_000_000_u32).prop_map(
            |(year, hour, minute, micros)| {
                Literal::DateTime {
                    year,
                    month: 2,
                    day: 28,
                    hour,
                    minute,
                    second: 59,
                    micros,
                    offset: None,
                }
            }
        ),
    ];
    let texts = proptest::collection::vec(
        prop_oneof![Just(Literal::Null), "[^\\x00]{0,12}".prop_map(Literal::Str)],
        1..5,
    )
    .prop_filter("an array of nothing but NULL has no type", |items| {
        items.iter().any(|item| *item != Literal::Null)
    })
    .prop_map(Literal::List);
    prop_oneof![4 => scalar, 1 => texts]
}

/// What tells the server the type of a value that is written as a mere number.
fn cast(value: &Literal) -> &'static str {
    match value {
        Literal::Int(_) => "::int8",
        Literal::Float(_) => "::float8",
        Literal::Decimal(_) => "::numeric",
        Literal::Str(_) => "::text",
        _ => "",
    }
}

fn comes_back(connection: &mut dyn Connection, values: &[Literal]) -> Result<(), TestCaseError> {
    let places: Vec<String> = values
        .iter()
        .enumerate()
        .map(|(place, value)| format!("%(v{place})s{} AS \"50%%\"", cast(value)))
        .collect();
    let statement = Statement {
        sql: format!("SELECT {}", places.join(", ")),
        params: Params::Named(
            values
                .iter()
                .enumerate()
                .map(|(place, value)| (format!("v{place}"), value.clone()))
                .collect(),
        ),
    };
    let outcome = connection.execute(&statement);
    let outcome = outcome.map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&outcome.rows[0][..], values);
    prop_assert_eq!(&outcome.columns[0].name, "50%");
    Ok(())
}

#[test]
fn values_come_back_as_they_went() {
    let database = server().database();
    let mut connection = connect(&Url::parse(&database.url()).unwrap()).unwrap();
    for strings in ["on", "off"] {
        let setting = format!(
            "SET standard_conforming_strings TO {strings}; SET backslash_quote TO on; \
             SET escape_string_warning TO off"
        );
        connection.execute(&Statement::new(setting)).unwrap();
        let mut runner = TestRunner::new(Config {
            cases: 100,
            failure_persistence: None,
            ..Config::default()
        });
        let values = proptest::collection::vec(value(), 1..20);
        let connection = std::cell::RefCell::new(&mut connection);
        runner
            .run(&values, |values| {
                comes_back(&mut ***connection.borrow_mut(), &values)
            })
            .unwrap();
    }
}
