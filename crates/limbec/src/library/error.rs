//! Errors as programs tell them apart.

use limbec_graph::GraphError;
use limbec_sql::db_error::DbErrorKind;
use thiserror::Error as ThisError;

use crate::commands::CommandError;
use crate::config::ConfigError;
use crate::runner::{RunError, ScriptFailure};
use crate::script::ScriptError;

/// Why a call of the library failed.
///
/// ```
/// use limbec::{Error, Limbec};
///
/// match Limbec::open("no/such/alembic.ini") {
///     Err(Error::Config(error)) => assert!(error.to_string().contains("script_location")),
///     other => panic!("{other:?}"),
/// }
/// ```
#[derive(Debug, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// The configuration: a file or an option.
    #[error(transparent)]
    Config(ConfigError),
    /// The graph of revisions: a target that does not exist, several heads where one is wanted, a history that does not
    /// hang together.
    #[error(transparent)]
    History(GraphError),
    /// A script that cannot be read.
    #[error(transparent)]
    Script(ScriptError),
    /// A migration failed. What it did has been rolled back, but for what [`ScriptFailure::leftover`] lists.
    #[error("{} failed: {}", step(.0), .0.summary())]
    Migration(Box<ScriptFailure>),
    /// Another program migrates the same database, for longer than was to be waited.
    #[error("another migration holds the lock: {message}")]
    Locked {
        /// What the database says.
        message: String,
    },
    /// The database cannot be reached, or refuses.
    #[error("{message}")]
    Database {
        /// What the database says.
        message: String,
        /// What kind of trouble it is.
        kind: DbErrorKind,
        /// What to do about it.
        hints: Vec<String>,
    },
    /// The run was stopped from outside; what was not committed has been rolled back.
    #[error("interrupted")]
    Interrupted,
    /// Anything else, in the words of the command line.
    #[error(transparent)]
    Command(CommandError),
}

fn step(failure: &ScriptFailure) -> &str {
    failure.step.as_deref().unwrap_or("env.py")
}

impl Error {
    #[cfg(feature = "python")]
    pub(super) fn thread(error: &std::io::Error) -> Self {
        Self::Command(CommandError::refused(format!(
            "cannot start a thread: {error}"
        )))
    }
}

impl From<CommandError> for Error {
    fn from(error: CommandError) -> Self {
        match error {
            CommandError::Run(error) => of_run(error),
            CommandError::Script(ScriptError::Config(error)) => Self::Config(error),
            CommandError::Script(ScriptError::Graph(error)) => Self::History(error),
            CommandError::Script(error) => Self::Script(error),
            error => Self::Command(error),
        }
    }
}

fn of_run(error: RunError) -> Error {
    match error {
        RunError::Config(error) => Error::Config(error),
        RunError::Graph(error) => Error::History(error),
        RunError::Scripts(error) => Error::Script(*error),
        RunError::Script(failure) => Error::Migration(failure),
        RunError::Interrupted { .. } => Error::Interrupted,
        RunError::Database {
            kind: DbErrorKind::Locked,
            message,
            ..
        } => Error::Locked { message },
        RunError::Database {
            kind,
            message,
            hints,
            ..
        } => Error::Database {
            message,
            kind,
            hints,
        },
        error @ (RunError::Command { .. } | RunError::Io { .. } | RunError::Exit { .. }) => {
            Error::Command(CommandError::Run(error))
        }
    }
}
