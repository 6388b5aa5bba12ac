//! Running migrations: a session on a database or on a writer of SQL, `env.py` in the interpreter,
//! the steps of a plan, and the version table.

mod actual;
#[cfg(feature = "python")]
mod connector;
#[cfg(feature = "python")]
mod env;
#[cfg(feature = "python")]
mod env_fallback;
mod error;
mod event;
#[cfg(feature = "python")]
mod headers;
mod interrupt;
mod lock;
#[cfg(feature = "python")]
mod log;
mod noted;
mod offline;
#[cfg(feature = "python")]
mod offline_python;
mod offline_sql;
mod options;
mod plain;
mod plain_error;
mod plain_generation;
mod session;
mod sql_step;
mod sql_text;
pub(crate) mod steps;
mod version_table;
#[cfg(not(feature = "python"))]
mod without_python;

pub(crate) use actual::Database;
#[cfg(feature = "python")]
pub use connector::Connector;
#[cfg(feature = "python")]
pub(crate) use connector::url_error;
#[cfg(feature = "python")]
pub use env::run_env;
pub use error::{FailureKind, FailurePlace, RunError, ScriptFailure};
pub use event::{Event, Recorded, Recorder, Reporter, SharedReporter, StepInfo};
#[cfg(feature = "python")]
pub use headers::InterpretedHeaders;
pub use interrupt::Interrupt;
pub use limbec_sql::db_error::{DbErrorKind, ServerMessage};
pub use lock::MigrationLock;
#[cfg(feature = "python")]
pub use log::RunLog;
pub use offline::Writer;
pub use offline_sql::{Absence, OfflineRenderer, RevisionSql};
pub(crate) use options::LookFn;
pub use options::{CurrentState, Destination, EnvOptions, RunSummary, StepsFn};
pub(crate) use plain::run_plain;
pub(crate) use plain_error::connect_error;
pub use session::{Leftover, Session};
pub use version_table::VersionTable;
#[cfg(not(feature = "python"))]
pub use without_python::{InterpretedHeaders, RunLog, run_env};
