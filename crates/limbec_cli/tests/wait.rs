//! `limbec wait` on real servers that start, refuse and lock, and on files.
#![allow(clippy::unwrap_used)]

mod support;

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use limbec_testing::postgres::server;
use support::{copy_folder, limbec, stderr, stdout, workspace};

/// A project with the migrations `a1` and `b2`.
fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = workspace().join("tests/commands/projects/postgresql");
    copy_folder(&files, folder.path());
    let versions = folder.path().join("migrations/versions");
    std::fs::create_dir_all(&versions).unwrap();
    for (revision, down) in [("a1", "None"), ("b2", "\"a1\"")] {
        let text = format!(
            "from alembic import op\nrevision = \"{revision}\"\ndown_revision = {down}\n\n\ndef upgrade():\n    \
             op.execute(\"CREATE TABLE {revision} (id INTEGER)\")\n\n\ndef downgrade():\n    pass\n"
        );
        std::fs::write(versions.join(format!("{revision}.py")), text).unwrap();
    }
    folder
}

fn command(project: &Path, url: &str, arguments: &[&str]) -> Command {
    let mut command = limbec();
    command
        .args(arguments)
        .env("LIMBEC_URL", url)
        .current_dir(project)
        .stdin(Stdio::null());
    command
}

fn run(project: &Path, url: &str, arguments: &[&str]) -> Output {
    command(project, url, arguments).output().unwrap()
}

