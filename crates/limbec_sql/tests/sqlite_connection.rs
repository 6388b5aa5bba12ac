//! The SQLite connection against what Python's `sqlite3` answered to the same statements.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use limbec_schema::Literal;
use limbec_sql::sqlite::{SqliteConnection, SqliteTarget};
use limbec_sql::{Connection, DbErrorKind, LockScope, Outcome, Params, Statement, Url, connect};

fn memory() -> SqliteConnection {
    let mut connection = SqliteConnection::open_in_memory().unwrap();
    run(
        &mut connection,
        "CREATE TABLE t(id INTEGER PRIMARY KEY, c VARCHAR UNIQUE, n INT NOT NULL CHECK(n>0))",
    );
    run(
        &mut connection,
        "INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2)",
    );
    connection
}

fn run(connection: &mut dyn Connection, sql: &str) -> Outcome {
    connection.execute(&Statement::new(sql)).unwrap()
}

fn with(sql: &str, params: Params) -> Statement {
    Statement {
        params,
        ..Statement::new(sql)
    }
}

fn file(folder: &tempfile::TempDir, name: &str) -> Box<dyn Connection> {
    let url = format!(
        "sqlite:///{}?timeout=0.2",
        folder.path().join(name).display()
    );
    connect(&Url::parse(&url).unwrap()).unwrap()
}

/// Class, message, code and name of the code, as Python 3.11 gives them.
#[test]
fn errors_are_those_of_pythons_driver() {
    let constraint = DbErrorKind::Constraint;
    for (sql, class, message, code, name, kind) in [
        (
            "INSERT INTO t VALUES (3, 'a', 1)",
            "IntegrityError",
            "UNIQUE constraint failed: t.c",
            2067,
            "SQLITE_CONSTRAINT_UNIQUE",
            constraint,
        ),
        (
            "INSERT INTO t VALUES (1, 'c', 1)",
            "IntegrityError",
            "UNIQUE constraint failed: t.id",
            1555,
            "SQLITE_CONSTRAINT_PRIMARYKEY",
            constraint,
        ),
        (
            "INSERT INTO t VALUES (4, 'c', NULL)",
            "IntegrityError",
            "NOT NULL constraint failed: t.n",
            1299,
            "SQLITE_CONSTRAINT_NOTNULL",
            constraint,
        ),
        (
            "INSERT INTO t VALUES (4, 'c', 0)",
            "IntegrityError",
            "CHECK constraint failed: n>0",
            275,
            "SQLITE_CONSTRAINT_CHECK",
            constraint,
        ),
        (
            "SELECT * FROM nope",
            "OperationalError",
            "no such table: nope",
            1,
            "SQLITE_ERROR",
            DbErrorKind::Other,
        ),
        (
            "SELECT nope FROM t",
            "OperationalError",
            "no such column: nope",
            1,
            "SQLITE_ERROR",
            DbErrorKind::Other,
        ),
        (
            "selec",
            "OperationalError",
            "near \"selec\": syntax error",
            1,
            "SQLITE_ERROR",
            DbErrorKind::Other,
        ),
        (
            "SELECT 'abc",
            "OperationalError",
            "unrecognized token: \"'abc\"",
            1,
            "SQLITE_ERROR",
            DbErrorKind::Other,
        ),
        (
            "CREATE TABLE t(x)",
            "OperationalError",
            "table t already exists",
            1,
            "SQLITE_ERROR",
            DbErrorKind::Other,
        ),
        (
            "COMMIT",
            "OperationalError",
            "cannot commit - no transaction is active",
            1,
            "SQLITE_ERROR",
            DbErrorKind::Other,
        ),
        (
            "SELECT abs(-9223372036854775808)",
            "OperationalError",
            "integer overflow",
            1,
            "SQLITE_ERROR",
            DbErrorKind::Other,
        ),
        (
            "SELECT json('{')",
            "OperationalError",
            "malformed JSON",
            1,
            "SQLITE_ERROR",
            DbErrorKind::Other,
        ),
        (
            "INSERT INTO t(id, c, n) VALUES ('abc', 'q', 1)",
            "IntegrityError",
            "datatype mismatch",
            20,
            "SQLITE_MISMATCH",
            DbErrorKind::Other,
        ),
        (
            "SELECT zeroblob(2000000000)",
            "DataError",
            "string or blob too big",
            18,
            "SQLITE_TOOBIG",
            DbErrorKind::Other,
        ),
    ] {
        let error = memory().execute(&Statement::new(sql)).unwrap_err();
        let found = (
            error.class_name(),
            error.message.as_str(),
            error.code.unwrap(),
            error.code_name.as_deref().unwrap(),
            error.kind,
        );
        assert_eq!(found, (class, message, code, name, kind), "{sql}");
    }
}

