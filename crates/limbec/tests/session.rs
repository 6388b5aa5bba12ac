//! The session: one path for statements, online and offline, and SQLAlchemy's transaction model on
//! a real SQLite file.
#![allow(clippy::unwrap_used)]

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use limbec::runner::{
    Interrupt, MigrationLock, Recorder, Session, SharedReporter, VersionTable, Writer,
};
use limbec::script::host::{Host, HostError, TransactionCommand};
use limbec_schema::Literal;
use limbec_sql::{Params, Url};

fn reporter() -> (Arc<Recorder>, SharedReporter) {
    let recorder = Arc::new(Recorder::new());
    (recorder.clone(), recorder)
}

fn open(file: &std::path::Path, reporter: &SharedReporter) -> Rc<Session> {
    let url = format!("sqlite:///{}", file.display());
    let connection = limbec_sql::connect(&Url::parse(&url).unwrap()).unwrap();
    Session::online(connection, "pysqlite", url, reporter.clone())
}

fn run(session: &Session, sql: &str) -> Vec<Vec<Literal>> {
    session.execute_driver(sql, &Params::None).unwrap().rows
}

fn versions(session: &Session) -> Vec<Vec<Literal>> {
    session
        .execute(&VersionTable::default().select())
        .unwrap()
        .rows
}

#[test]
fn the_version_table_is_the_same_online_and_offline() {
    let folder = tempfile::tempdir().unwrap();
    let (online_events, online_reporter) = reporter();
    let online = open(&folder.path().join("x.db"), &online_reporter);
    let (offline_events, offline_reporter) = reporter();
    let sqlite = limbec_sql::dialect("sqlite").unwrap();
    let offline = Session::offline(sqlite, Writer::to_reporter(), offline_reporter);
    let table = VersionTable::default();
    for session in [&online, &offline] {
        session.carry_out(&table.create()).unwrap();
        session.run(&table.insert("a1")).unwrap();
        session.run(&table.update("a1", "b2")).unwrap();
        session.run(&table.delete("b2")).unwrap();
    }
    let written: String = online_events
        .recorded()
        .statements
        .iter()
        .map(|sql| format!("{};\n\n", sql.replace('\t', "    ").trim()))
        .collect();
    assert_eq!(offline_events.recorded().sql, written);
    assert_eq!(
        offline_events.recorded().sql,
        "CREATE TABLE alembic_version (\n    version_num VARCHAR(32) NOT NULL, \n    \
         CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n);\n\n\
         INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;\n\n\
         UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';\n\n\
         DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';\n\n"
    );
}

#[test]
fn the_version_table_names_its_rows_as_alembic_does_for_each_database() {
    for (dialect, insert) in [
        (
            "postgresql",
            "INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING \
             alembic_version.version_num;\n\n",
        ),
        (
            "mysql",
            "INSERT INTO alembic_version (version_num) VALUES ('a1');\n\n",
        ),
        (
            "mariadb",
            "INSERT INTO alembic_version (version_num) VALUES ('a1');\n\n",
        ),
    ] {
        let (events, reporter) = reporter();
        let dialect = limbec_sql::dialect(dialect).unwrap();
        let session = Session::offline(dialect, Writer::to_reporter(), reporter);
        session
            .execute(&VersionTable::default().insert("a1"))
            .unwrap();
        assert_eq!(events.recorded().sql, insert);
    }
}

#[test]
fn ddl_is_rolled_back_with_its_transaction() {
    let folder = tempfile::tempdir().unwrap();
    let (_, reporter) = reporter();
    let session = open(&folder.path().join("x.db"), &reporter);
    session.transaction(TransactionCommand::Begin).unwrap();
    run(&session, "CREATE TABLE t (a INTEGER)");
    assert!(session.has_table("t", None).unwrap());
    session.transaction(TransactionCommand::Rollback).unwrap();
    assert!(!session.in_transaction());
    assert!(!session.has_table("t", None).unwrap());
}

