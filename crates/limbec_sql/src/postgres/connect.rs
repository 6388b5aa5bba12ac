//! A connection to PostgreSQL that behaves as `psycopg2` does under SQLAlchemy.

use std::net::TcpStream;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::Duration;

use limbec_schema::Literal;

use super::error::from_wire;
use super::target::PostgresTarget;
use super::wire::{Answer, Client, Stream, TransactionStatus, WireError};
use super::{POSTGRES, STANDARD_STRINGS, values};
use crate::connection::{ColumnInfo, Connection, InterruptHandle, LockScope, Outcome};
use crate::db_error::DbError;
use crate::dialect::Dialect;
use crate::inspect::Inspector;
use crate::statement::{Params, Statement};

/// A connection to a PostgreSQL database.
pub struct PostgresConnection {
    client: Client,
    version: Vec<u32>,
}

impl PostgresConnection {
    /// Connects.
    ///
    /// # Errors
    /// No server, or a server that refuses.
    pub fn open(target: &PostgresTarget) -> Result<Self, DbError> {
        let stream = open_stream(target).map_err(|error| from_wire(error.into()))?;
        let client = Client::start(stream, &target.startup).map_err(from_wire)?;
        let version = client
            .parameter("server_version")
            .map(numbers)
            .unwrap_or_default();
        Ok(PostgresConnection { client, version })
    }

    fn run(&mut self, statement: &Statement) -> Result<Outcome, DbError> {
        let sql = interpolate(statement)?;
        let mut answers = self.client.query(&sql).map_err(from_wire)?;
        Ok(answers.pop().map(outcome).unwrap_or_default())
    }

    fn command(&mut self, sql: &str) -> Result<(), DbError> {
        self.client.query(sql).map(drop).map_err(from_wire)
    }
}

fn open_stream(target: &PostgresTarget) -> std::io::Result<Stream> {
    if target.host.starts_with('/') {
        let path = format!("{}/.s.PGSQL.{}", target.host, target.port);
        return UnixStream::connect(path).map(Stream::Unix);
    }
    let stream = TcpStream::connect((target.host.as_str(), target.port))?;
    stream.set_nodelay(true)?;
    Ok(Stream::Tcp(stream))
}

/// The numbers at the front of `15.4 (Debian 15.4-1)`.
fn numbers(version: &str) -> Vec<u32> {
    version
        .split(|c: char| c != '.' && !c.is_ascii_digit())
        .next()
        .unwrap_or_default()
        .split('.')
        .filter_map(|part| part.parse().ok())
        .collect()
}

/// The statement with its values written into it, as `psycopg2` does.
fn interpolate(statement: &Statement) -> Result<String, DbError> {
    let values = match &statement.params {
        Params::None => return Ok(statement.sql.clone()),
        Params::Positional(values) => values,
        Params::Named(_) | Params::Many(_) => {
            return Err(from_wire(WireError::Protocol(
                "values by name and many sets are not sent yet".to_owned(),
            )));
        }
    };
    let mut sql = statement.sql.clone();
    for (place, value) in values.iter().enumerate().rev() {
        let text = match value {
            Literal::Str(text) => format!("'{}'", text.replace('\'', "''")),
            Literal::Int(number) => number.to_string(),
            Literal::Null => "NULL".to_owned(),
            Literal::Bool(flag) => flag.to_string(),
            other => format!("'{}'", crate::python_repr::python_repr(other)),
        };
        sql = sql.replace(&format!("${}", place + 1), &text);
    }
    Ok(sql)
}

fn outcome(answer: Answer) -> Outcome {
    let rowcount = answer.row_count().unwrap_or(-1);
    let oids: Vec<u32> = answer.fields.iter().map(|field| field.type_oid).collect();
    Outcome {
        columns: answer
            .fields
            .into_iter()
            .map(|field| ColumnInfo {
                name: field.name,
                decl_type: None,
            })
            .collect(),
        rows: answer
            .rows
            .iter()
            .map(|row| {
                row.iter()
                    .zip(&oids)
                    .map(|(text, oid)| values::read(text.as_deref(), *oid))
                    .collect()
            })
            .collect(),
        rowcount,
        lastrowid: None,
    }
}

impl Connection for PostgresConnection {
    fn dialect(&self) -> &'static dyn Dialect {
        match self.client.parameter("standard_conforming_strings") {
            Some("off") => &POSTGRES,
            _ => &STANDARD_STRINGS,
        }
    }

    fn execute(&mut self, statement: &Statement) -> Result<Outcome, DbError> {
        self.run(statement)
            .map_err(|error| error.with_statement(&statement.sql, &statement.params))
    }

    fn execute_script(&mut self, sql: &str) -> Result<(), DbError> {
        self.command(sql)
            .map_err(|error| error.with_statement(sql, &Params::None))
    }

    fn begin(&mut self) -> Result<(), DbError> {
        self.command("BEGIN")
    }

    fn commit(&mut self) -> Result<(), DbError> {
        self.command("COMMIT")
    }

    fn rollback(&mut self) -> Result<(), DbError> {
        if self.in_transaction() {
            self.command("ROLLBACK")?;
        }
        Ok(())
    }

    fn in_transaction(&self) -> bool {
        self.client.status() != TransactionStatus::Idle
    }

    fn acquire_migration_lock(&mut self, _timeout: Duration) -> Result<LockScope, DbError> {
        Ok(LockScope::Session)
    }

    fn release_migration_lock(&mut self) -> Result<(), DbError> {
        Ok(())
    }

    fn set_foreign_keys(&mut self, _enforce: bool) -> Result<bool, DbError> {
        Ok(true)
    }

    fn inspector(&mut self) -> Box<dyn Inspector + '_> {
        Box::new(super::inspect::PostgresInspector::new(self))
    }

    fn interrupt_handle(&self) -> InterruptHandle {
        Arc::new(|| {})
    }

    fn server_version(&self) -> Vec<u32> {
        self.version.clone()
    }
}
