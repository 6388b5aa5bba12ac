use std::cell::RefCell;
use std::rc::Rc;

use limbec_sql::db_error::{DbError, ServerMessage};

/// What is known of an error beyond the words of the exception that scripts see.
///
/// An exception goes through Python code, which may catch it and raise another: so the last error is
/// kept beside, and counts for the exception that ends the run only if its words are in there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Noted {
    /// The words.
    pub text: String,
    /// What to do about it.
    pub hints: Vec<String>,
    /// What the server said, in its parts.
    pub server: Option<ServerMessage>,
}

impl From<&DbError> for Noted {
    fn from(error: &DbError) -> Self {
        Self {
            text: error.headline(),
            hints: error.hints.clone(),
            server: error.server.clone(),
        }
    }
}

/// The last error of a run, as its connections share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct LastError(Rc<RefCell<Noted>>);

impl LastError {
    /// Keep it.
    pub fn note(&self, error: impl Into<Noted>) {
        *self.0.borrow_mut() = error.into();
    }

    /// What is known of the error with these words.
    pub fn about(&self, message: &str) -> Option<Noted> {
        let noted = self.0.borrow();
        (!noted.text.is_empty() && message.contains(noted.text.trim_end())).then(|| noted.clone())
    }
}
