//! CREATE TABLE and DROP TABLE.

use limbec_schema::{Constraint, CreateTable, DropTable, Table};

use super::comment;
use super::constraint;
use super::{Ddl, TableShape, column, index, named_types};
use crate::types::in_column;
use crate::{CompileError, Statement};

/// The statements of `op.create_table`: types, the table, its indexes, its comments.
pub(super) fn create(ddl: &Ddl<'_>, op: &CreateTable) -> Result<Vec<Statement>, CompileError> {
    let shape = TableShape::build(ddl, &op.table)?;
    let mut statements = named_types::before_create(ddl, &shape)?;
    statements.extend(with_company(ddl, &shape, op.if_not_exists)?);
    Ok(statements)
}

/// The statements of `Table.create()`, for which the types are there already. Other than
/// `op.create_table` it sets the comments of constraints.
pub(super) fn build(ddl: &Ddl<'_>, table: &Table) -> Result<Vec<Statement>, CompileError> {
    let shape = TableShape::build(ddl, table)?;
    let mut statements = with_company(ddl, &shape, false)?;
    if ddl.has_comment_statements() && ddl.dialect.features().constraint_comments {
        statements.extend(comment::of_constraints(ddl, &shape)?);
    }
    Ok(statements)
}

/// The table, its indexes and its comments.
fn with_company(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    if_not_exists: bool,
) -> Result<Vec<Statement>, CompileError> {
    let mut statements = vec![Statement::new(create_sql(ddl, shape, if_not_exists)?)];
    for index in &shape.indexes {
        statements.push(Statement::new(index::create_sql(ddl, index, false)?));
    }
    if ddl.has_comment_statements() {
        statements.extend(comment::of_table(ddl, shape)?);
        statements.extend(comment::of_columns(ddl, shape)?);
    }
    Ok(statements)
}

/// The table's name as SQLAlchemy's constructs write it.
pub(crate) fn written_name(ddl: &Ddl<'_>, shape: &TableShape) -> String {
    let name = ddl.dialect.quote_as(&shape.name, shape.quote);
    match shape.schema.as_deref() {
        Some(schema) if !schema.is_empty() => format!("{}.{name}", ddl.dialect.quote(schema)),
        _ => name,
    }
}

/// CREATE TABLE in the layout of SQLAlchemy, which SQLite keeps in its schema to the byte.
pub(crate) fn create_sql(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    if_not_exists: bool,
) -> Result<String, CompileError> {
    let mut text = "\nCREATE ".to_owned();
    for prefix in &shape.prefixes {
        text.push_str(prefix);
        text.push(' ');
    }
    text.push_str("TABLE ");
    if if_not_exists {
        text.push_str("IF NOT EXISTS ");
    }
    text.push_str(&written_name(ddl, shape));
    text.push_str(" (");
    let mut separator = "\n";
    for declared in shape.columns.iter().filter(|column| !column.system) {
        let line = column::inside_table(ddl, shape, declared)
            .map_err(|error| in_column(&shape.name, &declared.name, error))?;
        text.push_str(separator);
        text.push('\t');
        text.push_str(&line);
        separator = ", \n";
    }
    let constraints = constraint_lines(ddl, shape)?;
    if !constraints.is_empty() {
        text.push_str(separator);
        text.push('\t');
        text.push_str(&constraints.join(", \n\t"));
    }
    text.push_str("\n)");
    text.push_str(&ddl.rules().table_options(ddl, shape)?);
    text.push_str("\n\n");
    Ok(text)
}

fn constraint_lines(ddl: &Ddl<'_>, shape: &TableShape) -> Result<Vec<String>, CompileError> {
    let mut lines = Vec::new();
    if !shape.primary_key.columns.is_empty() && !ddl.rules().inlines_primary_key(shape) {
        lines.push(constraint::primary_key(
            ddl,
            shape,
            &shape.primary_key,
            shape.implicit_key,
        )?);
    }
    for bound in &shape.constraints {
        if let Constraint::ForeignKey(key) = &bound.constraint
            && key.use_alter
            && ddl.dialect.features().alters_constraints
        {
            continue;
        }
        lines.extend(constraint::sql(ddl, shape, bound)?);
    }
    Ok(lines)
}

/// The statements of `op.drop_table`.
pub(super) fn drop(ddl: &Ddl<'_>, op: &DropTable) -> Result<Vec<Statement>, CompileError> {
    let mut statements = vec![Statement::new(format!(
        "\nDROP TABLE {}{}",
        if op.if_exists { "IF EXISTS " } else { "" },
        ddl.dialect.qualified(op.schema.as_deref(), &op.name)
    ))];
    if let Some(table) = &op.original {
        let shape = TableShape::build(ddl, table)?;
        statements.extend(named_types::after_drop(ddl, &shape)?);
    }
    Ok(statements)
}
