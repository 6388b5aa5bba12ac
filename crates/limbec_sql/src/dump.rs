//! The schema of a database as a file of CREATE statements: what it makes in an empty database is what was there, and what is
//! printed of that is the same text.

use limbec_schema::Schema;

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

/// The statements that make a table with all that belongs to it, but for the ENUM types of its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableStatements {
    /// Its schema; `None` for the default one.
    pub schema: Option<String>,
    /// Its name.
    pub name: String,
    /// The statements, without those of its indexes.
    pub statements: Vec<String>,
    /// The names of its indexes and the statements that make them.
    pub indexes: Vec<(String, Vec<String>)>,
}

/// The tables of these schemas, each by itself, as the database writes them; `None` is the default schema. What can be read
/// of a table and written again would lose what SQLAlchemy has no words for.
///
/// # Errors
/// What the database says.
pub fn table_statements<E>(
    dialect: &dyn Dialect,
    schemas: &[Option<String>],
    ask: &mut dyn Ask<E>,
) -> Result<Vec<TableStatements>, E> {
    match dialect.name() {
        "postgresql" => postgres::dump::table_statements(dialect, schemas, ask),
        "sqlite" => sqlite::dump::table_statements(dialect, ask),
        _ => Ok(Vec::new()),
    }
}

/// Adds to a table what SQLAlchemy's inspector does not see in it, by its statement. A comparison needs that on both sides.
pub fn complete(dialect: &dyn Dialect, tables: &mut Schema, statements: &[TableStatements]) {
    if dialect.name() != "sqlite" {
        return;
    }
    for one in statements {
        let key = (one.schema.clone(), one.name.clone());
        if let (Some(table), Some(sql)) = (tables.tables.get_mut(&key), one.statements.first()) {
            sqlite::complete_by_text(table, sql, &one.indexes);
        }
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
