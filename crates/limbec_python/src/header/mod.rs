//! The header of a revision script, read without running the script.

mod parsed;
mod scan;

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
#[allow(
    clippy::large_enum_variant,
    reason = "there is one for each file, and almost all are literal"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeaderRead {
    /// All of the header is literal.
    Literal(Header),
    /// The script must be run to know these names of its header: they are not assigned a literal, or are assigned inside
    /// control flow.
    NeedsRun(Vec<&'static str>),
    /// Some of these modules' names may be of the header, and are not assigned after the import; all else is literal.
    NeedsStars {
        /// The header without them.
        header: Header,
        /// The names that the modules may have.
        names: Vec<&'static str>,
        /// `from module import *`, a line each.
        imports: String,
    },
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

/// The names of the header.
const NAMES: [&str; 4] = ["revision", "down_revision", "branch_labels", "depends_on"];

impl Header {
    /// Where the value of a header name is kept.
    fn slot(&mut self, name: &str) -> Option<&mut Option<HeaderItem>> {
        match name {
            "revision" => Some(&mut self.revision),
            "down_revision" => Some(&mut self.down_revision),
            "branch_labels" => Some(&mut self.branch_labels),
            "depends_on" => Some(&mut self.depends_on),
            _ => None,
        }
    }
}

/// Read the header of a script. Functions are stepped over, so a mistake inside of one is not found here.
///
/// # Errors
/// When the text is not Python, as far as that is noticed.
pub fn read_header(path: &str, text: &str) -> Result<HeaderRead, HeaderError> {
    match scan::scan(text) {
        scan::Scanned::Header(header) => Ok(HeaderRead::Literal(*header)),
        scan::Scanned::Uncertain => read_parsed(path, text),
        scan::Scanned::TooDeep { line, at } => Err(HeaderError {
            line,
            ..error(path, text, "too many nested parentheses", at)
        }),
    }
}

/// Read the header of a script from its syntax tree, on a stack that deep trees cannot overflow.
fn read_parsed(path: &str, text: &str) -> Result<HeaderRead, HeaderError> {
    match crate::vm::run_on_big_stack(|| parsed::read(text)) {
        Ok(Ok(read)) => Ok(read),
        Ok(Err(problem)) => Err(error(path, text, &problem.message, problem.at)),
        Err(failure) => Err(error(path, text, &failure.to_string(), 0)),
    }
}

fn error(path: &str, text: &str, message: &str, at: usize) -> HeaderError {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    HeaderError {
        path: path.to_owned(),
        message: message.to_owned(),
        line: before.matches('\n').count() as u32 + 1,
        column: before[start..].chars().count() as u32 + 1,
        source_line: text[start..].lines().next().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests;
