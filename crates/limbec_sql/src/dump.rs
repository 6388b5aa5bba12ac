//! The schema of a database as a file of CREATE statements: what it makes in an empty database is what was there, and what is
//! printed of that is the same text.

use crate::meaning::Ask;
use crate::{Dialect, postgres, sqlite};

/// What is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DumpRequest<'a> {
    /// All schemas, not only that of unqualified names.
    pub all_schemas: bool,
    /// The version table, which is no part of what a file declares; its schema is `None` for the default one.
    pub version_table: (Option<&'a str>, &'a str),
}

/// The schema of a database.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dump {
    /// The statements, by what needs what, then by kind and name.
    pub text: String,
    /// What the database has beside that, in words for people: it cannot be printed, or was not asked for.
    pub left_out: Vec<String>,
}

/// The schema of a database; `None` for a database whose schema cannot be printed.
///
/// # Errors
/// What the database says.
pub fn dump<E>(
    dialect: &dyn Dialect,
    request: &DumpRequest<'_>,
    ask: &mut dyn Ask<E>,
) -> Result<Option<Dump>, E> {
    match dialect.name() {
        "postgresql" => postgres::dump::dump(dialect, request, ask).map(Some),
        "sqlite" => sqlite::dump::dump(dialect, request, ask).map(Some),
        _ => Ok(None),
    }
}

/// A statement with its semicolon, on a line of its own where a comment ends the statement.
pub(crate) fn ended(statement: &str) -> String {
    let statement = statement.trim_end();
    let last = statement.lines().next_back().unwrap_or_default();
    match last.contains("--") {
        true => format!("{statement}\n;\n"),
        false => format!("{statement};\n"),
    }
}
