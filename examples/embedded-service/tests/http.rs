//! The service over HTTP, on SQLite and, where LIMBEC_TEST_POSTGRES names a server, on PostgreSQL.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

struct Service {
    child: Child,
    address: String,
}

impl Service {
    fn spawn(url: &str, arguments: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_embedded-service"))
            .args(arguments)
            .env("DATABASE_URL", url)
            .env("LISTEN", "127.0.0.1:0")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    }

    fn of(mut child: Child) -> Self {
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line
            .trim()
            .strip_prefix("listening on ")
            .expect("it listens")
            .to_owned();
        Self { child, address }
    }

    fn start(url: &str, arguments: &[&str]) -> Self {
        Self::of(Self::spawn(url, arguments))
    }

    /// The status and the body of an answer.
    fn ask(&self, method: &str, path: &str, body: &str) -> (u16, serde_json::Value) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (
            status,
            serde_json::from_str(body).unwrap_or_else(|_| panic!("{answer}")),
        )
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const NOTE: &str = r#"{"text": "hello", "author": "me"}"#;

fn serves_before_and_after_its_migrations(url: &str) {
    let behind = Service::start(url, &[]);
    assert_eq!(
        behind.ask("GET", "/health", ""),
        (200, serde_json::json!({"revision": [], "pending": 2}))
    );
    let (status, answer) = behind.ask("POST", "/notes", NOTE);
    assert_eq!((status, answer["needs"].as_str()), (503, Some("0002")));

    // Two copies at once: one migrates, the other waits for it.
    let copies = [
        Service::spawn(url, &["--migrate"]),
        Service::spawn(url, &["--migrate"]),
    ];
    let copies = copies.map(Service::of);
    for copy in &copies {
        assert_eq!(
            copy.ask("GET", "/health", ""),
            (200, serde_json::json!({"revision": ["0002"], "pending": 0}))
        );
        assert_eq!(copy.ask("POST", "/notes", NOTE).0, 201);
    }
    // The one that has not migrated sees what the others did.
    let (status, notes) = behind.ask("GET", "/notes", "");
    assert_eq!((status, notes.as_array().map(Vec::len)), (200, Some(2)));
    assert_eq!(behind.ask("POST", "/notes", NOTE).0, 201);
}

#[test]
fn on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:///{}", folder.path().join("notes.db").display());
    serves_before_and_after_its_migrations(&url);
}

#[test]
fn on_postgresql() {
    let Ok(server) = std::env::var("LIMBEC_TEST_POSTGRES") else {
        panic!("run the tests beneath scripts/with-postgres");
    };
    let name = format!("embedded_service_{}", std::process::id());
    let psql = |sql: &str| {
        let url = format!("{server}/postgres");
        let done = Command::new("psql")
            .args(["-X", "-q", "-c", sql, &url])
            .status()
            .unwrap();
        assert!(done.success());
    };
    psql(&format!("CREATE DATABASE {name}"));
    serves_before_and_after_its_migrations(&format!("{server}/{name}"));
    psql(&format!("DROP DATABASE {name} WITH (FORCE)"));
}