#[test]
fn parameters_that_do_not_fit_are_refused_in_pythons_words() {
    let one = || vec![Literal::Int(1)];
    let named = |name: &str| Params::Named(vec![(name.to_owned(), Literal::Int(1))]);
    for (statement, message) in [
        (
            with("SELECT ?", Params::Positional(vec![])),
            "Incorrect number of bindings supplied. The current statement uses 1, and there are 0 supplied.",
        ),
        (
            with(
                "SELECT ?",
                Params::Positional(vec![Literal::Int(1), Literal::Int(2)]),
            ),
            "Incorrect number of bindings supplied. The current statement uses 1, and there are 2 supplied.",
        ),
        (
            with("SELECT :a", named("b")),
            "You did not supply a value for binding parameter :a.",
        ),
        (
            with("SELECT ?", named("a")),
            "Binding 1 has no name, but you supplied a dictionary (which has only names).",
        ),
        (
            with("SELECT ?", Params::Positional(vec![Literal::List(one())])),
            "Error binding parameter 1: type 'list' is not supported",
        ),
        (
            Statement::new("SELECT \0"),
            "the query contains a null character",
        ),
    ] {
        let error = memory().execute(&statement).unwrap_err();
        assert_eq!(
            (error.class_name(), error.message.as_str()),
            ("ProgrammingError", message)
        );
    }
}

#[test]
fn two_statements_in_one_are_refused_with_the_place_of_the_second() {
    for sql in [
        "CREATE TABLE a (x);\nCREATE INDEX i ON a (x)",
        "SELECT 1;\nselec",
        "DROP TABLE t;\nDROP TABLE t;",
    ] {
        let error = memory().execute(&Statement::new(sql)).unwrap_err();
        assert_eq!(
            error.headline(),
            "(sqlite3.ProgrammingError) You can only execute one statement at a time."
        );
        assert!(
            error.hints[0].contains("line 2, column 1"),
            "{:?}",
            error.hints
        );
    }
    for sql in [
        "SELECT 1; -- done",
        "SELECT 1;;",
        "SELECT 1 /* ; */",
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END;",
    ] {
        run(&mut memory(), sql);
    }
}

#[test]
fn the_error_text_is_sqlalchemys() {
    let statement = with(
        "INSERT INTO t VALUES (?, ?, ?)",
        Params::Positional(vec![
            Literal::Int(3),
            Literal::Str("a".into()),
            Literal::Float(1.0),
        ]),
    );
    assert_eq!(
        memory().execute(&statement).unwrap_err().to_string(),
        "(sqlite3.IntegrityError) UNIQUE constraint failed: t.c\n[SQL: INSERT INTO t VALUES (?, ?, ?)]\n\
         [parameters: (3, 'a', 1.0)]\n(Background on this error at: https://sqlalche.me/e/20/gkpj)"
    );
}

#[test]
fn row_counts_keys_and_columns_are_those_of_a_python_cursor() {
    for (sql, rowcount, lastrowid, columns, rows) in [
        ("INSERT INTO t(c, n) VALUES ('x', 1)", 1, 3, "", 0),
        ("UPDATE t SET n = n + 1", 2, 2, "", 0),
        (
            "UPDATE t SET n = n + 1 RETURNING id, n AS \"a.b\"",
            2,
            2,
            "id,a.b",
            2,
        ),
        ("DELETE FROM t WHERE id = 1 RETURNING *", 1, 2, "id,c,n", 1),
        ("SELECT * FROM t WHERE 0", -1, 2, "id,c,n", 0),
        ("CREATE TABLE u(x)", -1, 2, "", 0),
        (
            "PRAGMA table_info(t)",
            -1,
            2,
            "cid,name,type,notnull,dflt_value,pk",
            3,
        ),
        ("REPLACE INTO t VALUES (2, 'b', 5)", 1, 2, "", 0),
    ] {
        let outcome = run(&mut memory(), sql);
        let names: Vec<_> = outcome.columns.iter().map(|c| c.name.as_str()).collect();
        let found = (
            outcome.rowcount,
            outcome.lastrowid,
            names.join(","),
            outcome.rows.len(),
        );
        assert_eq!(
            found,
            (rowcount, Some(lastrowid), columns.to_owned(), rows),
            "{sql}"
        );
    }
    let sets = (10..15)
        .map(|n| vec![Literal::Int(n), Literal::Int(1)])
        .collect();
    let outcome = memory()
        .execute(&with(
            "INSERT INTO t(id, n) VALUES (?, ?)",
            Params::Many(sets),
        ))
        .unwrap();
    assert_eq!(outcome.rowcount, 5);
}

