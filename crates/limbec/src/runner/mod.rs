//! Running migrations: a session on a database or on a writer of SQL, `env.py` in the interpreter,
//! the steps of a plan, and the version table.

mod connector;
mod env;
mod env_fallback;
mod error;
mod event;
mod headers;
mod interrupt;
mod lock;
mod log;
mod noted;
mod offline;
mod offline_sql;
mod session;
mod version_table;

pub use connector::Connector;
pub(crate) use connector::url_error;
pub use env::{CurrentState, Destination, EnvOptions, RunSummary, StepsFn, run_env};
pub use error::{FailureKind, FailurePlace, RunError, ScriptFailure};
pub use event::{Event, Recorded, Recorder, Reporter, SharedReporter, StepInfo};
pub use headers::InterpretedHeaders;
pub use interrupt::Interrupt;
pub use limbec_sql::db_error::ServerMessage;
pub use lock::MigrationLock;
pub use log::RunLog;
pub use offline::Writer;
pub use offline_sql::{OfflineRenderer, RevisionSql};
pub use session::{Leftover, Session};
pub use version_table::VersionTable;
