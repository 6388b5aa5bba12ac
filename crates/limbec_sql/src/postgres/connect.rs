//! A connection to PostgreSQL that behaves as `psycopg2` does under SQLAlchemy.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::adapt::Adapter;
use super::error::{from_wire, with_statement, wrong};
use super::interpolate::{Values, interpolate};
use super::lock::{self, Held};
use super::open::{self, Address};
use super::scratch;
use super::target::{PostgresTarget, TargetError};
use super::values::{Reader, range_name};
use super::wire::{Answer, Client, TransactionStatus};
use super::{POSTGRES, STANDARD_STRINGS};
use crate::connection::{
    Ahead, Characteristic, ColumnInfo, ConnectError, Connection, InterruptHandle, LockScope,
    NoticeReceiver, Outcome,
};
use crate::db_error::{DbError, DbErrorKind};
use crate::dialect::Dialect;
use crate::inspect::{Inspector, Selection};
use crate::split::leading_words;
use crate::statement::{Params, Statement};
use crate::url::Url;

const COMMIT: &str = "COMMIT";

/// Connects to the database of a URL; a `patience` says how long to wait for the server where the URL does not.
///
/// # Errors
/// A URL that means nothing, no server, and a server that refuses.
pub fn connect(url: &Url, patience: Option<Duration>) -> Result<Box<dyn Connection>, ConnectError> {
    let mut target = PostgresTarget::from_url(url).map_err(|error| match error {
        TargetError::Url(error) => ConnectError::Url(error),
        TargetError::Driver(error) => ConnectError::Database(error),
    })?;
    target.connect_timeout = target.connect_timeout.or(patience);
    Ok(Box::new(PostgresConnection::open(&target)?))
}

/// A connection to a PostgreSQL database.
pub struct PostgresConnection {
    client: Client,
    /// Where the server is, for requests to cancel.
    address: Address,
    version: Vec<u32>,
    /// Whether this side has asked the server to end a statement.
    cancelled: Arc<AtomicBool>,
    /// How long a statement may run, where that was said.
    statement_timeout: Option<Duration>,
    /// Whether this connection holds the migration lock.
    pub(super) held: Held,
}

impl PostgresConnection {
    /// Connects.
    ///
    /// # Errors
    /// No server, or a server that refuses.
    pub fn open(target: &PostgresTarget) -> Result<Self, DbError> {
        let (client, address) = open::open(target)?;
        let version = client
            .parameter("server_version")
            .map(numbers)
            .unwrap_or_default();
        Ok(PostgresConnection {
            client,
            address,
            version,
            cancelled: Arc::default(),
            statement_timeout: None,
            held: Held::No,
        })
    }

