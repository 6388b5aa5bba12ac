//! One migrator at a time, on SQLite.
//!
//! SQLite has no advisory locks, and a lock file beside the database would be one more thing to
//! clean up after a crash and would not be seen through another mount of the same file. What
//! SQLite does have is one writer at a time: `BEGIN IMMEDIATE` takes that place at once. So the lock
//! is the transaction of the migration itself, and the rule for its user is:
//!
//! 1. acquire the lock, which begins a transaction;
//! 2. read the version table *inside* it, and plan from what was read;
//! 3. run the migration, change the version table, commit: the lock ends;
//! 4. for the next migration acquire again, and check that the version table still says what the
//!    last step wrote. If it does not, another migrator came between: plan anew.
//!
//! A process that dies leaves no lock behind, because its transaction dies with it. A process that
//! waits is told `database is locked` after its timeout, as any writer is.

use std::time::Duration;

use super::connect::SqliteConnection;
use super::error::from_rusqlite;
use crate::connection::{Connection, LockScope};
use crate::db_error::{DbError, DbErrorKind};

/// Takes the place of the writer, waiting for others up to `timeout`.
///
/// # Errors
/// `database is locked` when the wait was in vain; a read-only database.
pub(super) fn acquire(
    connection: &mut SqliteConnection,
    timeout: Duration,
) -> Result<LockScope, DbError> {
    let usual = connection.busy_timeout();
    connection
        .raw()
        .busy_timeout(timeout)
        .map_err(from_rusqlite)?;
    let begun = connection.begin();
    connection
        .raw()
        .busy_timeout(usual)
        .map_err(from_rusqlite)?;
    match begun {
        Ok(()) => Ok(LockScope::Transaction),
        Err(error) if error.kind == DbErrorKind::Locked => Err(error.with_hint(
            "another process is writing to this database: wait until it is done, or look for a \
             migration or an application that holds a transaction open",
        )),
        Err(error) => Err(error),
    }
}
