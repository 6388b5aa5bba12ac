//! A connection to a real PostgreSQL server.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use limbec_schema::Literal;
use limbec_sql::connection::Ahead;
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

/// A connection that has made `t`, whose key is checked when a transaction ends, and has a transaction open.
fn with_deferred_key(database: &Database<'_>) -> Box<dyn Connection> {
    let mut connection = open(database);
    connection
        .execute_script(
            "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t DEFERRABLE INITIALLY DEFERRED);\
             INSERT INTO t VALUES (1, 1)",
        )
        .unwrap();
    connection.begin().unwrap();
    connection
}

fn count(connection: &mut dyn Connection) -> Literal {
    let counted = connection.execute(&Statement::new("SELECT count(*) FROM t"));
    counted.unwrap().scalar().unwrap().clone()
}

const AHEAD: [Ahead<'_>; 4] = [
    Ahead::Commit,
    Ahead::Begin,
    Ahead::Statement("INSERT INTO t VALUES (3, 1)"),
    Ahead::Statement("SELECT a FROM t ORDER BY a DESC"),
];

#[test]
fn what_is_sent_ahead_is_answered_when_it_is_asked_for() {
    let database = server().database();
    let mut connection = with_deferred_key(&database);
    let mut run = |sql: &str| connection.execute(&Statement::new(sql)).unwrap();
    assert_eq!(run("INSERT INTO t VALUES (2, 1)").rowcount, 1);
    connection.send_ahead(&AHEAD);
    connection.commit().unwrap();
    assert!(!connection.in_transaction());
    connection.begin().unwrap();
    assert!(connection.in_transaction());
    let mut run = |sql: &str| connection.execute(&Statement::new(sql)).unwrap();
    assert_eq!(run("INSERT INTO t VALUES (3, 1)").rowcount, 1);
    let rows = run("SELECT a FROM t ORDER BY a DESC").rows;
    assert_eq!(rows[0], [Literal::Int(3)]);
    assert_eq!(run("SELECT 7").scalar(), Some(&Literal::Int(7)));
    connection.rollback().unwrap();
    assert_eq!(count(&mut *connection), Literal::Int(2));
}

#[test]
fn nothing_behind_a_failed_commit_stays() {
    let database = server().database();
    let mut connection = with_deferred_key(&database);
    let insert = Statement::new("INSERT INTO t VALUES (2, 9)");
    connection.execute(&insert).unwrap();
    connection.send_ahead(&AHEAD);
    let error = connection.commit().unwrap_err();
    assert_eq!(error.driver_class(), "psycopg2.errors.ForeignKeyViolation");
    assert!(!connection.in_transaction());
    assert_eq!(count(&mut *connection), Literal::Int(1));
}

#[test]
fn a_rollback_takes_back_what_was_sent_ahead() {
    let database = server().database();
    // Before any answer, behind the commit, behind the begin, in the middle.
    for asked in 0..4 {
        let mut connection = match asked {
            0 => with_deferred_key(&database),
            _ => {
                let mut connection = open(&database);
                connection.begin().unwrap();
                connection
            }
        };
        let committed = Statement::new(format!("INSERT INTO t VALUES ({}, 1)", 10 + asked));
        connection.execute(&committed).unwrap();
        connection.send_ahead(&AHEAD);
        if asked > 0 {
            connection.commit().unwrap();
        }
        if asked > 1 {
            connection.begin().unwrap();
        }
        if asked > 2 {
            connection
                .execute(&Statement::new("INSERT INTO t VALUES (3, 1)"))
                .unwrap();
        }
        connection.rollback().unwrap();
        assert!(!connection.in_transaction());
        assert_eq!(count(&mut *connection), Literal::Int(2 + asked), "{asked}");
    }
}

#[test]
fn a_statement_that_fails_ahead_fails_when_it_is_asked_for() {
    let database = server().database();
    let mut connection = with_deferred_key(&database);
    let wrong = "SELECT a FROM nothing_here";
    let insert = "INSERT INTO t VALUES (2, 1)";
    connection.execute(&Statement::new("SELECT 1")).unwrap();
    connection.send_ahead(&[wrong, insert].map(Ahead::Statement));
    let error = connection.execute(&Statement::new(wrong)).unwrap_err();
    assert_eq!(error.driver_class(), "psycopg2.errors.UndefinedTable");
    let position = error.server.as_ref().and_then(|server| server.position);
    assert_eq!(position, Some(15));
    let error = connection.execute(&Statement::new(insert)).unwrap_err();
    assert_eq!(
        error.driver_class(),
        "psycopg2.errors.InFailedSqlTransaction"
    );
    connection.rollback().unwrap();
    assert_eq!(count(&mut *connection), Literal::Int(1));
}

#[test]
fn another_statement_than_the_one_sent_ahead_does_not_run() {
    let database = server().database();
    let mut connection = with_deferred_key(&database);
    connection.execute(&Statement::new("SELECT 1")).unwrap();
    connection.send_ahead(&[Ahead::Statement("INSERT INTO t VALUES (2, 1)")]);
    let error = connection.execute(&Statement::new("DELETE FROM t"));
    assert!(error.unwrap_err().message.contains("INSERT INTO t"));
    connection.rollback().unwrap();
    assert_eq!(count(&mut *connection), Literal::Int(1));
}

#[test]
fn what_fills_the_way_or_waits_for_data_is_not_sent_ahead() {
    let database = server().database();
    let mut connection = with_deferred_key(&database);
    connection.execute(&Statement::new("SELECT 1")).unwrap();
    let long = format!("SELECT length('{}')", "x".repeat(100_000));
    let copy = "/* rows */ COPY t FROM STDIN";
    let last = "SELECT 3";
    connection.send_ahead(&["SELECT 2", &long, copy, last].map(Ahead::Statement));
    let mut scalar = |sql: &str| {
        let outcome = connection.execute(&Statement::new(sql));
        outcome.map(|outcome| outcome.scalar().cloned())
    };
    assert_eq!(scalar("SELECT 2").unwrap(), Some(Literal::Int(2)));
    assert_eq!(scalar(&long).unwrap(), Some(Literal::Int(100_000)));
    let refused = scalar(copy).unwrap_err();
    assert!(
        refused.message.starts_with("can't execute COPY"),
        "{refused:?}"
    );
    connection.rollback().unwrap();

    // Nothing of what comes can go ahead, or only what is before the first statement.
    for said in [
        &[Ahead::Statement(copy)][..],
        &[Ahead::Begin, Ahead::Statement(copy)],
        &[Ahead::Begin, Ahead::Statement(&long)],
    ] {
        if said.len() == 1 {
            connection.begin().unwrap();
            connection.send_ahead(said);
        } else {
            connection.send_ahead(said);
            connection.begin().unwrap();
        }
        let one = connection.execute(&Statement::new("SELECT 1")).unwrap();
        assert_eq!(one.scalar(), Some(&Literal::Int(1)));
        connection.rollback().unwrap();
        assert!(!connection.in_transaction());
    }

    connection.begin().unwrap();
    let numbered = "SELECT $1";
    connection.send_ahead(&[Ahead::Statement(numbered)]);
    let refused = connection.execute(&Statement::new(numbered)).unwrap_err();
    assert!(
        refused.message.contains("there is no parameter $1"),
        "{refused:?}"
    );
    connection.rollback().unwrap();
    assert_eq!(count(&mut *connection), Literal::Int(1));
}
