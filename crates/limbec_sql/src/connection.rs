//! A connection to a database, the same for every database, and what it answers.

use std::sync::Arc;
use std::time::Duration;

use limbec_schema::{Literal, Table};

use crate::db_error::{DbError, ServerMessage};
use crate::dialect::Dialect;
use crate::inspect::{InspectError, Inspector};
use crate::scratch::{Declared, ScriptError, ScriptPlace};
use crate::statement::Statement;
use crate::url::{Url, UrlError};

/// A column of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnInfo {
    /// The name, as the cursor's description gives it.
    pub name: String,
    /// The type that the column was declared with, where the result column is a table's column.
    pub decl_type: Option<String>,
}

/// What a statement answered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// The columns of the result; empty where the statement returns no rows.
    pub columns: Vec<ColumnInfo>,
    /// The rows, as the database stores the values: converting them to the types of the columns is
    /// the work of the layer that knows these types.
    pub rows: Vec<Vec<Literal>>,
    /// How many rows an INSERT, UPDATE or DELETE touched; -1 where that has no meaning, as in
    /// Python's database interface.
    pub rowcount: i64,
    /// The key of the last row inserted, where the database tells it.
    pub lastrowid: Option<i64>,
}

impl Outcome {
    /// Whether the statement is one that returns rows, even if there are none.
    pub fn returns_rows(&self) -> bool {
        !self.columns.is_empty()
    }

    /// The first column of the first row.
    pub fn scalar(&self) -> Option<&Literal> {
        self.rows.first().and_then(|row| row.first())
    }
}

/// How long a migration lock holds, which tells the runner what it must do between its steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockScope {
    /// The lock is the open transaction itself: it ends with it, and the next step takes it again.
    /// What was read before must then be read again.
    Transaction,
    /// The lock belongs to the connection and outlives transactions.
    Session,
}

/// Takes what a server says beside its answers: notices and warnings, as they come.
pub type NoticeReceiver = Box<dyn FnMut(ServerMessage)>;

/// What holds for the transactions that a connection begins from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Characteristic {
    /// The isolation level, in the words of SQL: `REPEATABLE READ`.
    Isolation(String),
    /// Whether they may only read.
    ReadOnly(bool),
    /// Whether they wait for a snapshot that needs no checks.
    Deferrable(bool),
}

/// Ends the statement that a connection is running, from any thread.
pub type InterruptHandle = Arc<dyn Fn() + Send + Sync>;

/// What a connection will be asked for next; see [`Connection::send_ahead`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ahead<'a> {
    /// [`Connection::commit`].
    Commit,
    /// [`Connection::begin`].
    Begin,
    /// [`Connection::execute`] of a statement without parameters.
    Statement(&'a str),
}

/// A connection to a database.
///
/// Nothing is implicit: without [`Connection::begin`] every statement commits itself.
pub trait Connection {
    /// The database, as the compilers see it.
    fn dialect(&self) -> &'static dyn Dialect;

    /// Runs one statement and reads all of its rows.
    ///
    /// # Errors
    /// What the database says, in the words and classes of the Python driver that SQLAlchemy uses.
    fn execute(&mut self, statement: &Statement) -> Result<Outcome, DbError>;

    /// Runs a text of several statements, which have no parameters and whose rows are not read
    /// (`executescript` of Python's `sqlite3`, without its COMMIT).
    ///
    /// # Errors
    /// The first statement that fails; those before it have run.
    fn execute_script(&mut self, sql: &str) -> Result<(), DbError>;

    /// Begins a transaction that may write. On SQLite this takes the write lock at once
    /// (`BEGIN IMMEDIATE`), so that a migration cannot fail half-way because another process wrote.
    ///
    /// # Errors
    /// The database is locked, read-only or gone, or a transaction is open already.
    fn begin(&mut self) -> Result<(), DbError>;

    /// Commits the transaction.
    ///
    /// # Errors
    /// What the database says, such as a deferred foreign key that does not hold.
    fn commit(&mut self) -> Result<(), DbError>;

    /// Rolls the transaction back; without one it does nothing.
    ///
    /// # Errors
    /// What the database says.
    fn rollback(&mut self) -> Result<(), DbError>;

    /// Whether a transaction is open, by whatever statement it was begun.
    fn in_transaction(&self) -> bool;

