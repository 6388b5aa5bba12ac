//! The options of a connection by libpq's names, from everywhere that libpq and SQLAlchemy look.

use std::path::PathBuf;

use indexmap::IndexMap;

use super::{TargetError, operational, service};
use crate::db_error::{DbError, ErrorClass};
use crate::url::{Url, UrlError};

/// libpq's options, and the variables of the environment that stand for them.
/// Source: PostgreSQL documentation, "Parameter Key Words" and "Environment Variables".
const OPTIONS: &[(&str, &str)] = &[
    ("host", "PGHOST"),
    ("hostaddr", "PGHOSTADDR"),
    ("port", "PGPORT"),
    ("dbname", "PGDATABASE"),
    ("user", "PGUSER"),
    ("password", "PGPASSWORD"),
    ("passfile", "PGPASSFILE"),
    ("require_auth", "PGREQUIREAUTH"),
    ("channel_binding", "PGCHANNELBINDING"),
    ("connect_timeout", "PGCONNECT_TIMEOUT"),
    ("client_encoding", "PGCLIENTENCODING"),
    ("options", "PGOPTIONS"),
    ("application_name", "PGAPPNAME"),
    ("fallback_application_name", ""),
    ("keepalives", ""),
    ("keepalives_idle", ""),
    ("keepalives_interval", ""),
    ("keepalives_count", ""),
    ("tcp_user_timeout", ""),
    ("replication", ""),
    ("gssencmode", "PGGSSENCMODE"),
    ("sslmode", "PGSSLMODE"),
    ("requiressl", ""),
    ("sslnegotiation", "PGSSLNEGOTIATION"),
    ("sslcompression", "PGSSLCOMPRESSION"),
    ("sslcert", "PGSSLCERT"),
    ("sslkey", "PGSSLKEY"),
    ("sslpassword", ""),
    ("sslcertmode", "PGSSLCERTMODE"),
    ("sslrootcert", "PGSSLROOTCERT"),
    ("sslcrl", "PGSSLCRL"),
    ("sslcrldir", "PGSSLCRLDIR"),
    ("sslsni", "PGSSLSNI"),
    ("requirepeer", "PGREQUIREPEER"),
    ("ssl_min_protocol_version", "PGSSLMINPROTOCOLVERSION"),
    ("ssl_max_protocol_version", "PGSSLMAXPROTOCOLVERSION"),
    ("krbsrvname", "PGKRBSRVNAME"),
    ("gsslib", "PGGSSLIB"),
    ("gssdelegation", "PGGSSDELEGATION"),
    ("service", "PGSERVICE"),
    ("target_session_attrs", "PGTARGETSESSIONATTRS"),
    ("load_balance_hosts", "PGLOADBALANCEHOSTS"),
];

/// Options that would make a connection safer and that Limbec cannot keep: to pass over them would
/// be worse than to refuse.
const REFUSED: &[&str] = &[
    "sslcrl",
    "sslcrldir",
    "sslpassword",
    "requirepeer",
    "require_auth",
];

/// Arguments of `asyncpg.connect()` and of SQLAlchemy's dialect for it that say how statements are
/// prepared and cached: nothing that matters to a migration.
const ASYNCPG_WITHOUT_EFFECT: &[&str] = &[
    "command_timeout",
    "statement_cache_size",
    "prepared_statement_cache_size",
    "prepared_statement_name_func",
    "max_cached_statement_lifetime",
    "max_cacheable_statement_size",
    "async_fallback",
];

/// Options by name.
#[derive(Default)]
pub struct Conninfo {
    options: IndexMap<String, String>,
    /// Settings of the session that a driver sends at the start (`server_settings` of asyncpg).
    pub settings: Vec<(String, String)>,
    home: Option<PathBuf>,
}

/// Reads a variable of the environment.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<String>;

