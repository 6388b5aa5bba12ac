//! What can go wrong with a PostgreSQL server: each ends with a clear message, and with the database as it was.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use limbec_testing::postgres::{Database, Server, server};
use support::{copy_folder, limbec, stderr, workspace};

/// A project with two migrations: `a1` makes the table `accounts`, `b2` is the one that a test writes.
struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    fn new(upgrade: &str) -> Self {
        let project = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let files = workspace().join("tests/commands/projects/postgresql");
        copy_folder(&files, project.folder.path());
        project.script(
            "a1",
            "None",
            "op.execute(\"CREATE TABLE accounts (id serial PRIMARY KEY, name text)\")",
        );
        project.script("b2", "\"a1\"", upgrade);
        project
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn script(&self, revision: &str, down: &str, upgrade: &str) {
        let versions = self.path("migrations/versions");
        std::fs::create_dir_all(&versions).unwrap();
        let text = format!(
            "\"\"\"{revision}\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = \"{revision}\"\n\
             down_revision = {down}\n\n\ndef upgrade():\n    {upgrade}\n\n\ndef downgrade():\n    pass\n"
        );
        std::fs::write(versions.join(format!("{revision}.py")), text).unwrap();
    }

    fn command(&self, url: &str, arguments: &[&str]) -> Command {
        let mut command = limbec();
        command
            .args(arguments)
            .env("LIMBEC_URL", url)
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    fn run(&self, url: &str, arguments: &[&str]) -> Output {
        self.command(url, arguments).output().unwrap()
    }

    fn start(&self, url: &str) -> Child {
        self.command(url, &["upgrade", "head"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// Run, and see that it fails with these words and leaves the database as it is.
    fn fails(&self, database: &Database<'_>, url: &str, code: i32, words: &[&str]) -> String {
        let before = database.dump();
        let output = self.run(url, &["upgrade", "head"]);
        let text = failed(&output, code, words);
        assert_eq!(before, database.dump());
        text
    }
}

/// The standard error of a run that failed with these words.
fn failed(output: &Output, code: i32, words: &[&str]) -> String {
    let text = stderr(output);
    assert_eq!(output.status.code(), Some(code), "{text}");
    for word in words {
        assert!(text.contains(word), "no {word:?} in:\n{text}");
    }
    assert!(!text.contains("panicked"), "{text}");
    text
}

/// A database at `a1`.
fn at_a1<'a>(server: &'a Server, project: &Project) -> Database<'a> {
    let database = server.database();
    let output = project.run(&database.url(), &["upgrade", "a1"]);
    assert!(output.status.success(), "{}", stderr(&output));
    database
}

/// Wait for a condition, and not longer than a test may take.
fn wait_for(what: &str, mut condition: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !condition() {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "waited in vain: {what}"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Wait until the database runs `pg_sleep`, and say which process of the server does.
fn sleeper(database: &Database<'_>) -> String {
    let sql = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    let mut pid = String::new();
    wait_for("the migration sleeps", || {
        pid = database.psql(sql);
        !pid.is_empty()
    });
    pid
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill")
        .args([format!("-{name}"), child.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
}

const SLEEPS: &str =
    "op.execute(\"ALTER TABLE accounts ADD email text\")\n    op.execute(\"SELECT pg_sleep(60)\")";

#[test]
fn a_wrong_password_an_unknown_database_and_an_unknown_host() {
    let project = Project::new("pass");
    let database = server().database();
    let role = format!("role_{}", database.name());
    database.psql(&format!("CREATE ROLE {role} LOGIN PASSWORD 'right'"));
    let address = format!("127.0.0.1:{}/{}", server().port(), database.name());
    let text = project.fails(
        &database,
        &format!("postgresql://{role}:wrong@{address}"),
        1,
        &["FATAL:", "password authentication failed for user", &role],
    );
    assert!(!text.contains("wrong@"), "{text}");
    let output = project.run(
        &format!("postgresql+asyncpg://{role}:right@{address}"),
        &["current"],
    );
    assert!(output.status.success(), "{}", stderr(&output));
    database.psql(&format!("DROP ROLE {role}"));

    let url = format!("{}/nosuch", server().url());
    project.fails(
        &database,
        &url,
        1,
        &["database \"nosuch\" does not exist", "hint:"],
    );
    let url = "postgresql://postgres@nosuch.invalid/db?connect_timeout=5";
    project.fails(&database, url, 1, &["nosuch.invalid", "hint:"]);
}

#[test]
fn a_server_that_stops_in_the_middle_of_a_migration() {
    let project = Project::new(SLEEPS);
    let server = Server::start();
    let database = at_a1(&server, &project);
    let child = project.start(&database.url());
    sleeper(&database);
    let pid = std::fs::read_to_string(server.folder().join("data/postmaster.pid")).unwrap();
    let stopped = Command::new("kill")
        .args(["-QUIT", pid.lines().next().unwrap()])
        .status()
        .unwrap();
    assert!(stopped.success());
    failed(
        &child.wait_with_output().unwrap(),
        1,
        &[
            "this migration failed: upgrade a1 -> b2, b2",
            "migrations/versions/b2.py:11:5",
            "hint:",
        ],
    );
}

#[test]
fn a_connection_that_an_administrator_ends() {
    let project = Project::new(SLEEPS);
    let database = at_a1(server(), &project);
    let before = database.dump();
    let child = project.start(&database.url());
    let pid = sleeper(&database);
    database.psql(&format!("SELECT pg_terminate_backend({pid})"));
    failed(
        &child.wait_with_output().unwrap(),
        1,
        &[
            "terminating connection due to administrator command",
            "57P01",
            "this migration failed: upgrade a1 -> b2, b2",
            "all that this migration did has been rolled back",
        ],
    );
    assert_eq!(before, database.dump());
}

/// A trigger that is deferred works while the server commits.
const COMMITS_SLOWLY: &str = r#"op.execute("""
        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NULL; END';
        CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON accounts DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION slow();
        INSERT INTO accounts DEFAULT VALUES
    """)"#;

#[test]
fn a_connection_that_is_lost_while_the_server_commits() {
    let project = Project::new(COMMITS_SLOWLY);
    let database = at_a1(server(), &project);
    let child = project.start(&database.url());
    let pid = sleeper(&database);
    database.psql(&format!("SELECT pg_terminate_backend({pid})"));
    let text = failed(
        &child.wait_with_output().unwrap(),
        1,
        &[
            "57P01",
            "the connection was lost while the server was asked to commit: nobody here knows whether it has",
            "look at `limbec current` before anything else",
        ],
    );
    assert!(!text.contains("rolled back"), "{text}");
    assert!(!text.contains("undone"), "{text}");
}

#[test]
fn a_server_that_takes_no_changes() {
    let project = Project::new("op.execute(\"ALTER TABLE accounts ADD email text\")");
    let database = at_a1(server(), &project);
    let url = format!(
        "{}?options=-c%20default_transaction_read_only%3Don",
        database.url()
    );
    project.fails(
        &database,
        &url,
        1,
        &[
            "ERROR:  25006: cannot execute ALTER TABLE in a read-only transaction",
            "hint: the server takes no changes",
        ],
    );
    let output = project.run(&url, &["current"]);
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn a_role_without_the_privilege() {
    let project = Project::new("op.execute(\"ALTER TABLE accounts ADD email text\")");
    let database = at_a1(server(), &project);
    let role = format!("role_{}", database.name());
    database.psql(&format!(
        "CREATE ROLE {role} LOGIN PASSWORD 'x'; GRANT ALL ON alembic_version TO {role}"
    ));
    let url = format!(
        "postgresql://{role}:x@127.0.0.1:{}/{}",
        server().port(),
        database.name()
    );
    project.fails(
        &database,
        &url,
        1,
        &[
            "ERROR:  42501: must be owner of table accounts",
            "hint: the role may not do this",
        ],
    );
    database.psql(&format!(
        "REVOKE ALL ON alembic_version FROM {role}; DROP ROLE {role}"
    ));
}

#[test]
fn statement_timeout_and_lock_timeout() {
    let project = Project::new(SLEEPS);
    let database = at_a1(server(), &project);
    let url = format!("{}?options=-c%20statement_timeout%3D300", database.url());
    project.fails(
        &database,
        &url,
        1,
        &[
            "ERROR:  57014: canceling statement due to statement timeout",
            "migrations/versions/b2.py:11:5",
            "hint: the statement was ended by statement_timeout",
        ],
    );

    let mut holder = Command::new("psql")
        .args([
            "-X",
            "-q",
            "-c",
            "BEGIN; LOCK TABLE accounts; SELECT pg_sleep(60)",
        ])
        .arg(database.url())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let pid = sleeper(&database);
    let url = format!("{}?options=-c%20lock_timeout%3D300", database.url());
    let output = project.run(&url, &["upgrade", "head"]);
    failed(
        &output,
        1,
        &[
            "ERROR:  55P03: canceling statement due to lock timeout",
            "hint: another session holds the lock",
        ],
    );
    database.psql(&format!("SELECT pg_terminate_backend({pid})"));
    holder.wait().unwrap();
    assert!(!database.dump().contains("email"));
}

#[test]
fn ctrl_c_and_the_signal_to_end_cancel_a_statement_that_runs() {
    let project = Project::new(SLEEPS);
    let database = at_a1(server(), &project);
    let before = database.dump();
    for name in ["INT", "TERM"] {
        let child = project.start(&database.url());
        let pid = sleeper(&database);
        let begun = Instant::now();
        signal(&child, name);
        let output = child.wait_with_output().unwrap();
        assert!(begun.elapsed() < Duration::from_secs(10));
        failed(
            &output,
            130,
            &[
                "interrupted during upgrade a1 -> b2, b2; what was not committed has been rolled back",
            ],
        );
        wait_for("the server has ended it", || {
            let sql = format!("SELECT count(*) FROM pg_stat_activity WHERE pid = {pid}");
            database.psql(&sql) == "0"
        });
        assert_eq!(before, database.dump());
    }
}

/// How many of the runs have run this migration.
fn ran(outputs: &[Output], step: &str) -> usize {
    outputs
        .iter()
        .filter(|output| stderr(output).contains(&format!("Running upgrade {step}")))
        .count()
}

#[test]
fn several_migrators_at_once_run_every_migration_once() {
    // Slow enough that they meet; the server, not this test, says when.
    let project = Project::new(
        "op.execute(\"SELECT pg_sleep(1)\")\n    op.execute(\"INSERT INTO accounts (name) VALUES ('once')\")",
    );
    for options in [
        &["upgrade", "head"][..],
        &["-x", "transaction_per_migration=true", "upgrade", "head"],
    ] {
        for existing in [false, true] {
            let database = server().database();
            if existing {
                let output = project.run(&database.url(), &["upgrade", "a1"]);
                assert!(output.status.success(), "{}", stderr(&output));
            }
            let children: Vec<Child> = (0..3)
                .map(|_| {
                    project
                        .command(&database.url(), options)
                        .stdout(Stdio::piped())
                        .stderr(Stdio::piped())
                        .spawn()
                        .unwrap()
                })
                .collect();
            let outputs: Vec<Output> = children
                .into_iter()
                .map(|child| child.wait_with_output().unwrap())
                .collect();
            for output in &outputs {
                assert!(output.status.success(), "{}", stderr(output));
            }
            assert_eq!(ran(&outputs, " -> a1"), usize::from(!existing));
            assert_eq!(ran(&outputs, "a1 -> b2"), 1);
            let waited = outputs
                .iter()
                .filter(|output| stderr(output).contains("waiting for another migration"))
                .count();
            assert!(waited >= 1, "nobody had to wait");
            assert_eq!(database.psql("SELECT * FROM alembic_version"), "b2");
            assert_eq!(database.psql("SELECT name FROM accounts"), "once");
        }
    }
}

#[test]
fn a_migrator_that_waits_too_long_says_who_works_and_a_dead_one_leaves_no_lock() {
    let project = Project::new(SLEEPS);
    let database = at_a1(server(), &project);
    let ini = project.path("alembic.ini");
    let text = std::fs::read_to_string(&ini).unwrap();
    std::fs::write(&ini, format!("{text}\n[limbec]\nlock_timeout = 1\n")).unwrap();

    let mut first = project.start(&database.url());
    let pid = sleeper(&database);
    let output = project.run(&database.url(), &["upgrade", "head"]);
    failed(
        &output,
        1,
        &[
            "waiting for another migration",
            "lock timeout",
            &format!("server process {pid}"),
            "waited 1 s for the lock",
        ],
    );
    // Looking needs no lock.
    let output = project.run(&database.url(), &["current"]);
    assert!(output.status.success(), "{}", stderr(&output));

    signal(&first, "KILL");
    first.wait().unwrap();
    database.psql(&format!("SELECT pg_terminate_backend({pid})"));
    project.script("b2", "\"a1\"", "pass");
    let output = project.run(&database.url(), &["upgrade", "head"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(database.psql("SELECT * FROM alembic_version"), "b2");
}
