//! Which server and database a PostgreSQL URL means: what SQLAlchemy's dialects and libpq make of a
//! URL, the environment and the files of the user.

mod conninfo;
mod passfile;
mod service;

use std::path::PathBuf;
use std::time::Duration;

use conninfo::Conninfo;

use super::wire::Startup;
use crate::db_error::{DbError, DbErrorKind, ErrorClass};
use crate::url::{Url, UrlError};

/// The port of a server that nothing names one for.
const DEFAULT_PORT: u16 = 5432;
/// Where Debian's and the official images' servers have their socket.
const DEFAULT_SOCKET_FOLDER: &str = "/var/run/postgresql";

/// A server that may be the one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    /// The name that the certificate must have, an address, or the folder of a socket.
    pub name: String,
    /// `hostaddr`: where to connect without asking for the address of `name`.
    pub address: Option<String>,
    /// The port.
    pub port: u16,
}

impl Host {
    /// Whether it is the folder of a socket (`@` begins an abstract one).
    pub fn is_socket(&self) -> bool {
        self.address.is_none() && (self.name.starts_with('/') || self.name.starts_with('@'))
    }

    /// The path of the socket.
    pub fn socket_path(&self) -> String {
        format!("{}/.s.PGSQL.{}", self.name, self.port)
    }
}

/// `sslmode`: whether TLS is used and what of the server's certificate is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SslMode {
    /// No TLS.
    Disable,
    /// TLS where the server insists.
    Allow,
    /// TLS where the server has it.
    Prefer,
    /// TLS, whoever the server is.
    Require,
    /// TLS, and an authority that is trusted has signed the certificate.
    VerifyCa,
    /// That, and the certificate is for this host.
    VerifyFull,
}

/// Which authorities are trusted: `sslrootcert`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RootCertificates {
    /// `~/.postgresql/root.crt`, if it is there.
    Default(Option<PathBuf>),
    /// Those of the operating system.
    System,
    /// Those of a file.
    File(PathBuf),
}

/// All that TLS needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsOptions {
    /// `sslmode`.
    pub mode: SslMode,
    /// `sslnegotiation=direct`: TLS at once, without asking for it (PostgreSQL 17).
    pub direct: bool,
    /// `sslrootcert`.
    pub root: RootCertificates,
    /// `sslcert` and `sslkey`: who the client is.
    pub client: Option<(PathBuf, PathBuf)>,
}

/// `target_session_attrs`: which of several servers is good enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SessionAttributes {
    Any,
    ReadWrite,
    ReadOnly,
    Primary,
    Standby,
    PreferStandby,
}

/// What a PostgreSQL URL says, ready to be connected to.
#[derive(Clone, PartialEq, Eq)]
pub struct PostgresTarget {
    /// The servers to try, in order.
    pub hosts: Vec<Host>,
    /// Who connects, and to what.
    pub startup: Startup,
    /// TLS.
    pub tls: TlsOptions,
    /// How long to try one server.
    pub connect_timeout: Option<Duration>,
    /// Which server is good enough.
    pub attributes: SessionAttributes,
    /// `keepalives`: whether the operating system looks after a silent connection, and how.
    pub keepalive: Option<Keepalive>,
    /// Where passwords may be found for the servers, by [`passfile`].
    passwords: Option<PathBuf>,
}

/// How the operating system looks after a silent connection.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Keepalive {
    /// How long nothing must have been heard before it asks.
    pub idle: Option<Duration>,
    /// How long it waits between two questions.
    pub interval: Option<Duration>,
    /// How many questions may stay without an answer.
    pub count: Option<u32>,
}