fn start(project: &Path, url: &str, arguments: &[&str]) -> (Child, impl FnMut() -> String + use<>) {
    let mut child = command(project, url, arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    (child, move || lines.next().unwrap().unwrap())
}

/// What `wait` said, which ended with this exit code and not later than this.
fn ended(output: &Output, code: i32, begun: Instant, latest: u64) -> String {
    let text = stderr(output);
    assert_eq!(output.status.code(), Some(code), "{text}");
    assert!(
        begun.elapsed() < Duration::from_secs(latest),
        "{:?}",
        begun.elapsed()
    );
    text
}

#[test]
fn a_server_that_answers_is_there_at_once_and_nothing_is_changed() {
    let (project, database) = (project(), server().database());
    let begun = Instant::now();
    let output = run(project.path(), &database.url(), &["wait"]);
    let text = ended(&output, 0, begun, 20);
    assert!(
        text.starts_with("ready: the database is at no revision (after "),
        "{text}"
    );
    assert_eq!(text.lines().count(), 1, "{text}");
    assert_eq!(stdout(&output), "");
    assert_eq!(
        database.psql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"),
        "0"
    );
}

#[test]
fn a_server_that_comes_later_and_migrations_that_come_later_still() {
    let (project, database) = (project(), server().database());
    // Nobody listens at this port until the door is opened.
    let closed = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = closed.local_addr().unwrap();
    drop(closed);
    let url = format!("postgresql://postgres@{address}/{}", database.name());
    let (mut child, mut line) = start(
        project.path(),
        &url,
        &["wait", "--for", "head", "--timeout", "100"],
    );
    assert_eq!(
        line(),
        format!(
            "waiting: connection to server at \"127.0.0.1\", port {} failed: Connection refused",
            address.port()
        )
    );
    door(TcpListener::bind(address).unwrap());
    assert_eq!(
        line(),
        "waiting: the database is at no revision; b2 is not applied"
    );
    let done = run(project.path(), &database.url(), &["upgrade", "a1"]);
    assert!(done.status.success(), "{}", stderr(&done));
    assert_eq!(line(), "waiting: the database is at a1; b2 is not applied");
    let done = run(project.path(), &database.url(), &["upgrade", "head"]);
    assert!(done.status.success(), "{}", stderr(&done));
    let last = line();
    assert!(
        last.starts_with("ready: the database is at b2 (after "),
        "{last}"
    );
    assert!(child.wait().unwrap().success());

    // What lies below is there as well.
    let output = run(
        project.path(),
        &database.url(),
        &["wait", "--for", "a1", "--json"],
    );
    let json = stdout(&output);
    assert!(output.status.success(), "{}", stderr(&output));
    for part in [
        "\"reached\": true",
        "\"b2\"",
        "\"missing\": []",
        "\"reason\": null",
    ] {
        assert!(json.contains(part), "no {part} in {json}");
    }
    let readiness = run(
        project.path(),
        &database.url(),
        &["current", "--check-heads"],
    );
    assert!(readiness.status.success(), "{}", stderr(&readiness));
}

/// Passes connections on to the real server, from now on.
fn door(listener: TcpListener) {
    let port = server().port();
    std::thread::spawn(move || {
        for from in listener.incoming().map_while(Result::ok) {
            let to = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
            for (mut a, mut b) in [
                (from.try_clone().unwrap(), to.try_clone().unwrap()),
                (to, from),
            ] {
                std::thread::spawn(move || {
                    let _ = std::io::copy(&mut a, &mut b);
                    let _ = b.shutdown(std::net::Shutdown::Write);
                });
            }
        }
    });
}

#[test]
fn what_does_not_pass_by_itself_is_an_error_at_once() {
    let (project, database) = (project(), server().database());
    let role = format!("role_{}", database.name());
    database.psql(&format!("CREATE ROLE {role} LOGIN PASSWORD 'right'"));
    let address = format!("127.0.0.1:{}/{}", server().port(), database.name());
    let wrong_password = format!("postgresql://{role}:wrong@{address}");
    let unknown_database = format!("{}/nosuch", server().url());
    for (url, goal, code, words) in [
        (
            wrong_password.as_str(),
            "server",
            1,
            "password authentication failed for user",
        ),
        (
            &unknown_database,
            "server",
            1,
            "database \"nosuch\" does not exist",
        ),
        (
            &database.url(),
            "c3",
            255,
            "Can't locate revision identified by 'c3'",
        ),
    ] {
        let begun = Instant::now();
        let output = run(project.path(), url, &["wait", "--for", goal]);
        let text = ended(&output, code, begun, 20) + &stdout(&output);
        assert!(text.contains(words), "{text}");
        assert!(text.contains("hint: "), "{text}");
        assert!(!text.contains("wrong@"), "{text}");
    }
    database.psql(&format!("DROP ROLE {role}"));

    // The scripts of a stale image do not know what the database is at.
    database.psql("CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('newer')");
    let output = run(project.path(), &database.url(), &["wait", "--for", "head"]);
    let text = ended(&output, 255, Instant::now(), 20);
    assert!(stdout(&output).contains("Can't locate revision identified by 'newer'"));
    assert!(
        text.contains("the scripts are older than the database"),
        "{text}"
    );
    // Whoever only waits for the server does not mind.
    assert!(
        run(project.path(), &database.url(), &["wait"])
            .status
            .success()
    );
}

#[test]
fn the_time_is_over() {
    let (project, database) = (project(), server().database());
    let begun = Instant::now();
    let output = run(
        project.path(),
        "postgresql://postgres@127.0.0.1:1/db",
        &["wait", "--timeout", "500ms", "--json"],
    );
    let text = ended(&output, 4, begun, 20);
    assert!(begun.elapsed() >= Duration::from_millis(500));
    let error = "error: timed out after 0.5s: connection to server at \"127.0.0.1\", port 1 failed: Connection refused";
    assert!(text.contains(error), "{text}");
    assert_eq!(
        text.matches("waiting: ").count(),
        1,
        "one line per change: {text}"
    );
    assert!(text.contains("hint: is the server running"), "{text}");
    assert!(stdout(&output).contains("\"reached\": false"));

    let output = run(
        project.path(),
        &database.url(),
        &["wait", "--for", "heads", "--timeout", "0"],
    );
    let text = ended(&output, 4, begun, 40);
    let error = "error: timed out after 0s: the database is at no revision; b2 is not applied";
    assert!(text.contains(error), "{text}");
    assert!(text.contains("hint: `limbec upgrade head`"), "{text}");

    let output = run(
        project.path(),
        &database.url(),
        &["-q", "wait", "--for", "b2", "--timeout", "0"],
    );
    assert!(!ended(&output, 4, begun, 60).contains("waiting"));
    let output = run(
        project.path(),
        &database.url(),
        &["wait", "--timeout", "soon"],
    );
    assert!(ended(&output, 2, begun, 60).contains("a time is written as 90s, 5m or 1m 30s"));
}

#[test]
fn a_lock_on_the_version_table_does_not_outlast_the_time() {
    let (project, database) = (project(), server().database());
    let done = run(project.path(), &database.url(), &["upgrade", "head"]);
    assert!(done.status.success(), "{}", stderr(&done));
    let mut holder = Command::new("psql")
        .args([
            "-X",
            "-q",
            "-c",
            "BEGIN; LOCK TABLE alembic_version; SELECT pg_sleep(60)",
        ])
        .arg(database.url())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let sleeps = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    let mut pid = String::new();
    while pid.is_empty() {
        pid = database.psql(sleeps);
    }
    let begun = Instant::now();
    let output = run(
        project.path(),
        &database.url(),
        &["wait", "--for", "head", "--timeout", "2s"],
    );
    let text = ended(&output, 4, begun, 30);
    assert!(
        text.contains("timed out after 2s: the database has not answered"),
        "{text}"
    );
    database.psql(&format!("SELECT pg_terminate_backend({pid})"));
    holder.wait().unwrap();
}

#[test]
fn a_file_of_sqlite_is_waited_for_and_not_made() {
    let project = project();
    let (mut child, mut line) = start(
        project.path(),
        "sqlite:///data/app.db",
        &["wait", "--for", "head", "--timeout", "100s"],
    );
    assert_eq!(line(), "waiting: unable to open database file");
    let folder = project.path().join("data");
    std::fs::create_dir(&folder).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    assert!(!folder.join("app.db").exists());
    let done = run(
        project.path(),
        "sqlite:///data/app.db",
        &["upgrade", "head"],
    );
    assert!(done.status.success(), "{}", stderr(&done));
    loop {
        let text = line();
        if text.starts_with("ready: the database is at b2 (after ") {
            break;
        }
        // It may be seen half-way.
        assert!(text.starts_with("waiting: the database is at "), "{text}");
    }
    assert!(child.wait().unwrap().success());
}

#[test]
fn ctrl_c_ends_the_pause() {
    let project = project();
    let (mut child, mut line) = start(
        project.path(),
        "postgresql://postgres@127.0.0.1:1/db",
        &["wait", "--timeout", "100s"],
    );
    line();
    let sent = Command::new("kill")
        .arg("-INT")
        .arg(child.id().to_string())
        .status()
        .unwrap();
    assert!(sent.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
}
