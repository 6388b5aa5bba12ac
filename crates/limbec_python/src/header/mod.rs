//! The header of a revision script, read without running the script.

use std::fmt;

use crate::source::Span;

/// The value of a header name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeaderValue {
    /// `None`
    None,
    /// A string.
    Str(String),
    /// A list of strings.
    List(Vec<String>),
    /// A tuple of strings.
    Tuple(Vec<String>),
    /// A set of strings, in the order of the source.
    Set(Vec<String>),
}

/// A header name's value and where its assignment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderItem {
    /// The value.
    pub value: HeaderValue,
    /// The place of the value.
    pub span: Span,
    /// The line of the value, from 1.
    pub line: u32,
}

/// What a script says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    /// The module's doc string.
    pub doc: Option<String>,
    /// `revision`
    pub revision: Option<HeaderItem>,
    /// `down_revision`
    pub down_revision: Option<HeaderItem>,
    /// `branch_labels`
    pub branch_labels: Option<HeaderItem>,
    /// `depends_on`
    pub depends_on: Option<HeaderItem>,
    /// Whether `upgrade` is defined.
    pub has_upgrade: bool,
    /// Whether `downgrade` is defined.
    pub has_downgrade: bool,
}

/// The result of reading a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeaderRead {
    /// All of the header is literal.
    Literal(Header),
    /// The script must be run to know its header: a name is not assigned a literal, or is assigned inside control flow.
    NeedsRun,
}

/// A script that is not Python.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct HeaderError {
    /// The path as given.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// The text of the line.
    pub source_line: String,
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, line {})", self.message, self.path, self.line)
    }
}

/// Read the header of a script.
///
/// # Errors
/// When the text is not Python.
pub fn read_header(path: &str, text: &str) -> Result<HeaderRead, HeaderError> {
    let _ = (path, text);
    Ok(HeaderRead::NeedsRun)
}
