//! The header of a revision file in Python.

use std::path::Path;

use limbec_python::header::{Header, HeaderItem, HeaderRead, HeaderValue, read_header};

use super::error::ScriptError;
use super::header::{HeaderRunner, ScriptHeader};
use crate::config::Location;

/// Reads the header from the text, or lets `runner` run the file when that is not enough.
///
/// # Errors
/// When the file is not Python, has values that are no texts, or cannot be run.
pub(super) fn read(
    path: &Path,
    source: &str,
    runner: &dyn HeaderRunner,
) -> Result<ScriptHeader, ScriptError> {
    let shown = path.display().to_string();
    match read_header(&shown, source) {
        Ok(HeaderRead::Literal(header)) => literal(path, source, header),
        Ok(HeaderRead::NeedsRun) => runner.run_header(path, source),
        Err(error) => Err(ScriptError::Revision {
            message: format!("SyntaxError: {}", error.message),
            path: path.to_owned(),
            location: Some(Box::new(Location {
                file: path.to_owned(),
                line: error.line as usize,
                column: error.column as usize,
                length: 1,
                text: error.source_line,
            })),
            hint: None,
        }),
    }
}

fn literal(path: &Path, source: &str, header: Header) -> Result<ScriptHeader, ScriptError> {
    let names =
        |item: Option<HeaderItem>| item.map(|item| names_of(item.value)).unwrap_or_default();
    let revision = match header.revision {
        None => None,
        Some(HeaderItem {
            value: HeaderValue::Str(id),
            ..
        }) => Some(id),
        Some(item) => return Err(not_a_text(path, source, &item)),
    };
    Ok(ScriptHeader {
        doc: header.doc,
        revision,
        down_revision: header.down_revision.map(|item| names_of(item.value)),
        branch_labels: names(header.branch_labels),
        depends_on: names(header.depends_on),
    })
}

fn names_of(value: HeaderValue) -> Vec<String> {
    match value {
        HeaderValue::None => Vec::new(),
        HeaderValue::Str(name) => vec![name],
        HeaderValue::List(names) | HeaderValue::Tuple(names) | HeaderValue::Set(names) => names,
    }
}

fn not_a_text(path: &Path, source: &str, item: &HeaderItem) -> ScriptError {
    let line = item.line as usize;
    let text = source
        .lines()
        .nth(line.saturating_sub(1))
        .unwrap_or_default();
    let start = text.find(|c: char| !c.is_whitespace()).unwrap_or(0);
    let location = Location::in_line(path.to_owned(), line, text, start, text.len() - start);
    ScriptError::Revision {
        message: format!(
            "The revision identifier of {} is not a text",
            path.display()
        ),
        path: path.to_owned(),
        location: Some(Box::new(location)),
        hint: Some("write revision = \"...\"".to_owned()),
    }
}
