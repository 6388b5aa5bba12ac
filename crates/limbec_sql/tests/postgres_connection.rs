//! A connection to a real PostgreSQL server.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use limbec_schema::Literal;
use limbec_sql::{Connection, Params, Statement, Url, connect};
use limbec_testing::postgres::{Database, server};

fn open(database: &Database<'_>) -> Box<dyn Connection> {
    connect(&Url::parse(&database.url()).unwrap()).unwrap()
}

#[test]
fn a_statement_and_its_answer() {
    let database = server().database();
    let mut connection = open(&database);
    let outcome = connection
        .execute(&Statement::new("SELECT 1, 'a'::text, NULL"))
        .unwrap();
    assert_eq!(outcome.rows.len(), 1);
    assert!(connection.inspector().has_table("x", None).is_ok());
    assert_eq!(database.dump(), "");
}

#[test]
fn texts_without_values_are_sent_as_they_are() {
    let database = server().database();
    let mut connection = open(&database);
    let body = "CREATE FUNCTION f(a text) RETURNS text LANGUAGE plpgsql AS $body$\n\
                BEGIN RETURN format('%s :x $1 %%', a); END $body$; SELECT f('v')";
    let outcome = connection.execute(&Statement::new(body)).unwrap();
    assert_eq!(
        outcome.scalar(),
        Some(&Literal::Str("v :x $1 %".to_owned()))
    );
}

#[test]
fn many_rows_by_name() {
    let database = server().database();
    let mut connection = open(&database);
    connection
        .execute(&Statement::new("CREATE TABLE t (a int)"))
        .unwrap();
    let rows: Vec<_> = (0..3000).map(|n| vec![Literal::Int(n)]).collect();
    let insert = |rows| Statement {
        sql: "INSERT INTO t (a) VALUES (%(a)s)".to_owned(),
        params: Params::NamedMany {
            names: vec!["a".to_owned()],
            rows,
        },
    };
    connection.begin().unwrap();
    let outcome = connection.execute(&insert(rows)).unwrap();
    assert_eq!(outcome.rowcount, 3000);
    connection.commit().unwrap();
    // The second row fails: inside a transaction what follows it is refused, outside of one what
    // came before it stays.
    let bad = vec![
        vec![Literal::Int(1)],
        vec![Literal::Str("x".to_owned())],
        vec![Literal::Int(2)],
    ];
    for (transaction, count) in [(true, 3000), (false, 3001)] {
        if transaction {
            connection.begin().unwrap();
        }
        let error = connection.execute(&insert(bad.clone())).unwrap_err();
        assert_eq!(
            error.driver_class(),
            "psycopg2.errors.InvalidTextRepresentation"
        );
        connection.rollback().unwrap();
        let left = connection
            .execute(&Statement::new("SELECT count(*) FROM t"))
            .unwrap();
        assert_eq!(left.scalar(), Some(&Literal::Int(count)));
    }
}

#[test]
fn a_transaction_begins_with_its_first_statement() {
    let database = server().database();
    let mut connection = open(&database);
    // Nothing is sent for a transaction in which nothing happens.
    connection.begin().unwrap();
    assert!(connection.in_transaction());
    connection.commit().unwrap();
    connection.begin().unwrap();
    connection.rollback().unwrap();
    assert!(!connection.in_transaction());

    let create = Statement::new("CREATE TABLE t (a int)");
    connection.begin().unwrap();
    connection.execute(&create).unwrap();
    connection.rollback().unwrap();
    assert_eq!(database.dump(), "");

    // The first statement fails: the transaction has begun and has failed.
    connection.begin().unwrap();
    connection.execute(&Statement::new("selec")).unwrap_err();
    let refused = connection.execute(&create).unwrap_err();
    assert_eq!(
        refused.driver_class(),
        "psycopg2.errors.InFailedSqlTransaction"
    );
    connection.rollback().unwrap();

    let rows = (0..10).map(|n| vec![Literal::Int(n)]).collect();
    connection.begin().unwrap();
    let many = Statement {
        sql: "SELECT %s".to_owned(),
        params: Params::Many(rows),
    };
    assert_eq!(connection.execute(&many).unwrap().rowcount, 10);
    connection.commit().unwrap();
    assert!(!connection.in_transaction());
}
