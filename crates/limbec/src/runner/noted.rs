use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use limbec_sql::db_error::{DbError, DbErrorKind, ServerMessage};

/// What is known of an error beyond the words of the exception that scripts see.
///
/// An exception goes through Python code, which may catch it and raise another: so the last errors are
/// kept beside, and one counts for the exception that ends the run only if its words are in there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Noted {
    /// The words.
    pub text: String,
    /// What to do about it.
    pub hints: Vec<String>,
    /// What kind of trouble with the database it is.
    pub kind: Option<DbErrorKind>,
    /// What the server said, in its parts.
    pub server: Option<ServerMessage>,
}

impl From<&DbError> for Noted {
    fn from(error: &DbError) -> Self {
        Self {
            text: error.headline(),
            hints: error.hints.clone(),
            kind: Some(error.kind),
            server: error.server.clone(),
        }
    }
}

/// How many errors are kept: the one that ends a run may be followed by those of its rollback and of
/// the next connection.
const KEPT: usize = 8;

/// The last errors of a run, as its connections share them.
#[derive(Debug, Clone, Default)]
pub(crate) struct LastErrors(Rc<RefCell<VecDeque<Noted>>>);

impl LastErrors {
    /// Keep it.
    pub fn note(&self, error: impl Into<Noted>) {
        let mut errors = self.0.borrow_mut();
        errors.truncate(KEPT - 1);
        errors.push_front(error.into());
    }

    /// What is known of the error with these words.
    pub fn about(&self, message: &str) -> Option<Noted> {
        let errors = self.0.borrow();
        let mut errors = errors.iter().filter(|error| !error.text.is_empty());
        errors
            .find(|error| message.contains(error.text.trim_end()))
            .cloned()
    }
}