#[test]
fn values_come_back_as_they_are_stored() {
    let stored = |value: Literal| {
        let outcome = memory()
            .execute(&with(
                "SELECT ?1, typeof(?1)",
                Params::Positional(vec![value]),
            ))
            .unwrap();
        let [value, Literal::Str(class)] = &outcome.rows[0][..] else {
            panic!("two columns")
        };
        (value.clone(), class.clone())
    };
    let text = |text: &str| (Literal::Str(text.to_owned()), "text".to_owned());
    assert_eq!(
        stored(Literal::Bool(true)),
        (Literal::Int(1), "integer".to_owned())
    );
    assert_eq!(
        stored(Literal::Decimal("1.50".into())),
        (Literal::Float(1.5), "real".to_owned())
    );
    assert_eq!(
        stored(Literal::Bytes(vec![0, 255])),
        (Literal::Bytes(vec![0, 255]), "blob".to_owned())
    );
    assert_eq!(
        stored(Literal::Date {
            year: 2024,
            month: 2,
            day: 9
        }),
        text("2024-02-09")
    );
    let moment = Literal::DateTime {
        year: 2024,
        month: 2,
        day: 9,
        hour: 1,
        minute: 2,
        second: 3,
        micros: 0,
        offset: Some(0),
    };
    assert_eq!(stored(moment), text("2024-02-09 01:02:03.000000"));
    let uuid = Literal::Uuid("01234567-89ab-cdef-0123-456789abcdef".into());
    assert_eq!(stored(uuid), text("0123456789abcdef0123456789abcdef"));
    let error = memory()
        .execute(&Statement::new("SELECT CAST(x'ff' AS TEXT) AS c"))
        .unwrap_err();
    assert!(
        error
            .message
            .starts_with("Could not decode to UTF-8 column 'c' with text"),
        "{error}"
    );
}

#[test]
fn sqlalchemys_functions_are_there() {
    let mut connection = memory();
    let outcome = run(
        &mut connection,
        "SELECT 'abc' REGEXP 'b.', 'abc' REGEXP '^b', NULL REGEXP 'x', floor(2.7), floor(-2.5)",
    );
    let expected = [
        Literal::Int(1),
        Literal::Int(0),
        Literal::Null,
        Literal::Int(2),
        Literal::Int(-3),
    ];
    assert_eq!(outcome.rows[0], expected);
    let error = connection
        .execute(&Statement::new("SELECT 'a' REGEXP '('"))
        .unwrap_err();
    assert_eq!(
        error.headline(),
        "(sqlite3.OperationalError) user-defined function raised exception"
    );
}

#[test]
fn foreign_keys_are_off_until_asked_for_and_can_change_inside_a_transaction() {
    let mut connection = memory();
    let state = |connection: &mut SqliteConnection| {
        run(connection, "PRAGMA foreign_keys").rows[0][0].clone()
    };
    assert_eq!(state(&mut connection), Literal::Int(0));
    run(&mut connection, "PRAGMA foreign_keys = ON");
    assert_eq!(state(&mut connection), Literal::Int(1));
    connection.begin().unwrap();
    run(&mut connection, "PRAGMA foreign_keys=OFF");
    assert_eq!(state(&mut connection), Literal::Int(0));
    assert!(!connection.set_foreign_keys(true).unwrap());
    assert_eq!(state(&mut connection), Literal::Int(1));
    connection.commit().unwrap();
    assert_eq!(state(&mut connection), Literal::Int(1));
}

#[test]
fn schema_changes_are_rolled_back_and_savepoints_hold() {
    let mut connection = memory();
    connection.begin().unwrap();
    assert!(connection.in_transaction());
    run(&mut connection, "CREATE TABLE u (x)");
    connection.savepoint("one").unwrap();
    run(&mut connection, "DROP TABLE t");
    connection.rollback_to_savepoint("one").unwrap();
    connection.release_savepoint("one").unwrap();
    run(&mut connection, "INSERT INTO t VALUES (9, 'z', 1)");
    connection.rollback().unwrap();
    connection.rollback().unwrap();
    assert!(!connection.inspector().has_table("u", None).unwrap());
    assert_eq!(
        run(&mut connection, "SELECT count(*) FROM t").scalar(),
        Some(&Literal::Int(2))
    );
}

