//! Reaching a real server: every form of a URL, and every way to fail.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use limbec_schema::Literal;
use limbec_sql::{ConnectError, Connection, DbErrorKind, LockScope, Statement, Url, connect};
use limbec_testing::postgres::{Server, server};

fn open(url: &str) -> Result<Box<dyn Connection>, ConnectError> {
    connect(&Url::parse(url).unwrap())
}

fn scalar(connection: &mut Box<dyn Connection>, sql: &str) -> Literal {
    let outcome = connection.execute(&Statement::new(sql)).unwrap();
    outcome.scalar().unwrap().clone()
}

fn text(value: &str) -> Literal {
    Literal::Str(value.to_owned())
}

#[test]
fn every_form_of_a_url_reaches_the_server() {
    let server = server();
    let (port, folder) = (server.port(), server.folder().display());
    for url in [
        format!("postgresql://postgres@127.0.0.1:{port}/postgres"),
        format!("postgres://postgres@127.0.0.1:{port}/postgres"),
        format!("postgresql+psycopg2://postgres@localhost:{port}/postgres?sslmode=disable"),
        format!("postgresql+psycopg://postgres@127.0.0.1:{port}/postgres?connect_timeout=5"),
        format!("postgresql+asyncpg://postgres@127.0.0.1:{port}/postgres?ssl=prefer&timeout=5"),
        format!("postgresql+pg8000://postgres@127.0.0.1:{port}/postgres"),
        format!("postgresql://postgres@/postgres?host={folder}&port={port}"),
        format!("postgresql://postgres@:{port}/postgres?host={folder}"),
        format!("postgresql://postgres@/postgres?host=127.0.0.1:1&host=127.0.0.1:{port}"),
        format!("postgresql://postgres@/postgres?host=127.0.0.1,127.0.0.1&port=1,{port}"),
        format!("postgresql://postgres@127.0.0.1:{port}/postgres?target_session_attrs=read-write"),
        format!("postgresql://postgres@127.0.0.1:{port}/postgres?target_session_attrs=primary"),
        format!(
            "postgresql://postgres@127.0.0.1:{port}/postgres?target_session_attrs=prefer-standby"
        ),
    ] {
        let mut connection = open(&url).unwrap_or_else(|error| panic!("{url}: {error}"));
        assert_eq!(
            scalar(&mut connection, "SELECT current_database()::text"),
            text("postgres")
        );
    }
}

#[test]
fn arguments_of_a_url_reach_the_session() {
    let url = format!(
        "{}/postgres?options=-c%20search_path%3Dpg_catalog%20-c%20statement_timeout%3D9s&\
         application_name=limbec%20tests",
        server().url()
    );
    let mut connection = open(&url).unwrap();
    assert_eq!(
        scalar(&mut connection, "SHOW search_path"),
        text("pg_catalog")
    );
    assert_eq!(
        scalar(&mut connection, "SHOW statement_timeout"),
        text("9s")
    );
    assert_eq!(
        scalar(&mut connection, "SHOW application_name"),
        text("limbec tests")
    );
}

#[test]
fn passwords_come_from_the_url_or_from_a_file() {
    let server = server();
    server.psql(
        "postgres",
        "CREATE ROLE url_user LOGIN PASSWORD 'a:b@c/d%e é'",
    );
    let (port, folder) = (server.port(), tempfile::tempdir().unwrap());
    let address = format!("127.0.0.1:{port}/postgres");
    open(&format!(
        "postgresql://url_user:a%3Ab%40c%2Fd%25e%20%C3%A9@{address}"
    ))
    .unwrap();
    let passfile = folder.path().join("pgpass");
    std::fs::write(
        &passfile,
        format!("127.0.0.1:{port}:*:url_user:a\\:b@c/d%e é\n"),
    )
    .unwrap();
    let with_file = format!(
        "postgresql://url_user@{address}?passfile={}",
        passfile.display()
    );
    std::fs::set_permissions(&passfile, std::fs::Permissions::from_mode(0o600)).unwrap();
    open(&with_file).unwrap();
    // libpq does not read a file that others may read.
    std::fs::set_permissions(&passfile, std::fs::Permissions::from_mode(0o644)).unwrap();
    let Err(error) = open(&with_file) else {
        panic!("a file for all is read");
    };
    assert!(
        error
            .to_string()
            .contains("fe_sendauth: no password supplied"),
        "{error}"
    );
    server.psql("postgres", "DROP ROLE url_user");
}

