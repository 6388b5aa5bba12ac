//! Database URLs, by the grammar and in the words of SQLAlchemy's `make_url`.

use std::fmt;

use indexmap::IndexMap;

use crate::dialect::{Dialect, dialect};

/// Why a URL cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UrlError {
    /// The text is no URL. The text itself is not shown, because it may hold a password.
    #[error("Could not parse SQLAlchemy URL from given URL string")]
    Unparsable,
    /// What stands after the `:` of the host is no number.
    #[error("invalid literal for int() with base 10: '{0}'")]
    BadPort(String),
    /// SQLAlchemy does not know the database or the driver.
    #[error("Can't load plugin: sqlalchemy.dialects:{name}")]
    UnknownDialect {
        /// What the URL names, a driver after a dot.
        name: String,
    },
    /// SQLAlchemy knows the database, Limbec does not.
    #[error("Limbec has no dialect for '{0}'; it knows sqlite, postgresql, mysql and mariadb")]
    Unsupported(String),
    /// A SQLite URL that names a user, a password, a host or a port.
    #[error(
        "Invalid SQLite URL: {0}\nValid SQLite URL forms are:\n sqlite:///:memory: (or, sqlite://)\n \
         sqlite:///relative/path/to/file.db\n sqlite:////absolute/path/to/file.db"
    )]
    InvalidSqlite(String),
    /// An argument after `?` whose value is not what it must be.
    #[error("{0}")]
    BadArgument(String),
}

impl UrlError {
    /// What to do about it, where something can be said.
    pub fn hint(&self) -> Option<String> {
        match self {
            UrlError::Unparsable => Some(
                "a database URL looks like sqlite:///app.db or postgresql://user:password@host/name"
                    .to_owned(),
            ),
            UrlError::UnknownDialect { name } => match name.as_str() {
                "sqlite3" => Some("write sqlite:// in place of sqlite3://".to_owned()),
                "driver" => Some(
                    "driver://user:pass@localhost/dbname is the placeholder of a new alembic.ini: \
                     set sqlalchemy.url, or pass --url"
                        .to_owned(),
                ),
                _ => None,
            },
            UrlError::InvalidSqlite(_) => {
                Some("a relative path has three slashes, an absolute path has four".to_owned())
            }
            UrlError::BadPort(_) | UrlError::Unsupported(_) | UrlError::BadArgument(_) => None,
        }
    }
}

/// A database URL.
///
/// Its `Display` and `Debug` never show the password; [`Url::render`] does where it is asked to.
#[derive(Clone, PartialEq, Eq)]
pub struct Url {
    /// Dialect and driver: `sqlite+aiosqlite`.
    pub drivername: String,
    /// The user.
    pub username: Option<String>,
    /// The password, in clear.
    pub password: Option<String>,
    /// The host.
    pub host: Option<String>,
    /// The port.
    pub port: Option<i64>,
    /// What stands after the `/`: a database name or a path.
    pub database: Option<String>,
    /// The arguments after `?`, each with all of its values.
    pub query: IndexMap<String, Vec<String>>,
}