#[test]
fn files_that_cannot_be_used_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("text.db"),
        "this is no database ".repeat(100),
    )
    .unwrap();
    let error = file(&folder, "text.db")
        .execute(&Statement::new("SELECT * FROM sqlite_master"))
        .unwrap_err();
    assert_eq!(
        error.headline(),
        "(sqlite3.DatabaseError) file is not a database"
    );
    assert_eq!(error.kind, DbErrorKind::NotADatabase);

    let missing = SqliteTarget {
        filename: folder
            .path()
            .join("no/such/folder.db")
            .display()
            .to_string(),
        ..SqliteTarget::memory()
    };
    let error = SqliteConnection::open(&missing).err().unwrap();
    assert_eq!(
        error.headline(),
        "(sqlite3.OperationalError) unable to open database file"
    );

    run(&mut *file(&folder, "a.db"), "CREATE TABLE t (x)");
    let url = format!(
        "sqlite:///file:{}?mode=ro&uri=true",
        folder.path().join("a.db").display()
    );
    let mut reader = connect(&Url::parse(&url).unwrap()).unwrap();
    let error = reader
        .execute(&Statement::new("INSERT INTO t VALUES (1)"))
        .unwrap_err();
    assert_eq!(
        error.headline(),
        "(sqlite3.OperationalError) attempt to write a readonly database"
    );
    assert_eq!(error.kind, DbErrorKind::ReadOnly);
}

#[test]
fn one_migrator_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, mut second) = (file(&folder, "a.db"), file(&folder, "a.db"));
    assert_eq!(
        first.acquire_migration_lock(Duration::ZERO).unwrap(),
        LockScope::Transaction
    );
    let waited = Instant::now();
    let error = second
        .acquire_migration_lock(Duration::from_millis(300))
        .unwrap_err();
    assert!(waited.elapsed() >= Duration::from_millis(250));
    assert_eq!(
        error.headline(),
        "(sqlite3.OperationalError) database is locked"
    );
    assert!(error.hints[0].contains("another process"));
    first.rollback().unwrap();
    second.acquire_migration_lock(Duration::ZERO).unwrap();
    second.commit().unwrap();
}

#[test]
fn an_interrupt_ends_a_statement_and_its_transaction_can_be_rolled_back() {
    let mut connection = memory();
    connection.begin().unwrap();
    let interrupt = connection.interrupt_handle();
    let helper = std::thread::spawn(move || {
        for _ in 0..50 {
            std::thread::sleep(Duration::from_millis(20));
            interrupt();
        }
    });
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) INSERT INTO t SELECT NULL, NULL, i FROM n";
    let error = connection.execute(&Statement::new(endless)).unwrap_err();
    assert_eq!(
        (error.message.as_str(), error.kind),
        ("interrupted", DbErrorKind::Interrupted)
    );
    connection.rollback().unwrap();
    helper.join().unwrap();
    assert_eq!(
        run(&mut connection, "SELECT count(*) FROM t").scalar(),
        Some(&Literal::Int(2))
    );
}

fn journal_mode(connection: &mut dyn Connection) -> Literal {
    run(connection, "PRAGMA journal_mode").rows[0][0].clone()
}

/// Between the transactions of a series the journal stays; afterwards nothing is left of it, however the series ends.
#[test]
fn the_journal_stays_during_a_series_and_goes_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("a.db-journal");
    let mut connection = file(&folder, "a.db");
    connection.series_begins();
    for sql in ["CREATE TABLE t (n INTEGER)", "INSERT INTO t VALUES (1)"] {
        connection.begin().unwrap();
        run(&mut *connection, sql);
        connection.commit().unwrap();
        assert!(journal.exists(), "after {sql}");
    }
    connection.series_done();
    assert!(!journal.exists());
    assert_eq!(
        journal_mode(&mut *connection),
        Literal::Str("delete".to_owned())
    );

    connection.series_begins();
    connection.begin().unwrap();
    run(&mut *connection, "INSERT INTO t VALUES (2)");
    // As where a migration fails, and the process ends with its connection.
    connection.series_done();
    drop(connection);
    assert!(!journal.exists());
    let mut connection = file(&folder, "a.db");
    assert_eq!(run(&mut *connection, "SELECT n FROM t").rows.len(), 1);
}

/// A series leaves alone what is not removed after each transaction, and what a script has chosen during it.
#[test]
fn a_series_changes_no_other_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut connection = file(&folder, "a.db");
    run(&mut *connection, "PRAGMA journal_mode = wal");
    connection.series_begins();
    assert_eq!(
        journal_mode(&mut *connection),
        Literal::Str("wal".to_owned())
    );
    connection.series_done();
    assert_eq!(
        journal_mode(&mut *connection),
        Literal::Str("wal".to_owned())
    );

    let mut connection = file(&folder, "b.db");
    connection.series_begins();
    run(&mut *connection, "PRAGMA journal_mode = wal");
    connection.series_done();
    assert_eq!(
        journal_mode(&mut *connection),
        Literal::Str("wal".to_owned())
    );

    let mut connection = memory();
    connection.series_begins();
    assert_eq!(
        journal_mode(&mut connection),
        Literal::Str("memory".to_owned())
    );
    connection.series_done();
}
