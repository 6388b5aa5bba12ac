//! A PostgreSQL server that lives as long as the tests, and databases that live as long as one test.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// A server for tests.
///
/// It is the one that `scripts/with-postgres` has started around the tests, or else one that this
/// process starts by the same script, which stops it when this process ends.
#[derive(Debug)]
pub struct Server {
    url: String,
    folder: PathBuf,
    /// The script runs until its standard input ends, which it does with this process.
    _script: Option<Child>,
}

/// The server that all tests of this process share.
///
/// # Panics
/// Where no server can be had: tests that cannot run must fail.
pub fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| {
        match (
            std::env::var("LIMBEC_TEST_POSTGRES"),
            std::env::var("LIMBEC_TEST_POSTGRES_FOLDER"),
        ) {
            (Ok(url), Ok(folder)) => Server {
                url,
                folder: folder.into(),
                _script: None,
            },
            _ => Server::start(),
        }
    })
}

impl Server {
    /// A server of its own, for a test that stops it or changes its settings.
    ///
    /// # Panics
    /// Where no server can be had.
    pub fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/with-postgres");
        let said =
            "echo \"$LIMBEC_TEST_POSTGRES\"; echo \"$LIMBEC_TEST_POSTGRES_FOLDER\"; exec cat";
        let mut child = Command::new(script)
            .args(["sh", "-c", said])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("scripts/with-postgres can be run");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let mut line = || lines.next().and_then(Result::ok);
        let (Some(url), Some(folder)) = (line(), line()) else {
            panic!("tests did not run: no PostgreSQL server (scripts/setup installs one)");
        };
        Server {
            url,
            folder: folder.into(),
            _script: Some(child),
        }
    }

    /// `postgresql://postgres@127.0.0.1:PORT`, without a database.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The port.
    pub fn port(&self) -> u16 {
        let (_, port) = self.url.rsplit_once(':').expect("the URL has a port");
        port.parse().expect("the port is a number")
    }

    /// The folder in which the socket is, and the server's files in `data`.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A new empty database, dropped with the value.
    pub fn database(&self) -> Database<'_> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", std::process::id());
        self.psql("postgres", &format!("CREATE DATABASE {name}"));
        Database { server: self, name }
    }

    /// Runs SQL by `psql` and gives what it prints, unaligned and without headers.
    ///
    /// # Panics
    /// The SQL fails.
    pub fn psql(&self, database: &str, sql: &str) -> String {
        let output = Command::new("psql")
            .args(["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-c", sql])
            .arg(format!("{}/{database}", self.url))
            .output()
            .expect("psql can be run");
        assert!(
            output.status.success(),
            "{sql}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout)
            .trim_end()
            .to_owned()
    }
}

/// A database that is dropped with this value.
#[derive(Debug)]
pub struct Database<'a> {
    server: &'a Server,
    name: String,
}

impl Database<'_> {
    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The URL of the database.
    pub fn url(&self) -> String {
        format!("{}/{}", self.server.url, self.name)
    }

    /// Runs SQL by `psql`, as [`Server::psql`].
    ///
    /// # Panics
    /// The SQL fails.
    pub fn psql(&self, sql: &str) -> String {
        self.server.psql(&self.name, sql)
    }

    /// The schema as `pg_dump` writes it, without comments and settings.
    ///
    /// # Panics
    /// `pg_dump` fails.
    pub fn dump(&self) -> String {
        let output = Command::new("pg_dump")
            .args(["--schema-only", "--no-owner"])
            .arg(self.url())
            .output()
            .expect("pg_dump can be run");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout)
            .lines()
            // `\restrict` of newer versions carries a random key.
            .filter(|line| !line.starts_with("--") && !line.starts_with('\\'))
            .filter(|line| !line.starts_with("SET ") && !line.trim().is_empty())
            .filter(|line| !line.starts_with("SELECT pg_catalog.set_config"))
            .map(|line| format!("{line}\n"))
            .collect()
    }
}

impl Drop for Database<'_> {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let _ = Command::new("psql")
            .args(["-X", "-q", "-c", &drop])
            .arg(format!("{}/postgres", self.server.url))
            .output();
    }
}
