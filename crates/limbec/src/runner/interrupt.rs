use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use limbec_sql::InterruptHandle;

/// Stops a run from outside, for Ctrl-C.
///
/// A script stops before its next call, and the statement that a database is working on is ended;
/// the run then rolls back and reports that it was interrupted.
#[derive(Clone, Default)]
pub struct Interrupt {
    flag: Arc<AtomicBool>,
    handles: Arc<Mutex<Vec<InterruptHandle>>>,
}

impl Interrupt {
    /// A switch that nobody has pulled.
    pub fn new() -> Self {
        Self::default()
    }

    /// Stop the run. May be called from any thread, and more than once.
    pub fn trigger(&self) {
        self.flag.store(true, Ordering::Relaxed);
        let handles = match self.handles.lock() {
            Ok(handles) => handles,
            Err(poisoned) => poisoned.into_inner(),
        };
        for handle in handles.iter() {
            handle();
        }
    }

    /// Whether the run shall stop.
    pub fn is_triggered(&self) -> bool {
        self.flag.load(Ordering::Relaxed)
    }

    /// The flag that the interpreter looks at.
    #[cfg(feature = "python")]
    pub(crate) fn flag(&self) -> Arc<AtomicBool> {
        self.flag.clone()
    }

    /// The connections that were watched are closed: there is nothing to end any more.
    pub(crate) fn forget(&self) {
        match self.handles.lock() {
            Ok(mut handles) => handles.clear(),
            Err(poisoned) => poisoned.into_inner().clear(),
        }
    }

    /// End the statements of this connection as well.
    pub(crate) fn watch(&self, handle: InterruptHandle) {
        let mut handles = match self.handles.lock() {
            Ok(handles) => handles,
            Err(poisoned) => poisoned.into_inner(),
        };
        handles.push(handle);
    }
}

impl std::fmt::Debug for Interrupt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Interrupt")
            .field("triggered", &self.is_triggered())
            .finish_non_exhaustive()
    }
}
