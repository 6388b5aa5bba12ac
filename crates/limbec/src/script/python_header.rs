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
        Ok(HeaderRead::NeedsRun(names)) => runner
            .run_header(path, source)
            .map_err(|error| computed(error, source, &names)),
        Ok(HeaderRead::NeedsStars {
            header,
            names,
            imports,
        }) => {
            let starred = runner
                .run_header(path, &imports)
                .map_err(|error| computed(error, source, &names))?;
            let mut known = literal(path, source, header)?;
            for name in names {
                match name {
                    "revision" if starred.revision.is_some() => {
                        known.revision.clone_from(&starred.revision);
                    }
                    "down_revision" if starred.down_revision.is_some() => {
                        known.down_revision.clone_from(&starred.down_revision);
                    }
                    "branch_labels" if !starred.branch_labels.is_empty() => {
                        known.branch_labels.clone_from(&starred.branch_labels);
                    }
                    "depends_on" if !starred.depends_on.is_empty() => {
                        known.depends_on.clone_from(&starred.depends_on);
                    }
                    _ => {}
                }
            }
            Ok(known)
        }
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

/// What to do about a file that had to be run for the sake of these names, and cannot be.
fn computed(error: ScriptError, source: &str, names: &[&str]) -> ScriptError {
    let assigned = source.lines().enumerate().find(|(_, line)| {
        let name = line.split([' ', ':', '=']).next();
        name.is_some_and(|name| names.contains(&name))
    });
    let names = names.join(", ");
    let own = format!(
        "the file has to be run to know its {names}: written as plain texts, they are read without running it"
    );
    match error {
        ScriptError::Revision {
            message,
            path,
            location,
            hint,
        } => ScriptError::Revision {
            message,
            // A value that is looked at after the run has no place of its own.
            location: location.or_else(|| {
                let (at, line) = assigned?;
                let place = Location::in_line(path.clone(), at + 1, line, 0, line.len());
                Some(Box::new(place))
            }),
            path,
            hint: Some(hint.map_or(own.clone(), |hint| format!("{own}; or {hint}"))),
        },
        other => other,
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
