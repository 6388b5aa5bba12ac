//! Migration operations as DDL.

use limbec_schema::{NamingConvention, Operation};

use crate::{CompileError, Dialect, Statement};

/// What the compiler must know besides the operation.
#[derive(Debug, Clone, Default)]
pub struct CompileContext {
    /// True where the SQL is written to a file and no database is there (`--sql`).
    pub as_sql: bool,
    /// The naming convention of the target metadata.
    pub naming_convention: Option<NamingConvention>,
}

/// The statements that carry out an operation.
///
/// # Errors
/// What SQLAlchemy or Alembic would raise for it on this dialect.
pub fn compile(
    dialect: &dyn Dialect,
    op: &Operation,
    ctx: &CompileContext,
) -> Result<Vec<Statement>, CompileError> {
    let _ = (op, ctx);
    Err(CompileError::not_implemented(format!(
        "DDL for {} is being built",
        dialect.name()
    )))
}
