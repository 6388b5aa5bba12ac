//! Revision scripts in SQL: `versions/*.sql`, whose text `limbec_script` reads.

mod program;
mod write;

pub use limbec_script::Direction;
pub(super) use limbec_script::is_script;
pub(crate) use program::word_length;
pub use program::{SqlProgram, SqlStep};
pub(super) use write::{NewSql, text as new_script_text};

use std::path::Path;

use limbec_script::TextError;

use super::error::ScriptError;
use super::header::ScriptHeader;
use crate::config::Location;

/// What a file says about itself.
pub(super) fn read_header(path: &Path, source: &str) -> Result<ScriptHeader, ScriptError> {
    let header =
        limbec_script::read_header(source).map_err(|error| of_text(path, source, error))?;
    Ok(ScriptHeader {
        doc: Some(header.doc),
        revision: header.revision,
        down_revision: header.down_revision,
        branch_labels: header.branch_labels,
        depends_on: header.depends_on,
    })
}

/// The error about a script whose revision is that of another file, too.
pub(super) fn present_twice(
    path: &Path,
    source: &str,
    revision: &str,
    other: &Path,
) -> ScriptError {
    let hint = format!(
        "{} has it, too: give one of them another identifier, and correct what builds on it",
        other.display()
    );
    wrong(
        path,
        source,
        revision_line(source),
        format!("Revision {revision} is present more than once"),
        Some(hint),
    )
}

/// Where a script says which revision it is.
pub(super) fn revision_line(source: &str) -> (usize, usize) {
    limbec_script::read_header(source).map_or((0, 0), |header| header.revision_line)
}

/// The error about the text of a file.
fn of_text(path: &Path, source: &str, error: TextError) -> ScriptError {
    wrong(path, source, error.bytes, error.message, error.hint)
}

/// The error about a stretch of a file, from byte `start` to `end`.
pub(super) fn wrong(
    path: &Path,
    source: &str,
    (start, end): (usize, usize),
    message: impl Into<String>,
    hint: Option<String>,
) -> ScriptError {
    ScriptError::Revision {
        message: message.into(),
        path: path.to_owned(),
        location: Some(Box::new(location(path, source, start, end))),
        hint,
    }
}

/// Where the bytes `start..end` of a file stand; of several lines the first is shown.
pub(crate) fn location(path: &Path, source: &str, start: usize, end: usize) -> Location {
    let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
    let line = source[..start].matches('\n').count() + 1;
    let line_end = source[start..]
        .find('\n')
        .map_or(source.len(), |length| start + length);
    Location::in_line(
        path.to_owned(),
        line,
        &source[line_start..line_end],
        start - line_start,
        end.min(line_end).saturating_sub(start),
    )
}
