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
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use limbec::{Embedded, EmbeddedScript};
/// # static MIGRATIONS: Embedded = Embedded::new("migrations", &[EmbeddedScript { name: "a.sql", source:
/// #     "-- users\n-- revision: 3f2a\n-- down_revision: none\n-- limbec:upgrade\nCREATE TABLE t (id INTEGER);\nDROP TABLE u;\n" }]);
/// # let folder = tempfile::tempdir()?;
/// # let url = format!("sqlite:///{}", folder.path().join("app.db").display());
/// use limbec::{DbErrorKind, Error, Limbec};
///
/// // MIGRATIONS is limbec::embed!("migrations"); the second statement of its only script drops a table that is not there.
/// let limbec = Limbec::embedded(&MIGRATIONS, url).build()?;
/// match limbec.upgrade("head") {
///     Ok(steps) => println!("{} migrations", steps.len()),
///     Err(Error::Locked { message }) => println!("later: {message}"),
///     Err(Error::Database { kind: DbErrorKind::CannotConnect, message, .. }) => println!("is it up? {message}"),
///     Err(Error::Migration(failure)) => {
///         assert_eq!(failure.message, "no such table: u");
///         let place = failure.place.ok_or("a place")?;
///         assert_eq!((&place.file[..], place.line), ("migrations/versions/a.sql", 6));
///     }
///     Err(other) => return Err(other.into()),
/// }
/// assert!(limbec.current()?.is_empty(), "all of the migration has been rolled back");
/// # Ok(())
/// # }
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
