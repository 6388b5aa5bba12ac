//! Which server and database a PostgreSQL URL means.

use super::wire::Startup;
use crate::url::{Url, UrlError};

/// The port of a server that the URL names none for.
const DEFAULT_PORT: u16 = 5432;

/// What a PostgreSQL URL says, ready to be connected to.
#[derive(Clone, PartialEq, Eq)]
pub struct PostgresTarget {
    /// A host name, an address, or the folder of a socket.
    pub host: String,
    /// The port.
    pub port: u16,
    /// Who connects, and to what.
    pub startup: Startup,
}

impl PostgresTarget {
    /// Reads the URL as SQLAlchemy's `psycopg2` dialect and libpq do.
    ///
    /// # Errors
    /// A port that is none.
    pub fn from_url(url: &Url) -> Result<Self, UrlError> {
        let host = url
            .host
            .clone()
            .or_else(|| url.argument("host").map(str::to_owned));
        let port = url
            .port
            .map_or(Ok(DEFAULT_PORT), u16::try_from)
            .map_err(|_| UrlError::BadPort(url.port.unwrap_or_default().to_string()))?;
        let user = url
            .username
            .clone()
            .unwrap_or_else(|| "postgres".to_owned());
        let database = url.database.clone().filter(|name| !name.is_empty());
        let mut parameters = vec![
            (
                "database".to_owned(),
                database.unwrap_or_else(|| user.clone()),
            ),
            ("client_encoding".to_owned(), "UTF8".to_owned()),
        ];
        for name in ["options", "application_name"] {
            if let Some(value) = url.argument(name) {
                parameters.push((name.to_owned(), value.to_owned()));
            }
        }
        Ok(PostgresTarget {
            host: host.unwrap_or_else(|| "/var/run/postgresql".to_owned()),
            port,
            startup: Startup {
                user,
                password: url.password.clone(),
                parameters,
            },
        })
    }
}
