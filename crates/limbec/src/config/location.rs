//! Where in a configuration file a value stands, so that an error can show the line with a caret.

use std::path::PathBuf;

/// A stretch of one line of a configuration file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file, named as the user named it.
    pub file: PathBuf,
    /// Line number, counted from 1.
    pub line: usize,
    /// Column of the first character, counted in characters from 1.
    pub column: usize,
    /// Number of characters that the stretch covers; at least 1.
    pub length: usize,
    /// The text of the line, without its end.
    pub text: String,
}

impl Location {
    /// The stretch of `text` that begins at byte `start` and is `len` bytes long, clamped to the line.
    pub(crate) fn in_line(
        file: PathBuf,
        line: usize,
        text: &str,
        start: usize,
        len: usize,
    ) -> Self {
        let text = text.trim_end_matches(['\n', '\r']);
        let start = floor_boundary(text, start);
        let end = floor_boundary(text, start.saturating_add(len));
        Self {
            file,
            line,
            column: text[..start].chars().count() + 1,
            length: text[start..end].chars().count().max(1),
            text: text.to_owned(),
        }
    }
}

/// The nearest character boundary at or below `at`, never beyond the end.
fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