    /// Says what will be asked for next, one by one and in this order, so that a connection to a
    /// server can send all of it at once and wait once for the way there and back. Each call still
    /// answers what it would have answered without this. A rollback may come at any point instead
    /// (a commit that was said has happened by then), and nothing else may.
    ///
    /// What is said must end inside of a transaction: should one of the calls fail, those behind it
    /// may have run by then, in a transaction that is rolled back.
    fn send_ahead(&mut self, _coming: &[Ahead<'_>]) {}

    /// Whether a statement must stand inside the transaction that a script has begun. The Python
    /// drivers begin one before whatever is sent; a database where looking takes a lock, or where
    /// some statements mean something else inside one, says otherwise.
    fn needs_transaction(&self, _sql: &str) -> bool {
        true
    }

    /// Sets what holds for the transactions from now on; none is open.
    ///
    /// # Errors
    /// What the database says.
    fn set_characteristic(&mut self, _characteristic: &Characteristic) -> Result<(), DbError> {
        Ok(())
    }

    /// Sets a savepoint.
    ///
    /// # Errors
    /// What the database says.
    fn savepoint(&mut self, name: &str) -> Result<(), DbError> {
        let name = self.dialect().quote(name);
        self.execute(&Statement::new(format!("SAVEPOINT {name}")))
            .map(drop)
    }

    /// Forgets a savepoint and keeps what was done since.
    ///
    /// # Errors
    /// What the database says.
    fn release_savepoint(&mut self, name: &str) -> Result<(), DbError> {
        let name = self.dialect().quote(name);
        self.execute(&Statement::new(format!("RELEASE SAVEPOINT {name}")))
            .map(drop)
    }

    /// Undoes what was done since a savepoint.
    ///
    /// # Errors
    /// What the database says.
    fn rollback_to_savepoint(&mut self, name: &str) -> Result<(), DbError> {
        let name = self.dialect().quote(name);
        self.execute(&Statement::new(format!("ROLLBACK TO SAVEPOINT {name}")))
            .map(drop)
    }

    /// Takes the lock that lets one process migrate at a time, waiting up to `timeout`.
    ///
    /// # Errors
    /// Another process holds it longer than that, or what the database says.
    fn acquire_migration_lock(&mut self, timeout: Duration) -> Result<LockScope, DbError>;

    /// How long that lock holds. One that outlives transactions is taken before anything is read.
    fn migration_lock_scope(&self) -> LockScope;

    /// Gives the migration lock back. Where the lock is the transaction, that is its commit or its
    /// rollback, and this does nothing.
    ///
    /// # Errors
    /// What the database says.
    fn release_migration_lock(&mut self) -> Result<(), DbError>;

    /// Many transactions follow: a database that can makes ready for them, until [`Connection::series_done`].
    fn series_begins(&mut self) {}

    /// They are done.
    fn series_done(&mut self) {}

    /// Ends each statement that runs longer than this, from now on; it then fails with
    /// [`DbErrorKind::TimedOut`](crate::db_error::DbErrorKind::TimedOut). Waiting for the migration lock is no statement.
    ///
    /// # Errors
    /// What the database says.
    fn set_statement_timeout(&mut self, timeout: Duration) -> Result<(), DbError>;

    /// Switches the enforcement of foreign keys on or off for this connection, also inside a
    /// transaction, and answers how it was. A database that has no such switch answers `true` and
    /// changes nothing.
    ///
    /// # Errors
    /// What the database says.
    fn set_foreign_keys(&mut self, enforce: bool) -> Result<bool, DbError>;

    /// What reads the schema. It keeps nothing between calls: every answer is read anew, so that a
    /// migration sees what it did. (SQLAlchemy's `Inspector` object caches; who presents one to
    /// scripts keeps that cache.)
    fn inspector(&mut self) -> Box<dyn Inspector + '_>;

    /// The tables as models would declare them: what the database has made by itself for a column,
    /// such as the default that counts a SERIAL, is left out.
    ///
    /// # Errors
    /// What the database says.
    fn declared_tables(&mut self, schema: Option<&str>) -> Result<Vec<Table>, InspectError> {
        let found = self.inspector().reflect_all(schema)?;
        Ok(found.tables.into_values().collect())
    }

    /// Applies a script of CREATE statements, reads what it has made, and undoes it. Nothing of it stays, whatever
    /// happens. The tables that the script makes without naming a schema are those of the answer.
    ///
    /// # Errors
    /// What the database says; a script that leaves its place.
    fn declared_by_script(
        &mut self,
        sql: &str,
        place: ScriptPlace,
    ) -> Result<Declared, ScriptError>;

    /// Something that ends a running statement when Ctrl-C is pressed; the statement then fails
    /// with [`DbErrorKind::Interrupted`](crate::db_error::DbErrorKind::Interrupted).
    fn interrupt_handle(&self) -> InterruptHandle;

    /// Hands over what the server says beside its answers (`RAISE NOTICE`) while a statement runs.
    /// Without a receiver it is dropped, as under Alembic; a database that says nothing does
    /// nothing.
    fn on_notice(&mut self, receiver: NoticeReceiver) {
        drop(receiver);
    }

    /// The version of the server, in numbers.
    fn server_version(&self) -> Vec<u32>;
}

/// Why a connection could not be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ConnectError {
    /// The URL.
    #[error(transparent)]
    Url(#[from] UrlError),
    /// The database.
    #[error(transparent)]
    Database(#[from] DbError),
    /// A database to which this build of Limbec cannot connect.
    #[error("Limbec cannot connect to {0} databases{because}; offline mode (--sql) works", because = missing(.0))]
    NoDriver(String),
}

/// Why: it is left out of this build, or not there yet.
fn missing(dialect: &str) -> &'static str {
    match dialect {
        "sqlite" => ": this build is without its feature sqlite",
        "postgresql" => ": this build is without its feature postgres",
        _ => " yet",
    }
}

/// Connects to the database of a URL. Nothing is read or written yet.
///
/// # Errors
/// A URL that means nothing, or a database that cannot be opened or reached.
pub fn connect(url: &Url) -> Result<Box<dyn Connection>, ConnectError> {
    connect_within(url, None)
}

/// The same; with a `patience`, only to see whether the database is there: the file of a SQLite database is not made, and
/// neither a server nor a lock is waited for longer than that, unless the URL says how long.
///
/// # Errors
/// As [`connect`].
#[cfg_attr(
    not(any(feature = "sqlite", feature = "postgres")),
    allow(unused_variables, reason = "only connections need it")
)]
pub fn connect_within(
    url: &Url,
    patience: Option<Duration>,
) -> Result<Box<dyn Connection>, ConnectError> {
    match url.dialect()?.name() {
        #[cfg(feature = "sqlite")]
        "sqlite" => crate::sqlite::connect(url, patience),
        #[cfg(feature = "postgres")]
        "postgresql" => crate::postgres::connect(url, patience),
        other => Err(ConnectError::NoDriver(other.to_owned())),
    }
}
