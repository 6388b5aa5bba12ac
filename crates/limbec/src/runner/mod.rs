//! Running migrations: a session on a database or on a writer of SQL, `env.py` in the interpreter,
//! the steps of a plan, and the version table.

mod error;
mod event;
mod offline;
mod session;
mod version_table;

pub use error::{FailureKind, FailurePlace, RunError, ScriptFailure};
pub use event::{Event, Recorded, Recorder, Reporter, SharedReporter, StepInfo};
pub use offline::Writer;
pub use session::Session;
pub use version_table::VersionTable;