#[test]
fn looking_takes_no_lock_although_a_transaction_has_begun() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.db");
    let (_, reporter) = reporter();
    let looking = open(&file, &reporter);
    looking.transaction(TransactionCommand::Begin).unwrap();
    run(&looking, "SELECT 1");
    run(&looking, "PRAGMA foreign_keys = ON");
    assert!(looking.in_transaction());
    let writing = open(&file, &reporter);
    writing.begin_now().unwrap();
    run(&writing, "CREATE TABLE t (a INTEGER)");
    writing.transaction(TransactionCommand::Commit).unwrap();
    assert_eq!(
        run(&looking, "PRAGMA foreign_keys"),
        vec![vec![Literal::Int(1)]]
    );
}

#[test]
fn foreign_keys_can_be_switched_inside_a_transaction() {
    let folder = tempfile::tempdir().unwrap();
    let (_, reporter) = reporter();
    let session = open(&folder.path().join("x.db"), &reporter);
    session.begin_now().unwrap();
    run(&session, "CREATE TABLE p (id INTEGER PRIMARY KEY)");
    run(&session, "PRAGMA foreign_keys=ON");
    assert_eq!(
        run(&session, "PRAGMA foreign_keys"),
        vec![vec![Literal::Int(1)]]
    );
    run(&session, "PRAGMA foreign_keys=OFF");
    assert_eq!(
        run(&session, "PRAGMA foreign_keys"),
        vec![vec![Literal::Int(0)]]
    );
}

#[test]
fn what_was_not_committed_is_lost_when_the_connection_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.db");
    let (_, reporter) = reporter();
    let first = open(&file, &reporter);
    first.transaction(TransactionCommand::Begin).unwrap();
    run(&first, "CREATE TABLE t (a INTEGER)");
    first.close();
    let refused = first.execute_driver("SELECT 1", &Params::None);
    assert!(matches!(refused, Err(HostError::Exception { class, .. })
        if class == "sqlalchemy.exc.ResourceClosedError"));
    assert!(!open(&file, &reporter).has_table("t", None).unwrap());
}

#[test]
fn the_second_run_waits_for_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.db");
    let (_, reporter_of_first) = reporter();
    let first = open(&file, &reporter_of_first);
    let interrupt = Interrupt::new();
    let mut lock = MigrationLock::new(Duration::from_secs(20));
    assert!(
        lock.acquire(&first, &reporter_of_first, &interrupt)
            .unwrap()
    );
    // The lock is the transaction: asking again inside of it takes nothing anew.
    assert!(
        !lock
            .acquire(&first, &reporter_of_first, &interrupt)
            .unwrap()
    );
    let table = VersionTable::default();
    first.carry_out(&table.create()).unwrap();
    first.run(&table.insert("a1")).unwrap();

    let second = std::thread::spawn({
        let file = file.clone();
        move || {
            let (_, reporter) = reporter();
            let session = open(&file, &reporter);
            let mut lock = MigrationLock::new(Duration::from_secs(20));
            let taken = lock.acquire(&session, &reporter, &Interrupt::new());
            (taken.is_ok(), versions(&session))
        }
    });
    std::thread::sleep(Duration::from_millis(700));
    first.transaction(TransactionCommand::Commit).unwrap();
    let (taken, seen) = second.join().unwrap();
    assert!(taken);
    assert_eq!(seen, vec![vec![Literal::Str("a1".to_owned())]]);
}

#[test]
fn waiting_for_the_lock_ends() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.db");
    let (_, reporter) = reporter();
    let first = open(&file, &reporter);
    first.begin_now().unwrap();
    run(&first, "CREATE TABLE t (a INTEGER)");
    let second = open(&file, &reporter);
    let mut lock = MigrationLock::new(Duration::ZERO);
    let refused = lock.acquire(&second, &reporter, &Interrupt::new());
    assert!(matches!(refused, Err(HostError::Database { message, .. })
        if message == "database is locked"));
    let interrupt = Interrupt::new();
    interrupt.trigger();
    let mut lock = MigrationLock::new(Duration::from_secs(600));
    let refused = lock.acquire(&second, &reporter, &interrupt);
    assert!(matches!(refused, Err(HostError::Interrupted)));
}
