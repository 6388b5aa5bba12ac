//! The text of a revision script in SQL, as far as no database is needed to read it: the header in comments at its top,
//! and its sections.
//!
//! ```text
//! -- add email to users
//! -- revision: 3f2a9c81d0b4
//! -- down_revision: 1975ea83b712
//!
//! -- limbec:upgrade
//! ALTER TABLE users ADD COLUMN email TEXT;
//!
//! -- limbec:downgrade
//! ALTER TABLE users DROP COLUMN email;
//! ```
//!
//! A line that begins with `-- limbec:`, with any blanks in it, is a directive wherever it stands. A section without the name of a database
//! runs on all of them, one with names only there; those that run do so in the order in which they stand.
#![warn(missing_docs)]

mod header;
mod line;
mod section;

pub use header::{Header, is_script, read_header};
pub use section::{Direction, Section, SqlScript};

use thiserror::Error;

/// Something wrong in the text of a script.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct TextError {
    /// What is the matter.
    pub message: String,
    /// The first byte that it is about, and the byte behind the last.
    pub bytes: (usize, usize),
    /// What to do about it.
    pub hint: Option<String>,
}

impl TextError {
    fn new(bytes: (usize, usize), message: impl Into<String>, hint: Option<&str>) -> Self {
        Self {
            message: message.into(),
            bytes,
            hint: hint.map(str::to_owned),
        }
    }
}
