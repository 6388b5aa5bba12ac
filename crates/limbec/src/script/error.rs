//! What can go wrong with scripts, templates and write hooks.

use std::path::PathBuf;

use crate::config::{ConfigError, Location};

/// An error of the script directory. It displays Alembic's message where Alembic has one.
#[derive(Debug, thiserror::Error)]
pub enum ScriptError {
    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The graph of revisions.
    #[error(transparent)]
    Graph(#[from] limbec_graph::GraphError),
    /// A request that Alembic refuses with a `CommandError`.
    #[error("{message}")]
    Command {
        /// Alembic's message.
        message: String,
        /// What to do about it.
        hint: Option<String>,
    },
    /// A revision file that cannot be used.
    #[error("{message}")]
    Revision {
        /// What is the matter.
        message: String,
        /// The file.
        path: PathBuf,
        /// Where in the file.
        location: Option<Box<Location>>,
        /// What to do about it.
        hint: Option<String>,
    },
    /// A revision file that had to be run to know its header, and failed.
    #[error("{0}")]
    Run(Box<dyn std::error::Error + Send + Sync>),
    /// A template that cannot be rendered.
    #[error("{message}")]
    Template {
        /// What is the matter.
        message: String,
        /// The place in the template.
        location: Box<Location>,
        /// What to do about it.
        hint: Option<String>,
    },
    /// A file or a folder that cannot be read or written.
    #[error("Can't {action} {}: {reason}", path.display())]
    Io {
        /// `read`, `write` or `create`.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        reason: String,
    },
}

impl ScriptError {
    pub(crate) fn command(message: impl Into<String>) -> Self {
        Self::Command {
            message: message.into(),
            hint: None,
        }
    }

    pub(crate) fn command_with_hint(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Command {
            message: message.into(),
            hint: Some(hint.into()),
        }
    }

    pub(crate) fn io(
        action: &'static str,
        path: impl Into<PathBuf>,
        error: &std::io::Error,
    ) -> Self {
        Self::Io {
            action,
            path: path.into(),
            reason: error.to_string(),
        }
    }

    /// The place in a file that the error is about.
    #[must_use]
    pub fn location(&self) -> Option<&Location> {
        match self {
            Self::Config(error) => error.location(),
            Self::Revision { location, .. } => location.as_deref(),
            Self::Template { location, .. } => Some(location),
            Self::Graph(_) | Self::Run(_) | Self::Command { .. } | Self::Io { .. } => None,
        }
    }

    /// What to do about it, beyond what the graph's own errors lead the front end to say.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        match self {
            Self::Config(error) => error.hint(),
            Self::Command { hint, .. }
            | Self::Revision { hint, .. }
            | Self::Template { hint, .. } => hint.as_deref(),
            Self::Graph(_) | Self::Run(_) | Self::Io { .. } => None,
        }
    }
}