impl Conninfo {
    /// Everything that is said about a connection: the URL first, then the service, then the
    /// environment.
    ///
    /// # Errors
    /// What SQLAlchemy, the driver or libpq refuses.
    pub fn collect(url: &Url, environment: Environment<'_>) -> Result<Self, TargetError> {
        let mut info = Conninfo {
            home: environment("HOME")
                .filter(|home| !home.is_empty())
                .map(PathBuf::from),
            ..Conninfo::default()
        };
        info.take_url(url)?;
        if let Some(service) = info
            .text("service")
            .map(str::to_owned)
            .or_else(|| environment("PGSERVICE"))
        {
            info.take_service(&service, environment)?;
        }
        for (name, variable) in OPTIONS {
            if let Some(value) = environment(variable).filter(|_| !variable.is_empty()) {
                info.options.entry((*name).to_owned()).or_insert(value);
            }
        }
        if let Some(name) = REFUSED.iter().find(|name| info.text(name).is_some()) {
            return Err(operational(format!(
                "connection option \"{name}\" is not supported by Limbec"
            ))
            .into());
        }
        Ok(info)
    }

    /// The value of an option that is given and not empty.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.options
            .get(name)
            .map(String::as_str)
            .filter(|text| !text.is_empty())
    }

    /// A file of libpq in the home of the user.
    pub fn user_file(&self, name: &str) -> Option<PathBuf> {
        Some(self.home.as_ref()?.join(".postgresql").join(name))
    }

    /// The path of an option, or else a file in the home of the user.
    pub fn path(&self, name: &str, _home: &str, default: &str) -> Option<PathBuf> {
        self.text(name)
            .map(PathBuf::from)
            .or_else(|| Some(self.home.as_ref()?.join(default)))
    }

    fn set(&mut self, name: &str, value: &str) {
        self.options.insert(name.to_owned(), value.to_owned());
    }

    /// The URL, as SQLAlchemy's dialect for its driver translates it.
    fn take_url(&mut self, url: &Url) -> Result<(), TargetError> {
        for (name, part) in [
            ("host", &url.host),
            ("user", &url.username),
            ("password", &url.password),
            ("dbname", &url.database),
        ] {
            if let Some(value) = part.as_deref().filter(|value| !value.is_empty()) {
                self.set(name, value);
            }
        }
        if let Some(port) = url.port {
            self.set("port", &port.to_string());
        }
        self.take_hosts(url)?;
        let driver = url.driver_name().unwrap_or("psycopg2");
        for (name, values) in &url.query {
            let Some(value) = values.last() else { continue };
            match name.as_str() {
                "host" | "port" => {}
                // SQLAlchemy's own arguments, which are for its connection pool.
                _ if name.starts_with("pool_") || name == "plugin" => {}
                _ => self.take_argument(driver, name, value)?,
            }
        }
        Ok(())
    }

    /// `?host=h1:p1&host=h2:p2`, `?host=h1,h2&port=p1,p2`.
    fn take_hosts(&mut self, url: &Url) -> Result<(), TargetError> {
        let all = |name: &str| url.query.get(name).cloned().unwrap_or_default();
        let split = |values: Vec<String>| -> Vec<String> {
            values
                .iter()
                .flat_map(|value| value.split(','))
                .map(str::to_owned)
                .collect()
        };
        let (mut names, mut ports) = (Vec::new(), Vec::new());
        for host in split(all("host")) {
            match host.rsplit_once(':') {
                Some((name, port))
                    if !host.starts_with('/') && port.bytes().all(|b| b.is_ascii_digit()) =>
                {
                    names.push(name.trim_matches(['[', ']']).to_owned());
                    ports.push(port.to_owned());
                }
                _ => {
                    names.push(host.trim_matches(['[', ']']).to_owned());
                    ports.push(String::new());
                }
            }
        }
        let given = split(all("port"));
        if !given.is_empty() {
            if given.len() > 1 && !names.is_empty() && given.len() != names.len() {
                return Err(UrlError::BadArgument(
                    "number of hosts and ports don't match".to_owned(),
                )
                .into());
            }
            ports = given;
        }
        if !names.is_empty() {
            self.set("host", &names.join(","));
        }
        if ports.iter().any(|port| !port.is_empty()) {
            self.set("port", &ports.join(","));
        }
        Ok(())
    }

    /// An argument after `?`, by the names of its driver.
    fn take_argument(&mut self, driver: &str, name: &str, value: &str) -> Result<(), TargetError> {
        match (driver, name) {
            ("asyncpg" | "pg8000", "ssl") => self.set("sslmode", ssl_word(value)),
            ("asyncpg" | "pg8000", "timeout") => {
                // These drivers take fractions of a second.
                let seconds = value.parse::<f64>().map(f64::ceil).unwrap_or_default();
                self.set("connect_timeout", &format!("{seconds:.0}"));
            }
            ("asyncpg", name) if ASYNCPG_WITHOUT_EFFECT.contains(&name) => {}
            ("asyncpg", "direct_tls") => self.set("sslnegotiation", "direct"),
            ("pg8000", "unix_sock") => {
                if let Some((folder, _)) = value.rsplit_once("/.s.PGSQL.") {
                    self.set("host", folder);
                }
            }
            ("pg8000", "tcp_keepalive") => {
                self.set("keepalives", if value == "False" { "0" } else { "1" });
            }
            (_, "database") => self.set("dbname", value),
            ("psycopg" | "psycopg_async", "prepare_threshold" | "autocommit") => {}
            (_, name) if OPTIONS.iter().any(|(known, _)| *known == name) => self.set(name, value),
            _ => return Err(unknown(driver, name).into()),
        }
        Ok(())
    }

    fn take_service(&mut self, name: &str, environment: Environment<'_>) -> Result<(), DbError> {
        let own = environment("PGSERVICEFILE")
            .map(PathBuf::from)
            .or_else(|| Some(self.home.as_ref()?.join(".pg_service.conf")));
        let system = environment("PGSYSCONFDIR").unwrap_or_else(|| "/etc/postgresql-common".into());
        let found = own
            .and_then(|path| service::find(&path, name))
            .or_else(|| service::find(&PathBuf::from(system).join("pg_service.conf"), name))
            .ok_or_else(|| operational(format!("definition of service \"{name}\" not found")))?;
        for (key, value) in found {
            self.options.entry(key).or_insert(value);
        }
        Ok(())
    }
}

