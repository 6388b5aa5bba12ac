//! What a script of CREATE statements makes, without keeping it.

use thiserror::Error;

use crate::db_error::DbError;
use crate::inspect::InspectError;

/// Where such a script is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptPlace {
    /// Apart from whatever is in the database.
    Apart,
    /// In the database itself, which must be empty.
    Alone,
}

/// Why the tables of a script are not known.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ScriptError {
    /// The database refused.
    #[error(transparent)]
    Database(#[from] DbError),
    /// What was made cannot be read.
    #[error(transparent)]
    Inspect(#[from] InspectError),
    /// The script names something that is not its own.
    #[error("the statements reach {0}, which is not the scratch schema")]
    Strays(String),
    /// A scratch database in which something is.
    #[error("the scratch database is not empty: it has the table {0}")]
    NotEmpty(String),
}
