//! Where in a configuration file a value stands, so that an error can show the line with a caret.

use std::ops::Range;
use std::path::PathBuf;

use super::mask::{MASK, password_span};

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
    /// The stretch of `text` that begins at byte `start` and is `len` bytes long, clamped to the line. A password in a URL is
    /// not shown: a stretch that touches it covers the `***` in its place.
    pub(crate) fn in_line(
        file: PathBuf,
        line: usize,
        text: &str,
        start: usize,
        len: usize,
    ) -> Self {
        let mut text = text.trim_end_matches(['\n', '\r']).to_owned();
        let mut stretch =
            floor_boundary(&text, start)..floor_boundary(&text, start.saturating_add(len));
        if let Some(password) = password_span(&text) {
            text.replace_range(password.clone(), MASK);
            stretch = moved(&stretch, &password);
        }
        let start = floor_boundary(&text, stretch.start);
        let end = floor_boundary(&text, stretch.end).max(start);
        Self {
            file,
            line,
            column: text[..start].chars().count() + 1,
            length: text[start..end].chars().count().max(1),
            text,
        }
    }
}

/// The stretch after `hidden` was replaced by the mask.
fn moved(stretch: &Range<usize>, hidden: &Range<usize>) -> Range<usize> {
    let mask_end = hidden.start + MASK.len();
    let place = |at: usize, inside: usize| match at {
        at if at <= hidden.start => at,
        at if at < hidden.end => inside,
        at => at - hidden.end + mask_end,
    };
    place(stretch.start, hidden.start)..place(stretch.end, mask_end)
}

/// The nearest character boundary at or below `at`, never beyond the end.
fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