/// The parts of a URL as they stand there, by the pattern of SQLAlchemy's `_parse_url`:
///
/// ```text
/// [\w+]+ :// ([^:/]* (: [^@]*)? @)? (\[ [^/?]+ \] | [^/:?]+)? (: [^/?]*)? (/ [^?]*)? (\? .*)?
/// ```
struct Parts<'a> {
    name: &'a str,
    user: Option<&'a str>,
    password: Option<&'a str>,
    host: Option<&'a str>,
    port: Option<&'a str>,
    database: Option<&'a str>,
    query: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let (name, rest) = text.split_once("://")?;
        let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '+';
        if name.is_empty() || !name.chars().all(is_name) {
            return None;
        }
        let (user, password, rest) = Self::credentials(rest);
        let (host, rest) = Self::host(rest);
        let (port, rest) = Self::until(rest, ':', &['/', '?']);
        let (database, rest) = Self::until(rest, '/', &['?']);
        let (query, _) = Self::until(rest, '?', &['\n']);
        Some(Self {
            name,
            user,
            password,
            host,
            port,
            database,
            query,
        })
    }

    /// User and password, which reaches to the first `@`; a user without one may have `@` in it.
    fn credentials(text: &'a str) -> (Option<&'a str>, Option<&'a str>, &'a str) {
        let end = text.find([':', '/']).unwrap_or(text.len());
        let (before, after) = text.split_at(end);
        if let Some((password, rest)) = after.strip_prefix(':').and_then(|p| p.split_once('@')) {
            return (Some(before), Some(password), rest);
        }
        match before.rfind('@') {
            Some(at) => (Some(&text[..at]), None, &text[at + 1..]),
            None => (None, None, text),
        }
    }

    /// The host; an IPv6 address stands in brackets.
    fn host(text: &'a str) -> (Option<&'a str>, &'a str) {
        let end = text.find(['/', '?']).unwrap_or(text.len());
        let bracket = text[..end].rfind(']').filter(|close| *close > 1);
        if let (true, Some(close)) = (text.starts_with('['), bracket) {
            return (Some(&text[1..close]), &text[close + 1..]);
        }
        let end = text.find(['/', ':', '?']).unwrap_or(text.len());
        match text.split_at(end) {
            ("", rest) => (None, rest),
            (host, rest) => (Some(host), rest),
        }
    }

    /// What stands behind a sign, up to one of those that end it.
    fn until(text: &'a str, sign: char, ends: &[char]) -> (Option<&'a str>, &'a str) {
        let Some(inside) = text.strip_prefix(sign) else {
            return (None, text);
        };
        let (part, rest) = inside.split_at(inside.find(ends).unwrap_or(inside.len()));
        (Some(part), rest)
    }
}

impl Url {
    /// Reads a URL.
    ///
    /// # Errors
    /// The text is no URL, or its port is no number.
    pub fn parse(text: &str) -> Result<Url, UrlError> {
        let parts = Parts::of(text).ok_or(UrlError::Unparsable)?;
        let bad_port = |port: &str| UrlError::BadPort(port.to_owned());
        let port = match parts.port.filter(|port| !port.is_empty()) {
            None => None,
            Some(port) => Some(port.trim().parse().map_err(|_| bad_port(port))?),
        };
        Ok(Url {
            drivername: parts.name.to_owned(),
            username: parts.user.map(unquote),
            password: parts.password.map(unquote),
            host: parts.host.map(ToOwned::to_owned),
            port,
            database: parts.database.map(ToOwned::to_owned),
            query: parts.query.map(parse_query).unwrap_or_default(),
        })
    }

    /// The name of the database's dialect: what stands before `+`.
    pub fn dialect_name(&self) -> &str {
        self.drivername
            .split_once('+')
            .map_or(self.drivername.as_str(), |(name, _)| name)
    }

    /// Whether the database is only there in memory, as long as a connection to it is open.
    pub fn is_memory(&self) -> bool {
        let in_process = crate::dialect(self.dialect_name())
            .is_some_and(|dialect| dialect.features().in_process);
        in_process && matches!(self.database.as_deref(), None | Some("" | ":memory:"))
    }

    /// The driver that the URL names, if it names one.
    pub fn driver_name(&self) -> Option<&str> {
        self.drivername.split_once('+').map(|(_, driver)| driver)
    }

