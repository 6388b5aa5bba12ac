//! `scripts/with-postgres`: what it promises to those who run tests with it.
#![allow(clippy::unwrap_used)]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

fn script() -> Command {
    Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/with-postgres"))
}

fn run(shell: &str) -> Output {
    script().args(["sh", "-c", shell]).output().unwrap()
}

/// A server that lives until its script is stopped: the script, and the server's folder.
fn started() -> (Child, PathBuf) {
    let mut child = script()
        .args([
            "sh",
            "-c",
            "echo \"$LIMBEC_TEST_POSTGRES_FOLDER\"; exec sleep 60",
        ])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    output.read_line(&mut line).unwrap();
    let folder = PathBuf::from(line.trim());
    assert!(folder.join("data").exists(), "{line}");
    (child, folder)
}

fn signal(name: &str, child: &Child) {
    let id = child.id().to_string();
    let sent = Command::new("kill").args([name, &id]).status().unwrap();
    assert!(sent.success());
}

/// The server has gone with its folder, which its caretaker removes last.
fn is_gone(folder: &Path) -> bool {
    let begun = Instant::now();
    while folder.exists() {
        if begun.elapsed() > Duration::from_secs(60) {
            return false;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    true
}

#[test]
fn without_a_server_nothing_runs() {
    let output = script()
        .env("PGBIN", "/nowhere")
        .args(["echo", "tests have passed"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(69));
    assert_eq!(output.stdout, b"");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("there is no PostgreSQL server"), "{said}");
}

#[test]
fn the_command_has_a_server_and_its_exit_code_counts() {
    let output = run("psql -X -At -c 'SELECT 40 + 2' \"$LIMBEC_TEST_POSTGRES/postgres\"; exit 7");
    assert_eq!(output.stdout, b"42\n");
    assert_eq!(output.status.code(), Some(7));
}

#[test]
fn two_servers_at_once_and_none_stays() {
    let (mut first, first_folder) = started();
    let (mut second, second_folder) = started();
    assert_ne!(first_folder, second_folder);

    signal("-TERM", &first);
    assert_eq!(first.wait().unwrap().code(), Some(143));
    assert!(!first_folder.exists(), "the script waits for its caretaker");
    assert!(second_folder.exists());

    // Nothing of the script runs after this, but the server goes all the same.
    signal("-KILL", &second);
    second.wait().unwrap();
    assert!(is_gone(&second_folder));
}
