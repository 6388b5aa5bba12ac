//! How long a statement may run on SQLite, which has no setting for it but asks, every so many steps, whether to go on.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::db_error::{DbError, DbErrorKind};

/// How many steps of SQLite's machine lie between two looks at the clock: about 10 µs of work.
const STEPS: i32 = 1000;

/// The limit of a connection, and when the statement that runs now is over it.
pub(super) struct StatementLimit {
    duration: Duration,
    end: Arc<Mutex<Option<Instant>>>,
}

impl StatementLimit {
    /// Sets the limit of a connection.
    ///
    /// # Errors
    /// What SQLite says.
    pub(super) fn set(
        raw: &mut rusqlite::Connection,
        duration: Duration,
    ) -> rusqlite::Result<Self> {
        let end = Arc::new(Mutex::new(None));
        let watched = end.clone();
        raw.progress_handler(STEPS, Some(move || is_over(&watched)))?;
        Ok(Self { duration, end })
    }

    /// A statement begins.
    pub(super) fn begin(&self) {
        self.end_at(Instant::now().checked_add(self.duration));
    }

    /// It has ended; its error, where that was the limit's doing, says so.
    pub(super) fn end<T>(&self, ran: Result<T, DbError>) -> Result<T, DbError> {
        let over = is_over(&self.end);
        self.end_at(None);
        ran.map_err(|error| match error.kind {
            DbErrorKind::Interrupted if over => error.timed_out(self.duration),
            _ => error,
        })
    }

    fn end_at(&self, end: Option<Instant>) {
        *self.end.lock().unwrap_or_else(PoisonError::into_inner) = end;
    }
}

fn is_over(end: &Mutex<Option<Instant>>) -> bool {
    let end = *end.lock().unwrap_or_else(PoisonError::into_inner);
    end.is_some_and(|end| Instant::now() >= end)
}
