//! Which database a SQLite URL means.

use std::time::Duration;

use crate::url::{Url, UrlError};

/// How long a connection waits for a lock unless the URL says otherwise: Python's default.
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(5);

/// The arguments after `?` that go to the driver; all others belong to a `file:` URI.
const DRIVER_ARGUMENTS: [&str; 6] = [
    "uri",
    "timeout",
    "isolation_level",
    "detect_types",
    "check_same_thread",
    "cached_statements",
];

/// What a SQLite URL says, ready to be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct SqliteTarget {
    /// The path, `:memory:`, or a `file:` URI.
    pub filename: String,
    /// Whether `filename` is a URI.
    pub uri: bool,
    /// How long to wait for a lock.
    pub timeout: Duration,
    /// Whether the file is made where there is none.
    pub create: bool,
    /// Arguments that nothing reads, in order of name: SQLAlchemy warns about them.
    pub ignored: Vec<String>,
}

impl SqliteTarget {
    /// A database in memory.
    pub fn memory() -> Self {
        SqliteTarget {
            filename: ":memory:".to_owned(),
            uri: false,
            timeout: DEFAULT_TIMEOUT,
            create: true,
            ignored: Vec::new(),
        }
    }

    /// Reads the URL as SQLAlchemy's `pysqlite` and `aiosqlite` dialects do.
    ///
    /// # Errors
    /// A URL with a host or a user, an argument with a bad value, an encrypted database.
    pub fn from_url(url: &Url) -> Result<Self, UrlError> {
        if url.driver_name() == Some("pysqlcipher") {
            return Err(UrlError::Unsupported(url.drivername.clone()));
        }
        let set = |part: &Option<String>| part.as_deref().is_some_and(|text| !text.is_empty());
        if set(&url.username) || set(&url.password) || set(&url.host) || url.port.is_some() {
            return Err(UrlError::InvalidSqlite(url.to_string()));
        }
        let uri = url
            .argument("uri")
            .map(python_bool)
            .transpose()?
            .unwrap_or(false);
        let timeout = url.argument("timeout").map(seconds).transpose()?;
        let mut others: Vec<_> = url
            .query
            .iter()
            .filter(|(key, _)| !DRIVER_ARGUMENTS.contains(&key.as_str()))
            .collect();
        others.sort_by_key(|(key, _)| (*key).clone());
        let database = url.database.clone().unwrap_or_default();
        let (filename, ignored) = if uri {
            (uri_filename(database, &others), Vec::new())
        } else {
            let ignored = others.iter().map(|(key, _)| (*key).clone()).collect();
            (plain_filename(database), ignored)
        };
        Ok(SqliteTarget {
            filename,
            uri,
            timeout: timeout.unwrap_or(DEFAULT_TIMEOUT),
            create: true,
            ignored,
        })
    }

    /// Whether the database lives in memory and is gone when the connection closes.
    pub fn is_memory(&self) -> bool {
        self.filename == ":memory:"
            || (self.uri
                && (self.filename.contains("mode=memory")
                    || self.filename.starts_with("file::memory:")))
    }
}

fn plain_filename(database: String) -> String {
    if database.is_empty() || database == ":memory:" {
        return ":memory:".to_owned();
    }
    // An absolute path, so that a name such as `file:x` is not taken for a URI and a later change
    // of the working directory does not matter.
    std::path::absolute(&database)
        .map(|path| path.to_string_lossy().into_owned())
        .unwrap_or(database)
}

fn uri_filename(database: String, others: &[(&String, &Vec<String>)]) -> String {
    let pairs: Vec<_> = others
        .iter()
        .flat_map(|(key, values)| values.iter().map(move |value| format!("{key}={value}")))
        .collect();
    if pairs.is_empty() {
        return database;
    }
    format!("{database}?{}", pairs.join("&"))
}

/// SQLAlchemy's `asbool`.
fn python_bool(text: &str) -> Result<bool, UrlError> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "t" | "1" => Ok(true),
        "false" | "no" | "off" | "n" | "f" | "0" => Ok(false),
        other => Err(UrlError::BadArgument(format!(
            "String is not true/false: '{other}'"
        ))),
    }
}

/// Python's `float()` for a number of seconds.
fn seconds(text: &str) -> Result<Duration, UrlError> {
    text.trim()
        .parse::<f64>()
        .ok()
        .filter(|seconds| !seconds.is_nan())
        .map(|seconds| Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX))
        .map(|timeout| timeout.min(Duration::from_millis(i32::MAX as u64)))
        .ok_or_else(|| {
            UrlError::BadArgument(format!("could not convert string to float: '{text}'"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(url: &str) -> Result<SqliteTarget, UrlError> {
        SqliteTarget::from_url(&Url::parse(url).unwrap())
    }

    #[test]
    fn every_form_of_a_sqlite_url_names_its_database() {
        let cwd = std::env::current_dir().unwrap();
        let relative = cwd.join("app.db").to_string_lossy().into_owned();
        for (url, filename, uri) in [
            ("sqlite://", ":memory:", false),
            ("sqlite:///:memory:", ":memory:", false),
            ("sqlite:///app.db", relative.as_str(), false),
            ("sqlite+aiosqlite:///app.db", relative.as_str(), false),
            ("sqlite:////var/app.db", "/var/app.db", false),
            (
                "sqlite:///file:app.db?mode=ro&uri=true&cache=shared",
                "file:app.db?cache=shared&mode=ro",
                true,
            ),
        ] {
            let found = target(url).unwrap();
            assert_eq!(
                (found.filename.as_str(), found.uri),
                (filename, uri),
                "{url}"
            );
        }
    }

    #[test]
    fn arguments_are_read_or_refused() {
        assert_eq!(
            target("sqlite:///a?timeout=0.5").unwrap().timeout,
            Duration::from_millis(500)
        );
        assert_eq!(
            target("sqlite:///a?mode=ro&z=1").unwrap().ignored,
            ["mode", "z"]
        );
        assert_eq!(
            target("sqlite:///a?timeout=x").unwrap_err().to_string(),
            "could not convert string to float: 'x'"
        );
        assert!(
            target("sqlite://host/a")
                .unwrap_err()
                .to_string()
                .starts_with("Invalid SQLite URL: sqlite://host/a\n")
        );
    }
}
