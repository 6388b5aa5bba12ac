//! One migrator at a time, on PostgreSQL.
//!
//! An advisory lock of the session: it belongs to the database (another database of the same server
//! has another one of the same number), survives transactions that fail, and ends with the
//! connection, however that ends. It is asked for without waiting, again and again: a statement that
//! waits would hold a snapshot, obey the user's `lock_timeout`, and be in the way of a
//! `CREATE INDEX CONCURRENTLY` of the migrator that holds the lock.
//!
//! The lock must not be given back before the transaction of the migrations has ended, or the next
//! migrator would not see what this one has done. Where it is given back inside of a transaction,
//! that is done when the transaction ends.

use std::time::{Duration, Instant};

use super::connect::PostgresConnection;
use super::wire::TransactionStatus;
use crate::connection::LockScope;
use crate::db_error::{DbError, DbErrorKind, ErrorClass};

/// The number of the lock: the letters "limbec" and "1".
pub const KEY: i64 = 0x006c_696d_6265_6331;

/// How long to wait before the lock is asked for again.
const PAUSE: Duration = Duration::from_millis(25);

/// What a connection knows about the lock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Held {
    /// It does not have it.
    #[default]
    No,
    /// It has it.
    Yes,
    /// It has it until the transaction ends.
    UntilEnd,
}

/// Takes the lock, waiting up to `timeout`.
///
/// # Errors
/// [`DbErrorKind::Locked`] when the wait was in vain; what the server says.
pub(super) fn acquire(
    connection: &mut PostgresConnection,
    timeout: Duration,
) -> Result<LockScope, DbError> {
    if connection.held != Held::No {
        connection.held = Held::Yes;
        return Ok(LockScope::Session);
    }
    let begun = Instant::now();
    let ask = format!("SELECT pg_catalog.pg_try_advisory_lock({KEY})");
    while !connection.flag(&ask)? {
        if begun.elapsed() >= timeout {
            return Err(in_vain(connection));
        }
        std::thread::sleep(PAUSE.min(timeout));
    }
    connection.held = Held::Yes;
    Ok(LockScope::Session)
}

fn in_vain(connection: &mut PostgresConnection) -> DbError {
    let error = DbError::new(
        "psycopg2.errors",
        ErrorClass::Operational,
        "canceling statement due to lock timeout\n",
    )
    .with_code(0, "55P03", DbErrorKind::Locked);
    let holder = holder(connection).unwrap_or_else(|| "another process".to_owned());
    error.with_hint(format!(
        "{holder} is migrating this database: wait until it is done"
    ))
}

/// Who holds the lock, as far as this role may see it.
fn holder(connection: &mut PostgresConnection) -> Option<String> {
    let (high, low) = (KEY >> 32, KEY & 0xffff_ffff);
    let sql = format!(
        "SELECT 'server process ' || a.pid || coalesce(' of ' || a.usename, '') || \
         coalesce(' from ' || a.client_addr, '') FROM pg_catalog.pg_locks l \
         JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' \
         AND l.classid = {high} AND l.objid = {low} AND l.granted \
         AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())"
    );
    connection.text(&sql).ok().flatten()
}

/// Gives the lock back, now or when the transaction ends.
pub(super) fn release(connection: &mut PostgresConnection) -> Result<(), DbError> {
    if connection.held == Held::No {
        return Ok(());
    }
    if connection.status() != TransactionStatus::Idle {
        connection.held = Held::UntilEnd;
        return Ok(());
    }
    connection.held = Held::No;
    connection
        .flag(&format!("SELECT pg_catalog.pg_advisory_unlock({KEY})"))
        .map(drop)
}