#[test]
fn whoever_cannot_connect_learns_why() {
    let server = server();
    let port = server.port();
    server.psql("postgres", "CREATE ROLE refused LOGIN PASSWORD 'right'");
    for (url, message, kind) in [
        (
            format!("postgresql://refused:wrong@127.0.0.1:{port}/postgres"),
            format!(
                "connection to server at \"127.0.0.1\", port {port} failed: FATAL:  password \
                 authentication failed for user \"refused\"\n"
            ),
            DbErrorKind::AccessDenied,
        ),
        (
            format!("postgresql://refused@127.0.0.1:{port}/postgres"),
            format!(
                "connection to server at \"127.0.0.1\", port {port} failed: fe_sendauth: no \
                 password supplied\n"
            ),
            DbErrorKind::AccessDenied,
        ),
        (
            format!("postgresql://postgres@127.0.0.1:{port}/nowhere"),
            format!(
                "connection to server at \"127.0.0.1\", port {port} failed: FATAL:  database \
                 \"nowhere\" does not exist\n"
            ),
            DbErrorKind::NoSuchDatabase,
        ),
        (
            "postgresql://postgres@127.0.0.1:1/x".to_owned(),
            "connection to server at \"127.0.0.1\", port 1 failed: Connection refused\n\tIs the \
             server running on that host and accepting TCP/IP connections?\n"
                .to_owned(),
            DbErrorKind::CannotConnect,
        ),
        (
            "postgresql://postgres@/x?host=/nowhere".to_owned(),
            "connection to server on socket \"/nowhere/.s.PGSQL.5432\" failed: No such file or \
             directory\n\tIs the server running locally and accepting connections on that \
             socket?\n"
                .to_owned(),
            DbErrorKind::CannotConnect,
        ),
        (
            format!("postgresql://postgres@127.0.0.1:{port}/postgres?sslmode=require"),
            format!(
                "connection to server at \"127.0.0.1\", port {port} failed: server does not \
                 support SSL, but SSL was required\n"
            ),
            DbErrorKind::Tls,
        ),
        (
            format!("postgresql://postgres@127.0.0.1:{port}/postgres?target_session_attrs=standby"),
            format!(
                "connection to server at \"127.0.0.1\", port {port} failed: server is not in hot \
                 standby mode\n"
            ),
            DbErrorKind::CannotConnect,
        ),
    ] {
        match open(&url) {
            Err(ConnectError::Database(error)) => {
                assert_eq!(error.message, message, "{url}");
                assert_eq!(error.kind, kind, "{url}");
                assert_eq!(error.class_name(), "OperationalError");
                assert!(!error.hints.is_empty(), "{url}");
                assert!(
                    !error.to_string().contains("wrong"),
                    "the password is shown"
                );
            }
            Err(other) => panic!("{url}: {other}"),
            Ok(_) => panic!("{url} is accepted"),
        }
    }
    server.psql("postgres", "DROP ROLE refused");
    let Err(ConnectError::Database(error)) = open("postgresql://u@nowhere.invalid/x") else {
        panic!("a host that cannot be is found");
    };
    assert_eq!(error.kind, DbErrorKind::UnknownHost);
    let start = "could not translate host name \"nowhere.invalid\" to address: ";
    assert!(error.message.starts_with(start), "{}", error.message);
}

#[test]
fn a_host_that_does_not_answer_is_given_up() {
    // A listener that accepts and says nothing.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let begun = Instant::now();
    let url = format!("postgresql://u@127.0.0.1:{port}/x?connect_timeout=2&sslmode=disable");
    let Err(error) = open(&url) else {
        panic!("silence is an answer");
    };
    assert!(error.to_string().contains("timeout expired"), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn the_migration_lock_is_for_one_connection_at_a_time() {
    let database = server().database();
    let (mut first, mut second) = (
        open(&database.url()).unwrap(),
        open(&database.url()).unwrap(),
    );
    let moment = Duration::from_millis(50);
    assert_eq!(
        first.acquire_migration_lock(moment).unwrap(),
        LockScope::Session
    );
    let error = second.acquire_migration_lock(moment).unwrap_err();
    assert_eq!(error.kind, DbErrorKind::Locked);
    assert!(
        error.hints[0].starts_with("server process "),
        "{:?}",
        error.hints
    );
    assert!(!second.in_transaction());

    // Inside of a transaction it is given back when that ends, even when it has failed.
    first.begin().unwrap();
    first
        .execute(&Statement::new("SELECT nonsense"))
        .unwrap_err();
    first.release_migration_lock().unwrap();
    assert!(second.acquire_migration_lock(moment).is_err());
    first.rollback().unwrap();
    second.acquire_migration_lock(moment).unwrap();

    // A connection that ends leaves nothing behind.
    drop(second);
    first
        .acquire_migration_lock(Duration::from_secs(5))
        .unwrap();
    // Another database has a lock of its own.
    let other = server().database();
    let mut elsewhere = open(&other.url()).unwrap();
    elsewhere.acquire_migration_lock(moment).unwrap();
}

#[test]
fn a_statement_is_ended_from_another_thread() {
    let database = server().database();
    let mut connection = open(&database.url()).unwrap();
    let interrupt = connection.interrupt_handle();
    let begun = Instant::now();
    let (ended, waiting) = std::sync::mpsc::channel::<()>();
    // Asked again until the statement has ended: it may not have begun yet.
    let asking = std::thread::spawn(move || {
        while waiting.recv_timeout(Duration::from_millis(50)).is_err() {
            interrupt();
        }
    });
    let error = connection
        .execute(&Statement::new("SELECT pg_sleep(60)"))
        .unwrap_err();
    ended.send(()).unwrap();
    asking.join().unwrap();
    assert_eq!(error.kind, DbErrorKind::Interrupted);
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_connection_that_is_killed_is_an_error_and_not_a_hang() {
    let database = server().database();
    let mut connection = open(&database.url()).unwrap();
    let Literal::Int(process) = scalar(&mut connection, "SELECT pg_backend_pid()") else {
        panic!("no number");
    };
    connection.begin().unwrap();
    database.psql(&format!("SELECT pg_terminate_backend({process})"));
    let error = connection.execute(&Statement::new("SELECT 1")).unwrap_err();
    assert_eq!(error.class_name(), "OperationalError");
    let error = connection.execute(&Statement::new("SELECT 1")).unwrap_err();
    assert_eq!(error.kind, DbErrorKind::ConnectionLost, "{error}");
    assert!(connection.commit().is_err());
}

#[test]
fn a_server_that_stops_is_an_error() {
    let own = Server::start();
    let mut connection = open(&format!("{}/postgres", own.url())).unwrap();
    connection.begin().unwrap();
    drop(own);
    let begun = Instant::now();
    loop {
        match connection.execute(&Statement::new("SELECT 1")) {
            Err(error) => {
                assert_eq!(error.class_name(), "OperationalError", "{error}");
                break;
            }
            Ok(_) => assert!(
                begun.elapsed() < Duration::from_secs(20),
                "it does not stop"
            ),
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}
