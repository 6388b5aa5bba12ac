use std::time::Duration;

use limbec_graph::{GraphError, RangeError};
use thiserror::Error;

use super::wait::duration_text;
use crate::config::ConfigError;
use crate::runner::RunError;
use crate::script::ScriptError;

/// Why a command stopped. It displays the text that Alembic prints after `FAILED: `, where Alembic has one.
#[derive(Debug, Error)]
pub enum CommandError {
    /// Running `env.py` or a migration.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The script directory, a template or a revision file.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// A range of revisions.
    #[error(transparent)]
    Range(#[from] RangeError),
    /// The command cannot be done as it was asked for.
    #[error("{message}")]
    Refused {
        /// Alembic's message.
        message: String,
        /// What to do about it.
        hints: Vec<String>,
    },
    /// `check`: the database is not what the models declare.
    #[error("New upgrade operations detected: [{}]", diffs.join(", "))]
    DiffsDetected {
        /// The differences.
        diffs: Vec<String>,
    },
    /// `wait`: what was waited for has not come.
    #[error("timed out after {}: {state}", duration_text(*timeout))]
    TimedOut {
        /// How long it was waited for.
        timeout: Duration,
        /// How things stood at the end.
        state: String,
        /// Whether the database is there and only revisions are missing.
        lacks_revisions: bool,
        /// What to do about it.
        hints: Vec<String>,
    },
    /// `current --check-heads`: the database is not at all heads.
    #[error("Database is not on all head revisions")]
    NotAtHeads,
}

impl CommandError {
    /// A refusal without hints.
    pub(crate) fn refused(message: impl Into<String>) -> Self {
        Self::Refused {
            message: message.into(),
            hints: Vec::new(),
        }
    }

    /// The error of the graph inside, when it is one.
    pub fn graph(&self) -> Option<&GraphError> {
        match self {
            Self::Run(RunError::Graph(error)) | Self::Script(ScriptError::Graph(error)) => {
                Some(error)
            }
            _ => None,
        }
    }
}

impl From<GraphError> for CommandError {
    fn from(error: GraphError) -> Self {
        Self::Script(error.into())
    }
}

impl From<ConfigError> for CommandError {
    fn from(error: ConfigError) -> Self {
        Self::Script(error.into())
    }
}