/// `ssl=` of asyncpg and pg8000: a mode of libpq, or whether.
fn ssl_word(value: &str) -> &str {
    match value.to_ascii_lowercase().as_str() {
        "true" | "1" | "on" | "yes" => "require",
        "false" | "0" | "off" | "no" => "disable",
        _ => value,
    }
}

/// What a driver says about an argument that it does not know.
fn unknown(driver: &str, name: &str) -> DbError {
    let text = match driver {
        "psycopg" | "psycopg_async" => format!("invalid connection option \"{name}\"\n"),
        "asyncpg" | "pg8000" => {
            format!("connect() got an unexpected keyword argument '{name}'")
        }
        _ => format!("invalid dsn: invalid connection option \"{name}\"\n"),
    };
    let module = match driver {
        "psycopg" | "psycopg_async" => "psycopg",
        "asyncpg" => "asyncpg",
        "pg8000" => "pg8000",
        _ => "psycopg2",
    };
    let near = OPTIONS
        .iter()
        .map(|(known, _)| *known)
        .find(|known| known.starts_with(name) || name.contains(known));
    let error = DbError::new(module, ErrorClass::Programming, text);
    match near {
        Some(near) => error.with_hint(format!(
            "write {near}= in the URL, if that is what is meant"
        )),
        None => error.with_hint(format!(
            "remove {name}= from the URL of the database, or correct its name"
        )),
    }
}
