use limbec_schema::{SqlType, SqliteTemporal, TemporalName};

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
        Some(format) if !has_text_affinity(t.name, format) => format!("{name}_CHAR"),
        _ => name.to_owned(),
    }
}

/// Whether a value written by the format has anything but digits in it.
fn has_text_affinity(_: TemporalName, format: &str) -> bool {
    let mut rest = format;
    while let Some(start) = rest.find('%') {
        if rest[..start].chars().any(|c| !c.is_ascii_digit()) {
            return true;
        }
        let conversion = &rest[start + 1..];
        match conversion.find(['d', 's', 'f']) {
            Some(end) => rest = &conversion[end + 1..],
            None => return true,
        }
    }
    rest.chars().any(|c| !c.is_ascii_digit())
}