/// Why a URL cannot be connected to.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum TargetError {
    /// What SQLAlchemy refuses.
    #[error(transparent)]
    Url(#[from] UrlError),
    /// What libpq refuses.
    #[error(transparent)]
    Driver(#[from] DbError),
}

impl PostgresTarget {
    /// Reads the URL as SQLAlchemy's dialects for `psycopg2`, `psycopg`, `asyncpg` and `pg8000` do,
    /// and adds what libpq finds in the environment and in the files of the user.
    ///
    /// # Errors
    /// An argument that the driver does not know, or a value that means nothing.
    pub fn from_url(url: &Url) -> Result<Self, TargetError> {
        Self::from_conninfo(&Conninfo::collect(url, &|name| std::env::var(name).ok())?)
    }

    fn from_conninfo(info: &Conninfo) -> Result<Self, TargetError> {
        let user = match info.text("user") {
            Some(user) => user.to_owned(),
            None => whoami::username().map_err(|error| {
                operational(format!("local user name could not be found: {error}"))
            })?,
        };
        let database = info.text("dbname").unwrap_or(&user).to_owned();
        let tls = tls_options(info)?;
        let hosts = hosts(info)?;
        Ok(PostgresTarget {
            hosts,
            passwords: info.path("passfile", "HOME", ".pgpass"),
            startup: Startup {
                parameters: startup_parameters(info, &user, database),
                password: info.text("password").map(str::to_owned),
                user,
            },
            tls,
            connect_timeout: seconds(info, "connect_timeout")?
                // libpq takes a timeout of one second for a mistake.
                .map(|time| time.max(Duration::from_secs(2))),
            attributes: attributes(info)?,
            keepalive: keepalive(info)?,
        })
    }

    /// The database.
    pub fn database(&self) -> &str {
        self.startup
            .parameters
            .iter()
            .find(|(name, _)| name == "database")
            .map_or(&self.startup.user, |(_, database)| database)
    }

    /// The startup for one of the servers: a password file may know a password for it.
    pub(super) fn startup_for(&self, host: &Host) -> Startup {
        let mut startup = self.startup.clone();
        if startup.password.is_none()
            && let Some(path) = &self.passwords
        {
            let default_socket = host.is_socket() && host.name == DEFAULT_SOCKET_FOLDER;
            let name = if default_socket {
                "localhost"
            } else {
                &host.name
            };
            startup.password =
                passfile::find(path, name, host.port, self.database(), &self.startup.user);
        }
        startup
    }
}

/// The error of libpq before it has reached anything.
pub(super) fn operational(message: impl Into<String>) -> DbError {
    let mut message = message.into();
    message.push('\n');
    DbError::new("psycopg2", ErrorClass::Operational, message).with_kind(DbErrorKind::BadArgument)
}

fn startup_parameters(info: &Conninfo, user: &str, database: String) -> Vec<(String, String)> {
    let mut parameters = Vec::new();
    // What libpq does not send: a database that has the name of the user is the server's default.
    if database != user {
        parameters.push(("database".to_owned(), database));
    }
    // Whatever encoding the user prefers, the texts here are UTF-8.
    parameters.push(("client_encoding".to_owned(), "UTF8".to_owned()));
    for name in ["options", "application_name", "replication"] {
        let fallback = (name == "application_name").then_some("fallback_application_name");
        let value = info
            .text(name)
            .or_else(|| fallback.and_then(|fallback| info.text(fallback)));
        if let Some(value) = value {
            parameters.push((name.to_owned(), value.to_owned()));
        }
    }
    for (name, value) in &info.settings {
        parameters.push((name.clone(), value.clone()));
    }
    parameters
}

fn hosts(info: &Conninfo) -> Result<Vec<Host>, DbError> {
    let list = |name: &str| -> Vec<String> {
        info.text(name)
            .map(|text| text.split(',').map(|part| part.trim().to_owned()).collect())
            .unwrap_or_default()
    };
    let (names, addresses, ports) = (list("host"), list("hostaddr"), list("port"));
    if !names.is_empty() && !addresses.is_empty() && names.len() != addresses.len() {
        return Err(operational(format!(
            "could not match {} host names to {} hostaddr values",
            names.len(),
            addresses.len()
        )));
    }
    let count = names.len().max(addresses.len()).max(1);
    if ports.len() > 1 && ports.len() != count {
        return Err(operational(format!(
            "could not match {} port numbers to {count} hosts",
            ports.len()
        )));
    }
    let mut hosts = Vec::with_capacity(count);
    for place in 0..count {
        let port = ports
            .get(place)
            .or(ports.first().filter(|_| ports.len() == 1));
        let port = match port.map(String::as_str) {
            None | Some("") => DEFAULT_PORT,
            Some(text) => text
                .parse()
                .ok()
                .filter(|port| *port != 0)
                .ok_or_else(|| operational(format!("invalid port number: \"{text}\"")))?,
        };
        let address = addresses
            .get(place)
            .filter(|text| !text.is_empty())
            .cloned();
        let name = names.get(place).filter(|text| !text.is_empty()).cloned();
        hosts.push(Host {
            name: name
                .or_else(|| address.clone())
                .unwrap_or_else(default_socket_folder),
            address,
            port,
        });
    }
    if info.text("load_balance_hosts") == Some("random") {
        shuffle(&mut hosts);
    }
    Ok(hosts)
}

/// The folder in which a local server has its socket; PostgreSQL's own default is `/tmp`.
fn default_socket_folder() -> String {
    let usual = std::path::Path::new(DEFAULT_SOCKET_FOLDER).is_dir();
    if usual { DEFAULT_SOCKET_FOLDER } else { "/tmp" }.to_owned()
}

/// Any order: the seed of a hash map is as good as a random number here.
fn shuffle(hosts: &mut [Host]) {
    use std::hash::BuildHasher;
    let seed = std::collections::hash_map::RandomState::new();
    hosts.sort_by_cached_key(|host| seed.hash_one((&host.name, &host.address, host.port)));
}

fn tls_options(info: &Conninfo) -> Result<TlsOptions, DbError> {
    let word = info.text("sslmode").unwrap_or("prefer");
    let mut mode = match word {
        "disable" => SslMode::Disable,
        "allow" => SslMode::Allow,
        "prefer" => SslMode::Prefer,
        "require" => SslMode::Require,
        "verify-ca" => SslMode::VerifyCa,
        "verify-full" => SslMode::VerifyFull,
        other => return Err(operational(format!("invalid sslmode value: \"{other}\""))),
    };
    let root = match info.text("sslrootcert") {
        Some("system") => {
            if info.text("sslmode").is_none() {
                mode = SslMode::VerifyFull;
            } else if mode < SslMode::VerifyFull {
                return Err(operational(format!(
                    "weak sslmode \"{word}\" may not be used with sslrootcert=system (use \
                     \"verify-full\")"
                )));
            }
            RootCertificates::System
        }
        Some(path) => RootCertificates::File(path.into()),
        None => RootCertificates::Default(info.user_file("root.crt")),
    };
    let certificate = info.text("sslcert").map(PathBuf::from).or_else(|| {
        info.user_file("postgresql.crt")
            .filter(|path| path.exists())
    });
    let key = info
        .text("sslkey")
        .map(PathBuf::from)
        .or_else(|| info.user_file("postgresql.key"));
    let direct = match info.text("sslnegotiation") {
        None | Some("postgres") => false,
        Some("direct") if mode >= SslMode::Require => true,
        Some("direct") => {
            return Err(operational(format!(
                "weak sslmode \"{word}\" may not be used with sslnegotiation=direct (use \
                 \"require\", \"verify-ca\", or \"verify-full\")"
            )));
        }
        Some(other) => {
            return Err(operational(format!(
                "invalid sslnegotiation value: \"{other}\""
            )));
        }
    };
    Ok(TlsOptions {
        mode,
        direct,
        root,
        client: certificate.zip(key),
    })
}

fn attributes(info: &Conninfo) -> Result<SessionAttributes, DbError> {
    Ok(match info.text("target_session_attrs") {
        None | Some("any") => SessionAttributes::Any,
        Some("read-write") => SessionAttributes::ReadWrite,
        Some("read-only") => SessionAttributes::ReadOnly,
        Some("primary") => SessionAttributes::Primary,
        Some("standby") => SessionAttributes::Standby,
        Some("prefer-standby") => SessionAttributes::PreferStandby,
        Some(other) => {
            return Err(operational(format!(
                "invalid target_session_attrs value: \"{other}\""
            )));
        }
    })
}

fn keepalive(info: &Conninfo) -> Result<Option<Keepalive>, DbError> {
    if number(info, "keepalives")? == Some(0) {
        return Ok(None);
    }
    Ok(Some(Keepalive {
        idle: seconds(info, "keepalives_idle")?,
        interval: seconds(info, "keepalives_interval")?,
        count: number(info, "keepalives_count")?.and_then(|count| u32::try_from(count).ok()),
    }))
}

/// A number of seconds; zero and less mean that there is no limit.
fn seconds(info: &Conninfo, name: &str) -> Result<Option<Duration>, DbError> {
    Ok(number(info, name)?
        .and_then(|seconds| u64::try_from(seconds).ok())
        .filter(|seconds| *seconds > 0)
        .map(Duration::from_secs))
}

fn number(info: &Conninfo, name: &str) -> Result<Option<i64>, DbError> {
    let Some(text) = info.text(name) else {
        return Ok(None);
    };
    text.trim().parse().map(Some).map_err(|_| {
        operational(format!(
            "invalid integer value \"{text}\" for connection option \"{name}\""
        ))
    })
}

#[cfg(test)]
mod tests;
