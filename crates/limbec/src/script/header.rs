//! What a revision file says about itself, and how that is found out.

use std::path::Path;

use super::error::ScriptError;

/// The header of a revision file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScriptHeader {
    /// The docstring.
    pub doc: Option<String>,
    /// `revision`; `None` when the variable does not exist.
    pub revision: Option<String>,
    /// `down_revision`: empty for `None`; `None` when the variable does not exist.
    pub down_revision: Option<Vec<String>>,
    /// `branch_labels`.
    pub branch_labels: Vec<String>,
    /// `depends_on`.
    pub depends_on: Vec<String>,
}

/// Runs a revision file whose header cannot be read from its text, for instance because it is computed.
pub trait HeaderRunner {
    /// Runs the file as a module, without calling its functions, and tells what it says about itself.
    ///
    /// # Errors
    /// When the file cannot be run.
    fn run_header(&self, path: &Path, source: &str) -> Result<ScriptHeader, ScriptError>;

    /// The same for a look at a file whose packages may not be there: what depends on them is left out of the header.
    ///
    /// # Errors
    /// When the file cannot be run all the same.
    fn look_at_header(&self, path: &Path, source: &str) -> Result<ScriptHeader, ScriptError> {
        self.run_header(path, source)
    }
}

/// Runs files for a look at them.
pub(super) struct Looking<'a>(pub &'a dyn HeaderRunner);

impl HeaderRunner for Looking<'_> {
    fn run_header(&self, path: &Path, source: &str) -> Result<ScriptHeader, ScriptError> {
        self.0.look_at_header(path, source)
    }
}

/// Refuses to run anything: for callers that only ever meet literal headers.
#[derive(Debug, Clone, Copy, Default)]
pub struct LiteralHeadersOnly;

impl HeaderRunner for LiteralHeadersOnly {
    fn run_header(&self, path: &Path, _source: &str) -> Result<ScriptHeader, ScriptError> {
        Err(ScriptError::Revision {
            message: format!("The header of {} is not literal", path.display()),
            path: path.to_owned(),
            location: None,
            hint: Some(
                "write revision, down_revision, branch_labels and depends_on as plain texts"
                    .to_owned(),
            ),
        })
    }
}