    fn run(&mut self, statement: &Statement) -> Result<Outcome, DbError> {
        let sql = &statement.sql;
        match &statement.params {
            Params::None => self.one(sql),
            Params::Positional(values) => self.one(&self.written(sql, &Values::Ordered(values))?),
            Params::Named(pairs) => {
                let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value));
                self.one(&self.written(sql, &Values::named(pairs))?)
            }
            Params::Many(rows) => {
                let texts = rows
                    .iter()
                    .map(|row| self.written(sql, &Values::Ordered(row)))
                    .collect::<Result<_, _>>()?;
                self.each(texts)
            }
            Params::NamedMany { names, rows } => {
                let names = || names.iter().map(String::as_str);
                let texts = rows
                    .iter()
                    .map(|row| self.written(sql, &Values::named(names().zip(row))))
                    .collect::<Result<_, _>>()?;
                self.each(texts)
            }
        }
    }

    /// The text with the values written into it.
    fn written(&self, sql: &str, values: &Values<'_>) -> Result<String, DbError> {
        let setting = self.client.parameter("standard_conforming_strings");
        let adapter = Adapter {
            standard_strings: setting != Some("off"),
        };
        interpolate(sql, values, adapter)
    }

    /// Runs a text. Of several statements the last one's rows are the result, as in `psycopg2`.
    fn one(&mut self, sql: &str) -> Result<Outcome, DbError> {
        let mut answers = self.client.query(sql).map_err(from_wire)?;
        match answers.pop() {
            Some(answer) if !answer.empty => outcome(answer),
            _ => Err(wrong("can't execute an empty query")),
        }
    }

    /// Runs a text for each row of an executemany; nobody reads their rows.
    fn each(&mut self, texts: Vec<String>) -> Result<Outcome, DbError> {
        let mut total = 0;
        if self.in_transaction() {
            let answers = self.client.query_all(&texts).map_err(from_wire)?;
            total = answers.iter().map(|answer| answer.row_count().max(0)).sum();
        } else {
            for text in texts {
                total += self.one(&text)?.rowcount.max(0);
            }
        }
        Ok(Outcome {
            rowcount: total,
            ..Outcome::default()
        })
    }

    /// The state of the transaction.
    pub(super) fn status(&self) -> TransactionStatus {
        self.client.status()
    }

    /// The first value of a statement of Limbec's own.
    pub(super) fn text(&mut self, sql: &str) -> Result<Option<String>, DbError> {
        let mut answers = self.client.query(sql).map_err(from_wire)?;
        let row = answers
            .pop()
            .and_then(|answer| answer.rows.into_iter().next());
        Ok(row.and_then(|row| row.into_iter().next().flatten()))
    }

    /// Whether the first value of a statement of Limbec's own is true.
    pub(super) fn flag(&mut self, sql: &str) -> Result<bool, DbError> {
        Ok(self.text(sql)?.as_deref() == Some("t"))
    }

    /// The lock that was given back inside of a transaction ends with it.
    fn transaction_ended(&mut self) -> Result<(), DbError> {
        if self.held == Held::UntilEnd && !self.in_transaction() {
            lock::release(self)?;
        }
        Ok(())
    }

    /// The error of a statement that was ended by this side is another kind than that of one that
    /// took too long, though the server has one code for both.
    fn marked(&self, error: DbError, begun: Instant) -> DbError {
        if error.code_name.as_deref() != Some("57014") {
            return error;
        }
        if self.cancelled.swap(false, Ordering::SeqCst) {
            return error.with_kind(DbErrorKind::Interrupted);
        }
        match self.statement_timeout {
            Some(limit) if begun.elapsed() >= limit => error.timed_out(limit),
            _ => error,
        }
    }

    /// Whether what is sent now is answered as if it were sent when it is asked for.
    fn can_send_ahead(&self, coming: &[Ahead<'_>]) -> bool {
        let fits = match coming.first() {
            Some(Ahead::Commit) => {
                self.status() == TransactionStatus::Open && !self.client.wants_begin()
            }
            Some(Ahead::Begin) => self.status() == TransactionStatus::Idle,
            Some(Ahead::Statement(_)) => self.status() == TransactionStatus::Open,
            None => false,
        };
        // How long a statement ran is measured from when it is asked for; and a lock that goes with
        // the transaction is given back behind it.
        fits && self.statement_timeout.is_none() && self.held != Held::UntilEnd
    }

    fn command(&mut self, sql: &str) -> Result<(), DbError> {
        self.client.query(sql).map(drop).map_err(from_wire)
    }
}

