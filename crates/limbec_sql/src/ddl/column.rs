//! Columns inside CREATE TABLE and ADD COLUMN.

use limbec_schema::{AddColumn, Column, Computed, Constraint, ForeignKeyConstraint, ServerDefault};

use super::{Ddl, TableShape, constraint};
use crate::CompileError;

/// A column as a line of CREATE TABLE: its specification and its own CHECKs.
pub(super) fn inside_table(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    column: &Column,
) -> Result<String, CompileError> {
    let mut text = ddl.rules().column(ddl, shape, column)?;
    for check in column_checks(ddl, shape, column)? {
        text.push(' ');
        text.push_str(&check);
    }
    Ok(text)
}

fn column_checks(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    column: &Column,
) -> Result<Vec<String>, CompileError> {
    let mut checks = Vec::new();
    for declared in &column.constraints {
        if let Constraint::Check(check) = declared {
            ddl.rules().accept_column_check(check)?;
            checks.push(constraint::column_check(ddl, shape, check)?);
        }
    }
    Ok(checks)
}

/// `ALTER TABLE ... ADD COLUMN ...`.
pub(super) fn add(
    ddl: &Ddl<'_>,
    op: &AddColumn,
    shape: &TableShape,
) -> Result<String, CompileError> {
    // The shape holds the one column that is added, with what its table made of it.
    let column = shape.columns.first().unwrap_or(&op.column);
    let mut text = format!(
        "{} ADD COLUMN {}{}",
        ddl.alter_table(op.schema.as_deref(), &op.table),
        if op.if_not_exists {
            "IF NOT EXISTS "
        } else {
            ""
        },
        ddl.rules().column(ddl, shape, column)?
    );
    if op.inline_primary_key && column.primary_key {
        text.push_str(" PRIMARY KEY");
    }
    if let Some(key) = inlined_reference(op, shape) {
        text.push_str(&format!(
            " REFERENCES {} ({})",
            ddl.dialect
                .qualified(key.ref_schema.as_deref(), &key.ref_table),
            constraint::quoted_list(ddl, &key.ref_columns)
        ));
        text.push_str(&constraint::foreign_key_tail(ddl, key)?);
    }
    let checks = column_checks(ddl, shape, column)?;
    if !checks.is_empty() {
        text.push(' ');
        text.push_str(&checks.join(" "));
    }
    Ok(text)
}

/// The foreign key that `inline_references=True` writes beside the column: only where it is the
/// only one.
pub(super) fn inlined_reference<'a>(
    op: &AddColumn,
    shape: &'a TableShape,
) -> Option<&'a ForeignKeyConstraint> {
    let mut keys = shape
        .constraints
        .iter()
        .filter_map(|bound| match &bound.constraint {
            Constraint::ForeignKey(key) => Some(key),
            _ => None,
        });
    match (op.inline_references, keys.next(), keys.next()) {
        (true, Some(key), None) => Some(key),
        _ => None,
    }
}

/// The server default of a column, without the word DEFAULT.
pub(crate) fn default_of(ddl: &Ddl<'_>, column: &Column) -> Result<Option<String>, CompileError> {
    match &column.server_default {
        Some(default) => default_text(ddl, default),
        None => Ok(None),
    }
}

/// A server default as SQL; `FetchedValue()` is not written.
pub(crate) fn default_text(
    ddl: &Ddl<'_>,
    default: &ServerDefault,
) -> Result<Option<String>, CompileError> {
    match default {
        ServerDefault::Literal(text) => ddl.string(text).map(Some),
        ServerDefault::Expr(expr) => ddl.expr(expr).map(Some),
        ServerDefault::Fetched => Ok(None),
    }
}

/// `GENERATED ALWAYS AS (...)`, stored or not as the script says.
pub(crate) fn computed_clause(ddl: &Ddl<'_>, computed: &Computed) -> Result<String, CompileError> {
    Ok(format!(
        "GENERATED ALWAYS AS ({}){}",
        ddl.expr(&computed.expr)?,
        match computed.persisted {
            Some(true) => " STORED",
            Some(false) => " VIRTUAL",
            None => "",
        }
    ))
}
