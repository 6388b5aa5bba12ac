//! Expressions as SQL.

use limbec_schema::{Expr, Literal, SqlType};

use crate::{CompileError, Dialect};

/// An expression inside DDL: values are written inline, columns stand without their table.
///
/// # Errors
/// What SQLAlchemy would raise for it on this dialect.
pub fn compile_expr_ddl(dialect: &dyn Dialect, expr: &Expr) -> Result<String, CompileError> {
    match expr {
        Expr::Text(text) => Ok(text.text.clone()),
        _ => Err(CompileError::not_implemented(format!(
            "expressions for {} are being built",
            dialect.name()
        ))),
    }
}

/// A value as an SQL literal of its type.
///
/// # Errors
/// A value that the type cannot be written for.
pub fn literal(
    dialect: &dyn Dialect,
    value: &Literal,
    sql_type: &SqlType,
) -> Result<String, CompileError> {
    let _ = (value, sql_type);
    Err(CompileError::not_implemented(format!(
        "literals for {} are being built",
        dialect.name()
    )))
}
