use std::time::{Duration, Instant};

use limbec_sql::{DbErrorKind, LockScope};

use super::event::{Event, SharedReporter};
use super::interrupt::Interrupt;
use super::session::{Session, database_error};
use crate::script::host::HostError;

/// How often a run that waits looks whether it shall stop.
const PATIENCE: Duration = Duration::from_millis(500);

/// Lets one process at a time migrate a database.
///
/// A second run waits for the first and then finds what is left to do. How long the lock lasts is
/// the database's affair: on SQLite it is the transaction of one migration, so that each migration
/// takes it anew; elsewhere it belongs to the connection.
#[derive(Debug)]
pub struct MigrationLock {
    timeout: Duration,
    held: bool,
}

impl MigrationLock {
    /// A lock that nobody holds; waiting for it ends after `timeout`.
    pub fn new(timeout: Duration) -> Self {
        Self {
            timeout,
            held: false,
        }
    }

    /// Take the lock, unless it is held already. True where it was taken just now, so that what was
    /// read before must be read again.
    ///
    /// # Errors
    /// Another process holds it for too long; the run was stopped; what the database refuses.
    pub fn acquire(
        &mut self,
        session: &Session,
        reporter: &SharedReporter,
        interrupt: &Interrupt,
    ) -> Result<bool, HostError> {
        if self.held {
            return Ok(false);
        }
        let begun = Instant::now();
        let mut told = false;
        loop {
            let left = self.timeout.saturating_sub(begun.elapsed());
            let Some(acquired) = session.acquire_lock(left.min(PATIENCE)) else {
                return Ok(false);
            };
            match acquired {
                Ok(None) => return Ok(false),
                Ok(Some(LockScope::Transaction)) => return Ok(true),
                Ok(Some(LockScope::Session)) => {
                    self.held = true;
                    return Ok(true);
                }
                Err(error) if error.kind == DbErrorKind::Locked && !left.is_zero() => {
                    if interrupt.is_triggered() {
                        return Err(HostError::Interrupted);
                    }
                    if !std::mem::replace(&mut told, true) {
                        reporter.report(Event::WaitingForLock);
                    }
                }
                Err(error) => {
                    let error = if error.kind == DbErrorKind::Locked {
                        error.with_hint(self.patience_hint())
                    } else {
                        error
                    };
                    session.note(&error);
                    return Err(database_error(error));
                }
            }
        }
    }

    /// Take a lock that outlives transactions before anything is read: what is read then cannot be
    /// changed by others. One that is a transaction is taken by each migration.
    ///
    /// # Errors
    /// As [`MigrationLock::acquire`].
    pub fn acquire_early(
        &mut self,
        session: &Session,
        reporter: &SharedReporter,
        interrupt: &Interrupt,
    ) -> Result<(), HostError> {
        if session.locks_before_reading() {
            self.acquire(session, reporter, interrupt)?;
        }
        Ok(())
    }

    fn patience_hint(&self) -> String {
        format!(
            "waited {} s for the lock; [limbec] lock_timeout in the configuration says how long",
            self.timeout.as_secs()
        )
    }

    /// Give the lock back.
    pub fn release(&mut self, session: &Session) {
        if std::mem::replace(&mut self.held, false) {
            session.release_lock();
        }
    }
}