    /// The last value of an argument after `?`.
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.query
            .get(name)
            .and_then(|values| values.last())
            .map(String::as_str)
    }

    /// The dialect. Every driver of a database that SQLAlchemy has means the same here.
    ///
    /// # Errors
    /// A dialect or a driver that SQLAlchemy does not have either, or one that only Limbec lacks.
    pub fn dialect(&self) -> Result<&'static dyn Dialect, UrlError> {
        // Heroku and many tools write `postgres`, which SQLAlchemy has refused since 1.4.
        let name = match self.dialect_name() {
            "postgres" => "postgresql",
            name => name,
        };
        let drivers = match DRIVERS.iter().find(|(known, _)| *known == name) {
            Some((_, drivers)) => *drivers,
            None => return Err(self.unknown()),
        };
        if self.driver_name().is_some_and(|d| !drivers.contains(&d)) {
            return Err(self.unknown());
        }
        dialect(name).ok_or_else(|| UrlError::Unsupported(name.to_owned()))
    }

    fn unknown(&self) -> UrlError {
        UrlError::UnknownDialect {
            name: self.drivername.replace('+', "."),
        }
    }

    /// The URL as text, with the password replaced by `***` unless it is to be shown.
    pub fn render(&self, hide_password: bool) -> String {
        let mut out = format!("{}://", self.drivername);
        if let Some(user) = &self.username {
            out.push_str(&quote(user, b" +"));
            if let Some(password) = &self.password {
                out.push(':');
                match hide_password {
                    true => out.push_str("***"),
                    false => out.push_str(&quote(password, b" +")),
                }
            }
            out.push('@');
        }
        match &self.host {
            Some(host) if host.contains(':') => out.push_str(&format!("[{host}]")),
            Some(host) => out.push_str(host),
            None => {}
        }
        if let Some(port) = self.port {
            out.push_str(&format!(":{port}"));
        }
        if let Some(database) = &self.database {
            out.push('/');
            out.push_str(database);
        }
        out.push_str(&self.render_query(hide_password));
        out
    }

    fn render_query(&self, hide_password: bool) -> String {
        let mut keys: Vec<_> = self.query.keys().collect();
        keys.sort();
        let pairs: Vec<_> = keys
            .into_iter()
            .flat_map(|key| self.query[key].iter().map(move |value| (key, value)))
            .map(|(key, value)| {
                let value = match hide_password && is_secret(key) {
                    true => "***".to_owned(),
                    false => quote_plus(value),
                };
                format!("{}={value}", quote_plus(key))
            })
            .collect();
        if pairs.is_empty() {
            String::new()
        } else {
            format!("?{}", pairs.join("&"))
        }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(true))
    }
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Url({})", self.render(true))
    }
}

/// The dialects of SQLAlchemy 2.0 and the drivers of each.
const DRIVERS: &[(&str, &[&str])] = &[
    (
        "sqlite",
        &["pysqlite", "aiosqlite", "pysqlcipher", "pysqlite_numeric"],
    ),
    (
        "postgresql",
        &[
            "psycopg2",
            "psycopg",
            "psycopg_async",
            "asyncpg",
            "pg8000",
            "psycopg2cffi",
        ],
    ),
    (
        "mysql",
        &[
            "mysqldb",
            "pymysql",
            "mysqlconnector",
            "aiomysql",
            "asyncmy",
            "cymysql",
            "pyodbc",
            "mariadbconnector",
        ],
    ),
    (
        "mariadb",
        &[
            "mysqldb",
            "pymysql",
            "mysqlconnector",
            "mariadbconnector",
            "aiomysql",
            "asyncmy",
            "cymysql",
            "pyodbc",
        ],
    ),
    (
        "oracle",
        &["cx_oracle", "oracledb", "oracledb_async", "oracledb_async"],
    ),
    ("mssql", &["pyodbc", "pymssql", "aioodbc"]),
];

/// Arguments that drivers take and that hold a secret (`?password=`, `?sslpassword=`).
fn is_secret(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    key.contains("password") || key == "passwd" || key == "pwd"
}

/// Python's `urllib.parse.unquote`: bytes that are no UTF-8 become U+FFFD.
fn unquote(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, tail)) = rest.split_first() {
        let pair = tail
            .get(..2)
            .and_then(|pair| std::str::from_utf8(pair).ok());
        let code = pair
            .filter(|pair| pair.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match code {
            Some(code) if byte == b'%' => {
                out.push(code);
                rest = &tail[2..];
            }
            _ => {
                out.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Python's `parse_qsl`: blanks for `+`, and arguments without a value are left out.
fn parse_query(text: &str) -> IndexMap<String, Vec<String>> {
    let mut query: IndexMap<String, Vec<String>> = IndexMap::new();
    for pair in text.split('&') {
        let Some((key, value)) = pair.split_once('=') else {
            continue;
        };
        if value.is_empty() {
            continue;
        }
        let decode = |part: &str| unquote(&part.replace('+', " "));
        query.entry(decode(key)).or_default().push(decode(value));
    }
    query
}

/// Python's `urllib.parse.quote` with the characters of `safe` left alone.
fn quote(text: &str, safe: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"_.-~".contains(&byte) || safe.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn quote_plus(text: &str) -> String {
    quote(text, b" ").replace(' ', "+")
}

#[cfg(test)]
mod tests;
