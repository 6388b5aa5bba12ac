//! The side of a session that has a database.

use std::cell::RefCell;
use std::rc::Rc;

use limbec_sql::connection::Connection;
use limbec_sql::db_error::DbError;
use limbec_sql::{Dialect, Statement};

use super::errors::database_error;
use crate::script::host::{HostError, Outcome, OutcomeColumn, TransactionCommand};

/// A connection and what SQLAlchemy's transaction model knows about it.
pub(super) struct Online {
    pub connection: Box<dyn Connection>,
    /// A transaction has begun as far as the script is concerned. The database may not know yet:
    /// SQLAlchemy begins one for every statement, and a lock that a mere look would take, or a
    /// PRAGMA that a transaction would disable, are not what the script asked for.
    pub begun: bool,
    /// `isolation_level="AUTOCOMMIT"`: transactions are begun in name only.
    pub autocommit: bool,
    pub closed: bool,
    pub hints: Rc<RefCell<Vec<String>>>,
}

impl Online {
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
            self.hints.borrow_mut().clone_from(&error.hints);
            database_error(error)
        })
    }

    /// Begin the transaction that has only begun in name.
    pub fn begin_for_statement(&mut self) -> Result<(), HostError> {
        if self.begun && !self.autocommit && !self.connection.in_transaction() {
            let begun = self.connection.begin();
            self.checked(begun)?;
        }
        Ok(())
    }

    pub fn send(&mut self, statement: &Statement) -> Result<Outcome, HostError> {
        self.check_open()?;
        if needs_transaction(&statement.sql) {
            self.begin_for_statement()?;
        }
        if let Some(enforce) = foreign_key_pragma(self.connection.dialect(), &statement.sql) {
            // Inside a transaction SQLite ignores the PRAGMA without a word; the connection has a
            // way that it does not ignore.
            let switched = self.connection.set_foreign_keys(enforce);
            self.checked(switched)?;
        }
        let outcome = self.connection.execute(statement);
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

    pub fn transaction(&mut self, command: &TransactionCommand) -> Result<(), HostError> {
        self.check_open()?;
        let connection = &mut *self.connection;
        let done = match command {
            TransactionCommand::Begin => {
                self.begun = true;
                Ok(())
            }
            TransactionCommand::Commit => {
                self.begun = false;
                if connection.in_transaction() {
                    connection.commit()
                } else {
                    Ok(())
                }
            }
            TransactionCommand::Rollback => {
                self.begun = false;
                if connection.in_transaction() {
                    connection.rollback()
                } else {
                    Ok(())
                }
            }
            TransactionCommand::Savepoint(name) => {
                // A savepoint outside of a transaction would be a transaction of its own, and its
                // release a commit.
                let begin = if self.autocommit || connection.in_transaction() {
                    Ok(())
                } else {
                    connection.begin()
                };
                self.begun = true;
                begin.and_then(|()| connection.savepoint(name))
            }
            TransactionCommand::ReleaseSavepoint(name) => connection.release_savepoint(name),
            TransactionCommand::RollbackToSavepoint(name) => connection.rollback_to_savepoint(name),
        };
        self.checked(done)
    }
}

/// Whether a statement must stand inside the transaction that the script has begun. Looking does
/// not need one, and the rest of these cannot run inside one or mean something else there.
fn needs_transaction(sql: &str) -> bool {
    const OUTSIDE: [&str; 7] = [
        "SELECT", "PRAGMA", "EXPLAIN", "VACUUM", "ATTACH", "DETACH", "VALUES",
    ];
    let word: String = sql
        .trim_start()
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    !OUTSIDE.contains(&word.to_ascii_uppercase().as_str())
}

/// The setting of `PRAGMA foreign_keys = ...` on SQLite.
fn foreign_key_pragma(dialect: &dyn Dialect, sql: &str) -> Option<bool> {
    if dialect.name() != "sqlite" {
        return None;
    }
    let text = sql.trim().trim_end_matches(';').to_ascii_lowercase();
    let rest = text.strip_prefix("pragma")?.trim_start();
    let rest = rest.strip_prefix("foreign_keys")?.trim_start();
    let value = rest
        .strip_prefix('=')
        .or_else(|| rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')))?;
    match value.trim().trim_matches('\'') {
        "on" | "1" | "true" | "yes" => Some(true),
        "off" | "0" | "false" | "no" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    pub fn looking_needs_no_transaction() {
        assert!(!needs_transaction("\n  select 1"));
        assert!(!needs_transaction("PRAGMA table_info(x)"));
        assert!(needs_transaction("\nCREATE TABLE t (a INTEGER)"));
        assert!(needs_transaction("WITH x AS (SELECT 1) DELETE FROM t"));
    }

    #[test]
    pub fn the_foreign_key_pragma_is_understood_in_all_its_forms() {
        let sqlite = limbec_sql::dialect("sqlite").unwrap();
        for (sql, setting) in [
            ("PRAGMA foreign_keys=OFF", Some(false)),
            ("pragma foreign_keys = 1;", Some(true)),
            ("PRAGMA foreign_keys(on)", Some(true)),
            ("PRAGMA foreign_keys", None),
            ("PRAGMA foreign_key_check", None),
        ] {
            assert_eq!(foreign_key_pragma(sqlite, sql), setting, "{sql}");
        }
        let postgresql = limbec_sql::dialect("postgresql").unwrap();
        assert_eq!(
            foreign_key_pragma(postgresql, "PRAGMA foreign_keys=OFF"),
            None
        );
    }
}