/// Whether a statement of a transaction means the same in the extended protocol: it does not end
/// the transaction, copies no data over the connection, and holds no `$1`, which would be a parameter
/// there.
fn suits_extended(sql: &str) -> bool {
    let numbered = |pair: &[u8]| pair[0] == b'$' && pair[1].is_ascii_digit();
    let words = leading_words(&STANDARD_STRINGS, sql, 1);
    let word = words.first().map(String::as_str);
    let bytes = sql.as_bytes();
    // A NUL ends a text, as in `Client::query`.
    !matches!(word, Some("COPY" | "PREPARE"))
        && !bytes.windows(2).any(numbered)
        && !bytes.contains(&0)
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

/// What an answer is in the terms of every database.
fn outcome(answer: Answer) -> Result<Outcome, DbError> {
    let rowcount = answer.row_count();
    let readers: Vec<Reader> = answer
        .fields
        .iter()
        .map(|field| Reader::of(field.type_oid))
        .collect();
    let rows = answer
        .rows
        .into_iter()
        .map(|row| {
            row.into_iter()
                .zip(&readers)
                .map(|(text, reader)| reader.read(text))
                .collect()
        })
        .collect::<Result<_, _>>()?;
    let columns = answer.fields.into_iter().map(|field| ColumnInfo {
        decl_type: range_name(field.type_oid),
        name: field.name,
    });
    Ok(Outcome {
        columns: columns.collect(),
        rows,
        rowcount,
        lastrowid: None,
    })
}

impl Connection for PostgresConnection {
    fn dialect(&self) -> &'static dyn Dialect {
        match self.client.parameter("standard_conforming_strings") {
            Some("off") => &POSTGRES,
            _ => &STANDARD_STRINGS,
        }
    }

    fn execute(&mut self, statement: &Statement) -> Result<Outcome, DbError> {
        let begun = Instant::now();
        self.run(statement)
            .map_err(|error| with_statement(self.marked(error, begun), statement))
    }

    fn declared_tables(
        &mut self,
        schema: Option<&str>,
    ) -> Result<Vec<limbec_schema::Table>, crate::inspect::InspectError> {
        scratch::declared(self, &Selection::tables(schema))
    }

    fn declared_by_script(
        &mut self,
        sql: &str,
        place: crate::scratch::ScriptPlace,
    ) -> Result<crate::scratch::Declared, crate::scratch::ScriptError> {
        scratch::declared_by_script(self, sql, place)
    }

    fn execute_script(&mut self, sql: &str) -> Result<(), DbError> {
        self.command(sql)
            .map_err(|error| with_statement(error, &Statement::new(sql)))
    }

    fn begin(&mut self) -> Result<(), DbError> {
        if self.in_transaction() {
            // The server warns, and goes on in the transaction that is open.
            return self.command("BEGIN");
        }
        self.client.begin();
        Ok(())
    }

    fn commit(&mut self) -> Result<(), DbError> {
        if !self.client.forget_begin() {
            self.command(COMMIT)?;
        }
        self.transaction_ended()
    }

    fn rollback(&mut self) -> Result<(), DbError> {
        self.client.settle().map_err(from_wire)?;
        if !self.client.forget_begin() && self.in_transaction() {
            self.command("ROLLBACK")?;
        }
        self.transaction_ended()
    }

    fn in_transaction(&self) -> bool {
        self.client.status() != TransactionStatus::Idle
    }

    fn send_ahead(&mut self, coming: &[Ahead<'_>]) {
        if !self.can_send_ahead(coming) {
            return;
        }
        let texts = coming.iter().map(|what| match what {
            Ahead::Commit => COMMIT,
            Ahead::Begin => "BEGIN",
            Ahead::Statement(sql) => sql,
        });
        let texts: Vec<&str> = texts.take_while(|text| suits_extended(text)).collect();
        // A connection that is gone says so to the one who asks for the answer.
        let _ = self.client.send_ahead(&texts);
    }

    fn set_characteristic(&mut self, characteristic: &Characteristic) -> Result<(), DbError> {
        let words = match characteristic {
            Characteristic::Isolation(level) => format!("ISOLATION LEVEL {level}"),
            Characteristic::ReadOnly(true) => "READ ONLY".to_owned(),
            Characteristic::ReadOnly(false) => "READ WRITE".to_owned(),
            Characteristic::Deferrable(true) => "DEFERRABLE".to_owned(),
            Characteristic::Deferrable(false) => "NOT DEFERRABLE".to_owned(),
        };
        self.command(&format!(
            "SET SESSION CHARACTERISTICS AS TRANSACTION {words}"
        ))
    }

    fn migration_lock_scope(&self) -> LockScope {
        LockScope::Session
    }

    fn acquire_migration_lock(&mut self, timeout: Duration) -> Result<LockScope, DbError> {
        lock::acquire(self, timeout)
    }

    fn release_migration_lock(&mut self) -> Result<(), DbError> {
        lock::release(self)
    }

    fn set_statement_timeout(&mut self, timeout: Duration) -> Result<(), DbError> {
        // The server takes 0 for no limit, and no more than this.
        let milliseconds = timeout.as_millis().clamp(1, i32::MAX as u128);
        self.command(&format!("SET statement_timeout = {milliseconds}"))?;
        self.statement_timeout = Some(timeout);
        Ok(())
    }

    fn set_foreign_keys(&mut self, _enforce: bool) -> Result<bool, DbError> {
        Ok(true)
    }

    fn inspector(&mut self) -> Box<dyn Inspector + '_> {
        Box::new(super::inspect::PostgresInspector::new(self))
    }

    fn interrupt_handle(&self) -> InterruptHandle {
        let (address, key) = (self.address.clone(), self.client.key());
        let cancelled = self.cancelled.clone();
        // A server that cannot be reached for this cannot be reached for the statement either.
        Arc::new(move || {
            cancelled.store(true, Ordering::SeqCst);
            drop(open::cancel(&address, key));
        })
    }

    fn on_notice(&mut self, receiver: NoticeReceiver) {
        self.client.receiver = Some(receiver);
    }

    fn server_version(&self) -> Vec<u32> {
        self.version.clone()
    }
}
