use std::path::PathBuf;

use limbec_graph::GraphError;
use limbec_sql::db_error::{DbErrorKind, ServerMessage};
use thiserror::Error;

use super::noted::Noted;
use super::session::Leftover;
use crate::config::ConfigError;
use crate::script::ScriptError;

/// Why a run stopped.
#[derive(Debug, Error)]
pub enum RunError {
    /// What Alembic reports as a `CommandError`.
    #[error("{message}")]
    Command {
        /// Alembic's message.
        message: String,
        /// What to do about it.
        hints: Vec<String>,
    },
    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The graph of revisions.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// An exception in `env.py` or in a migration, or something there that Limbec does not have.
    #[error("{}", .0.summary())]
    Script(Box<ScriptFailure>),
    /// What the database says to a run without Python, beside a script.
    #[error("({class}) {message}")]
    Database {
        /// The class of the error, as the Python driver has it: `sqlite3.OperationalError`.
        class: String,
        /// What the database says.
        message: String,
        /// What kind of trouble it is.
        kind: DbErrorKind,
        /// What to do about it.
        hints: Vec<String>,
        /// What the server said, where it is one that says it in parts.
        server: Option<Box<ServerMessage>>,
    },
    /// A script or the script directory.
    #[error(transparent)]
    Scripts(Box<ScriptError>),
    /// A file that cannot be read.
    #[error("Can't read {}: {reason}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        reason: String,
    },
    /// A script called `sys.exit(...)`.
    #[error("{}", message.as_deref().unwrap_or("a script called sys.exit()"))]
    Exit {
        /// The exit code of the process.
        code: u8,
        /// What the script has to say.
        message: Option<String>,
    },
    /// The run was stopped from outside; what was not committed has been rolled back.
    #[error("interrupted")]
    Interrupted {
        /// The migration that was running.
        step: Option<String>,
        /// What is left of the run.
        leftover: Leftover,
    },
}

impl RunError {
    /// Add what is known beyond the words; errors that say all themselves are left as they are.
    pub(crate) fn add(&mut self, noted: Noted) {
        match self {
            Self::Command { hints, .. } | Self::Database { hints, .. } => hints.extend(noted.hints),
            Self::Script(failure) => {
                failure.hints.extend(noted.hints);
                failure.database = noted.kind;
                failure.server = noted.server;
            }
            Self::Config(_)
            | Self::Graph(_)
            | Self::Scripts(_)
            | Self::Io { .. }
            | Self::Exit { .. }
            | Self::Interrupted { .. } => {}
        }
    }

    /// The connection was lost while the server was asked to commit; what is said elsewhere of a lost connection, that
    /// nothing has happened, does not hold.
    pub(crate) fn commit_unanswered(&mut self) {
        match self {
            Self::Script(failure) => {
                failure.leftover.unknown = true;
                failure.hints.clear();
            }
            Self::Interrupted { leftover, .. } => leftover.unknown = true,
            Self::Command { .. }
            | Self::Database { .. }
            | Self::Config(_)
            | Self::Graph(_)
            | Self::Scripts(_)
            | Self::Io { .. }
            | Self::Exit { .. } => {}
        }
    }

    /// Add what to do about it, where the error has such words.
    pub(crate) fn hint(&mut self, text: &str) {
        match self {
            Self::Script(failure) => failure.hints.push(text.to_owned()),
            Self::Command { hints, .. } | Self::Database { hints, .. } => {
                hints.push(text.to_owned())
            }
            Self::Config(_)
            | Self::Graph(_)
            | Self::Scripts(_)
            | Self::Io { .. }
            | Self::Interrupted { .. }
            | Self::Exit { .. } => {}
        }
    }

    /// A `CommandError` without hints.
    pub fn command(message: impl Into<String>) -> Self {
        Self::Command {
            message: message.into(),
            hints: Vec::new(),
        }
    }
}

impl From<ScriptError> for RunError {
    fn from(error: ScriptError) -> Self {
        match error {
            ScriptError::Graph(error) => Self::Graph(error),
            ScriptError::Config(error) => Self::Config(error),
            error => Self::Scripts(Box::new(error)),
        }
    }
}

/// What kind of failure stopped a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// A Python exception that nothing caught.
    Exception,
    /// A `SyntaxError`: the file is not Python.
    Syntax,
    /// Something that Limbec does not have: a feature of Python, of SQLAlchemy, or a package.
    Unsupported,
    /// A statement of a script in SQL that the database refuses.
    Sql,
}

/// A place in a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailurePlace {
    /// The file, as Python shows it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column of the first character, from 1, in characters.
    pub column: u32,
    /// The column after the last character on that line.
    pub end_column: u32,
    /// The text of the line.
    pub source: String,
}

/// An exception in `env.py` or in a migration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptFailure {
    /// What kind it is.
    pub kind: FailureKind,
    /// The class of the exception as a traceback names it: `ValueError`, `sqlalchemy.exc.OperationalError`.
    pub class: String,
    /// `str(exception)`.
    pub message: String,
    /// The innermost place in the project's own files.
    pub place: Option<FailurePlace>,
    /// The whole traceback as Python prints it, with its last line and a line end.
    pub traceback: String,
    /// The migration that was running, as the log names it: `upgrade a -> b, message`.
    pub step: Option<String>,
    /// True where everything the migration did has been rolled back, but for what is left over.
    pub rolled_back: bool,
    /// What is left of the run.
    pub leftover: Leftover,
    /// What kind of trouble with the database it is, where it is some.
    pub database: Option<DbErrorKind>,
    /// What the server said, where it is an error of one that says it in parts.
    pub server: Option<ServerMessage>,
    /// What to do about it.
    pub hints: Vec<String>,
}

impl ScriptFailure {
    /// The last line of the traceback: `ValueError: text`.
    pub fn summary(&self) -> String {
        if self.message.is_empty() {
            self.class.clone()
        } else {
            format!("{}: {}", self.class, self.message)
        }
    }
}
