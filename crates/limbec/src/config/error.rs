//! What can go wrong while the configuration is read.

use std::path::PathBuf;

use super::ini_error::{IniError, IniErrorKind};
use super::location::Location;

/// An error of the configuration. It displays the message that Alembic or Python has for the same mistake.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ConfigError {
    /// The INI file cannot be read, or one of its values cannot be substituted.
    #[error(transparent)]
    Ini(#[from] IniError),
    /// A request that Alembic refuses with a `CommandError`.
    #[error("{message}")]
    Command {
        /// Alembic's message.
        message: String,
        /// Where the value stands, when the message is about one.
        location: Option<Box<Location>>,
        /// What to do about it.
        hint: Option<String>,
    },
    /// A value that stands in a file and cannot be used.
    #[error("{message}")]
    Value {
        /// Alembic's or Python's message.
        message: String,
        /// Where the value stands, when it comes from a file.
        location: Option<Box<Location>>,
        /// What to do about it.
        hint: Option<String>,
    },
    /// A `%` in a value of pyproject.toml that Python's formatting does not take.
    #[error("{exception}: {message}")]
    Format {
        /// The class of Python's exception.
        exception: &'static str,
        /// Python's message.
        message: String,
        /// Where the value stands.
        location: Option<Box<Location>>,
        /// What to do about it.
        hint: Option<String>,
    },
    /// pyproject.toml is not well-formed.
    #[error("{message}")]
    Toml {
        /// What the TOML reader says.
        message: String,
        /// Where.
        location: Option<Box<Location>>,
    },
    /// A file cannot be read.
    #[error("Can't read {}: {reason}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        reason: String,
    },
}

impl ConfigError {
    pub(crate) fn command(message: impl Into<String>) -> Self {
        Self::Command {
            message: message.into(),
            location: None,
            hint: None,
        }
    }

    /// The place in a file that the error is about.
    pub fn location(&self) -> Option<&Location> {
        match self {
            Self::Ini(error) => error.location.as_deref(),
            Self::Command { location, .. }
            | Self::Value { location, .. }
            | Self::Format { location, .. }
            | Self::Toml { location, .. } => location.as_deref(),
            Self::Io { .. } => None,
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<&str> {
        match self {
            Self::Ini(error) => error.hint.as_deref(),
            Self::Command { hint, .. } | Self::Value { hint, .. } | Self::Format { hint, .. } => {
                hint.as_deref()
            }
            Self::Toml { .. } | Self::Io { .. } => None,
        }
    }

    /// The class of the exception that a script sees when it runs into this error, for `except`.
    pub fn exception_name(&self) -> &'static str {
        match self {
            Self::Ini(error) => error.kind.exception_name(),
            Self::Command { .. } => "CommandError",
            Self::Value { .. } => "ValueError",
            Self::Format { exception, .. } => exception,
            Self::Toml { .. } => "TOMLDecodeError",
            Self::Io { .. } => "OSError",
        }
    }

    /// Whether the error means that the section was not found.
    pub fn is_missing_section(&self) -> bool {
        matches!(self, Self::Ini(error) if matches!(*error.kind, IniErrorKind::NoSection { .. }))
    }
}
