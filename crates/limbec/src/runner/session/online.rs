//! The side of a session that has a database.

use limbec_sql::Statement;
use limbec_sql::connection::{self, Ahead, Connection};
use limbec_sql::db_error::{DbError, DbErrorKind};

use super::errors::database_error;
use super::journal::Journal;
use crate::runner::noted::LastErrors;
use crate::script::host::{HostError, Outcome, OutcomeColumn, TransactionCommand};

/// Why a statement of a script in SQL has not run.
#[derive(Debug)]
pub(in crate::runner) enum SqlRefusal {
    /// The database refuses it.
    Database(Box<DbError>),
    /// It could not be sent.
    Host(HostError),
}

impl From<DbError> for SqlRefusal {
    fn from(error: DbError) -> Self {
        Self::Database(Box::new(error))
    }
}

/// A connection and what SQLAlchemy's transaction model knows about it.
pub(super) struct Online {
    pub connection: Box<dyn Connection>,
    /// A transaction has begun as far as the script is concerned. The database may not know yet:
    /// SQLAlchemy begins one for every statement, and a lock that a mere look would take, or a
    /// PRAGMA that a transaction would disable, are not what the script asked for.
    pub begun: bool,
    /// The database has been told of it. A driver that remembers this begins no second one where
    /// the script has sent a `COMMIT` itself: what follows then commits itself, statement by
    /// statement.
    told: bool,
    /// The driver asks the server instead of remembering.
    asks: bool,
    /// `isolation_level="AUTOCOMMIT"`: transactions are begun in name only.
    pub autocommit: bool,
    /// The isolation level that was asked for.
    pub isolation: Option<String>,
    pub closed: bool,
    pub journal: Journal,
    pub last_errors: LastErrors,
}

impl Online {
    pub fn new(connection: Box<dyn Connection>, driver: &str, last_errors: LastErrors) -> Self {
        Self {
            begun: false,
            told: false,
            asks: connection.dialect().driver_asks_for_transaction(driver),
            autocommit: false,
            isolation: None,
            closed: false,
            journal: Journal::default(),
            connection,
            last_errors,
        }
    }

    pub fn check_open(&self) -> Result<(), HostError> {
        if self.closed {
            return Err(HostError::Exception {
                class: "sqlalchemy.exc.ResourceClosedError",
                message: "This Connection is closed".to_owned(),
            });
        }
        Ok(())
    }

    /// The error as scripts see it; what to do about it is kept for whoever shows it.
    pub fn checked<T>(&self, done: Result<T, DbError>) -> Result<T, HostError> {
        done.map_err(|error| {
            self.last_errors.note(&error);
            database_error(error)
        })
    }

    /// Begin the transaction that has only begun in name.
    pub fn begin_for_statement(&mut self) -> Result<(), HostError> {
        let begun = self.begin_if_named();
        self.checked(begun)
    }

    fn begin_if_named(&mut self) -> Result<(), DbError> {
        let wanted = self.begun && !self.autocommit && (self.asks || !self.told);
        if wanted && !self.connection.in_transaction() {
            self.connection.begin()?;
            self.told = true;
        }
        Ok(())
    }

    /// Send a statement of a script in SQL; its rows are of no interest.
    pub fn send_sql(&mut self, sql: &str) -> Result<(), SqlRefusal> {
        self.check_open().map_err(SqlRefusal::Host)?;
        self.try_send(&Statement::new(sql))?;
        Ok(())
    }

    /// Say what will be sent next.
    pub fn send_ahead(&mut self, coming: &[Ahead<'_>]) {
        if !self.closed && !self.autocommit {
            self.connection.send_ahead(coming);
        }
    }

    fn try_send(&mut self, statement: &Statement) -> Result<connection::Outcome, DbError> {
        if self.connection.needs_transaction(&statement.sql) {
            self.begin_if_named()?;
        }
        let before = self.connection.in_transaction();
        let outcome = self.connection.execute(statement)?;
        self.ran(&statement.sql, before);
        Ok(outcome)
    }

    pub fn send(&mut self, statement: &Statement) -> Result<Outcome, HostError> {
        self.check_open()?;
        let outcome = self.try_send(statement);
        let outcome = self.checked(outcome)?;
        Ok(Outcome {
            columns: outcome
                .columns
                .into_iter()
                .map(|column| OutcomeColumn {
                    name: column.name,
                    declared: column.decl_type,
                })
                .collect(),
            rows: outcome.rows,
            rowcount: outcome.rowcount,
            lastrowid: outcome.lastrowid,
        })
    }

    /// Note a statement that has run.
    pub fn ran(&mut self, sql: &str, before: bool) {
        let after = self.connection.in_transaction();
        self.journal.ran(sql, before, after);
    }

    pub fn transaction(&mut self, command: &TransactionCommand) -> Result<(), HostError> {
        self.check_open()?;
        match command {
            TransactionCommand::Begin => {
                self.begun = true;
                Ok(())
            }
            TransactionCommand::Commit => self.end(true),
            TransactionCommand::Rollback => self.end(false),
            TransactionCommand::Savepoint(name) => {
                // A savepoint outside of a transaction would be a transaction of its own, and its
                // release a commit.
                self.begun = true;
                self.begin_for_statement()?;
                let set = self.connection.savepoint(name);
                self.journal.savepoint(name);
                self.checked(set)
            }
            TransactionCommand::ReleaseSavepoint(name) => {
                let released = self.connection.release_savepoint(name);
                self.checked(released)
            }
            TransactionCommand::RollbackToSavepoint(name) => {
                let undone = self.connection.rollback_to_savepoint(name);
                self.journal.rolled_back_to(name);
                self.checked(undone)
            }
        }
    }

    /// End the transaction, where the driver knows of one.
    fn end(&mut self, commit: bool) -> Result<(), HostError> {
        self.begun = false;
        let known = std::mem::replace(&mut self.told, false) || self.asks;
        if !known || !self.connection.in_transaction() {
            return Ok(());
        }
        let ended = if commit {
            self.connection.commit()
        } else {
            self.connection.rollback()
        };
        let lost = |error: &DbError| error.kind == DbErrorKind::ConnectionLost;
        if commit && ended.is_ok() {
            self.journal.committed();
        } else if commit && ended.as_ref().is_err_and(lost) {
            self.journal.commit_unanswered();
        } else if !self.connection.in_transaction() {
            self.journal.rolled_back();
        }
        self.checked(ended)
    }

    /// The lock of the database has begun the transaction.
    pub fn begin_was_sent(&mut self) {
        self.begun = true;
        self.told = true;
    }

    /// The connection is not used any more: what was not committed is lost with it, as in
    /// SQLAlchemy. An error of this rollback would hide the one that led here.
    pub fn close(&mut self) {
        if self.closed {
            return;
        }
        self.begun = false;
        self.told = false;
        let _ = self.connection.rollback();
        self.journal.rolled_back();
        // The lock ends with the connection in any case.
        let _ = self.connection.release_migration_lock();
        self.closed = true;
    }
}
