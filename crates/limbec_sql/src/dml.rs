//! Statements that read or change rows.

use limbec_schema::SqlStatement;

use crate::{CompileError, Dialect, Statement};

/// How values reach the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BindMode {
    /// Written into the text.
    Literal,
    /// Beside the text, by placeholders.
    Parameters,
}

/// The statement as SQL.
///
/// # Errors
/// What SQLAlchemy would raise for it on this dialect.
pub fn compile_statement(
    dialect: &dyn Dialect,
    statement: &SqlStatement,
    mode: BindMode,
) -> Result<Statement, CompileError> {
    let _ = (statement, mode);
    Err(CompileError::not_implemented(format!(
        "statements for {} are being built",
        dialect.name()
    )))
}

/// The statements of `op.bulk_insert`.
///
/// # Errors
/// What SQLAlchemy would raise for it on this dialect.
pub fn compile_bulk_insert(
    dialect: &dyn Dialect,
    op: &limbec_schema::BulkInsert,
    mode: BindMode,
) -> Result<Vec<Statement>, CompileError> {
    let _ = (op, mode);
    Err(CompileError::not_implemented(format!(
        "bulk inserts for {} are being built",
        dialect.name()
    )))
}
