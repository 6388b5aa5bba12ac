//! Statements that read or change rows: SQLAlchemy's SQLCompiler.
//!
//! [`Compiler`] walks the tree and writes the text; what differs between databases it asks of
//! [`DmlDialect`], which each database answers in its own `dml.rs`. Expressions are in
//! [`crate::expr`].

mod answers;
mod bulk;
mod compiler;
mod cte;
mod from;
mod hints;
mod insert;
mod labels;
mod pages;
mod returning;
mod scope;
mod select;
mod update;

use limbec_schema::{SchemaMap, SqlStatement};

pub use answers::DmlDialect;
pub use bulk::compile_bulk_insert;
pub use compiler::Compiler;
pub use compiler::Cx;
pub(crate) use compiler::escaped_name;
pub use pages::many_rows;
pub(crate) use select::Place;

use crate::{CompileError, Dialect, Statement};

/// How values reach the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BindMode {
    /// Written into the text (`literal_binds=True`).
    Literal,
    /// Beside the text, by the placeholders that the driver takes.
    Parameters,
    /// Beside the text, by the placeholders that SQLAlchemy prints for its default driver: what
    /// offline mode shows where `literal_binds` is not set.
    Printed,
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
    compile_translated(dialect, statement, mode, &SchemaMap::default())
}

/// The statement as SQL, with the schemas that a `schema_translate_map` puts in place of its own.
///
/// # Errors
/// What SQLAlchemy would raise for it on this dialect.
pub fn compile_translated(
    dialect: &dyn Dialect,
    statement: &SqlStatement,
    mode: BindMode,
    schemas: &SchemaMap,
) -> Result<Statement, CompileError> {
    let mut compiler = Compiler::new(dialect, mode);
    compiler.schemas = schemas.clone();
    let text = compiler.statement(statement)?;
    compiler.finish(&text)
}
