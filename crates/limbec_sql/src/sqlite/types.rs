use limbec_schema::{SqlType, SqliteTemporal};

use crate::types::{render, temporal_name};
use crate::{CompileError, Dialect};

/// The type as it stands in DDL.
pub(super) fn type_ddl(dialect: &dyn Dialect, sql_type: &SqlType) -> Result<String, CompileError> {
    render(dialect, sql_type, own)
}

fn own(_: &dyn Dialect, sql_type: &SqlType) -> Option<Result<String, CompileError>> {
    match sql_type {
        SqlType::Sqlite(t) => Some(Ok(temporal(t))),
        _ => None,
    }
}

/// A storage format made of digits alone would get numeric affinity by the name DATE, so SQLAlchemy
/// gives the column a name with text affinity.
fn temporal(t: &SqliteTemporal) -> String {
    let name = temporal_name(t.name);
    match &t.storage_format {
        Some(format) if !has_text_affinity(format) => format!("{name}_CHAR"),
        _ => name.to_owned(),
    }
}

/// Whether a value written by the format, `%(year)04d` and such, has anything but digits in it.
fn has_text_affinity(format: &str) -> bool {
    let mut pieces = format.split('%');
    let before = pieces.next().unwrap_or_default();
    let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    !is_digits(before)
        || pieces.any(|piece| {
            // A piece is `(name)04d`, then what stands before the next value.
            let after_name = piece.split_once(')').map_or(piece, |(_, rest)| rest);
            match after_name.split_once(|c: char| c.is_ascii_alphabetic()) {
                Some((_, after)) => !is_digits(after),
                None => true,
            }
        })
}
