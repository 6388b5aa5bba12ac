//! Looking at a source text without running it.

use crate::error::PyError;
use crate::source::SourceFile;
use crate::value::Value;

/// Why a text cannot be run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} (line {line})")]
pub struct SourceProblem {
    /// The name of the exception that Python raises, or `Unsupported` for a construct that only this interpreter does not
    /// have.
    pub kind: String,
    /// What is wrong.
    pub message: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Parse and lower a text. It can be called on any thread with any text: it gives an error for what is no Python or is
/// nested too deeply, and never panics.
///
/// # Errors
/// [`SourceProblem`] when the text cannot be run.
pub fn check_source(text: &str) -> Result<(), SourceProblem> {
    let depth = match crate::lower::prescan::depth(text) {
        Ok(depth) => depth,
        Err(deep) => {
            return Err(SourceProblem {
                kind: deep.class.to_owned(),
                message: deep.message.to_owned(),
                line: deep.line,
                column: 1,
            });
        }
    };
    if depth < SMALL {
        return check(text);
    }
    match crate::vm::run_on_big_stack(|| check(text)) {
        Ok(result) => result,
        Err(error) => Err(SourceProblem {
            kind: "MemoryError".to_owned(),
            message: error.to_string(),
            line: 1,
            column: 1,
        }),
    }
}

/// Trees that are not deeper fit any stack.
const SMALL: usize = 40;

fn check(text: &str) -> Result<(), SourceProblem> {
    let file = SourceFile::new("<string>", text);
    match crate::lower::module(&file) {
        Ok(_) => Ok(()),
        Err(PyError::Exception(raised)) => {
            let number = |name: &str| {
                let value = raised.value.get(name).and_then(|value| value.as_int());
                value
                    .and_then(|value| u32::try_from(value).ok())
                    .unwrap_or(1)
            };
            let message = match raised.value.get("msg") {
                Some(Value::Str(message)) => message.to_string(),
                _ => raised.summary(),
            };
            Err(SourceProblem {
                kind: raised.value.class().name().to_string(),
                message,
                line: number("lineno"),
                column: number("offset"),
            })
        }
        Err(PyError::Unsupported(unsupported)) => {
            let place = unsupported
                .place
                .as_ref()
                .map(|place| place.file.line_column(place.span.start));
            Err(SourceProblem {
                kind: "Unsupported".to_owned(),
                message: unsupported.what,
                line: place.map_or(1, |place| place.line),
                column: place.map_or(1, |place| place.column),
            })
        }
        Err(PyError::Interrupted) => Err(SourceProblem {
            kind: "KeyboardInterrupt".to_owned(),
            message: String::new(),
            line: 1,
            column: 1,
        }),
    }
}
