//! CREATE INDEX and DROP INDEX.

use std::collections::HashSet;

use limbec_schema::{CreateIndex, DropIndex, Expr, Index, IndexElement, NamingKind, OptionValue};

use super::{Ddl, columns_in};
use crate::naming::{self, Subject};
use crate::{CompileError, Statement};

/// The statement of `op.create_index`.
pub(super) fn create(ddl: &Ddl<'_>, op: &CreateIndex) -> Result<Statement, CompileError> {
    create_sql(ddl, &op.index, op.if_not_exists).map(Statement::new)
}

/// CREATE INDEX.
pub(crate) fn create_sql(
    ddl: &Ddl<'_>,
    index: &Index,
    if_not_exists: bool,
) -> Result<String, CompileError> {
    let mut columns = Vec::new();
    let mut free = Vec::new();
    let mut on_table = false;
    for element in &index.elements {
        let own = match element {
            IndexElement::Column(name) => name.as_str(),
            IndexElement::Expr(expr) => match &**expr {
                Expr::Text(text) => text.text.as_str(),
                expr => {
                    free.extend(columns_in(expr));
                    columns.extend(columns_in(expr));
                    continue;
                }
            },
        };
        on_table = true;
        free.retain(|name| *name != own);
        columns.push(own);
    }
    let mut seen = HashSet::new();
    columns.retain(|name| seen.insert(*name));
    // Only a column of the table brings a convention into play.
    if index.name.is_unnamed() && !on_table {
        return Err(unnamed());
    }
    let name = ddl.settled(&Subject {
        kind: NamingKind::Index,
        name: &index.name,
        table: &index.table,
        schema: index.schema.as_deref(),
        columns,
        free,
        referred: None,
    })?;
    let name = naming::written(ddl.dialect, &name, index.quote)?
        .ok_or_else(|| CompileError::compile("CREATE INDEX requires that the index have a name"))?;
    ddl.rules().create_index(ddl, index, &name, if_not_exists)
}

fn unnamed() -> CompileError {
    CompileError::compile("CREATE INDEX requires that the index have a name")
}

/// The statement of `op.drop_index`.
pub(super) fn drop(ddl: &Ddl<'_>, op: &DropIndex) -> Result<Statement, CompileError> {
    let table = op.table.as_deref().unwrap_or("no_table");
    let name = ddl.settled(&Subject {
        kind: NamingKind::Index,
        name: &op.name,
        table,
        schema: op.schema.as_deref(),
        // Alembic attaches an index that is dropped to a column of this name.
        columns: vec!["x"],
        free: Vec::new(),
        referred: None,
    })?;
    let name = naming::written(ddl.dialect, &name, None)?
        .ok_or_else(|| CompileError::compile("DROP INDEX requires that the index have a name"))?;
    let concurrently = ddl.dialect.features().concurrent_indexes
        && op
            .options
            .get("postgresql_concurrently")
            .is_some_and(OptionValue::is_truthy);
    let mut text = "\nDROP INDEX ".to_owned();
    if concurrently {
        text.push_str("CONCURRENTLY ");
    }
    if op.if_exists {
        text.push_str("IF EXISTS ");
    }
    if ddl.dialect.is_mysql_like() {
        let table = ddl.dialect.qualified(op.schema.as_deref(), table);
        text.push_str(&format!("{name} ON {table}"));
    } else {
        text.push_str(&schema_prefix(ddl, op.schema.as_deref()));
        text.push_str(&name);
    }
    Ok(Statement::new(text))
}

/// `schema.`, or nothing.
pub(crate) fn schema_prefix(ddl: &Ddl<'_>, schema: Option<&str>) -> String {
    match schema {
        Some(schema) if !schema.is_empty() => format!("{}.", ddl.dialect.quote(schema)),
        _ => String::new(),
    }
}

/// The elements of an index as SQL; the databases write expressions in their own ways.
pub(crate) fn elements(
    ddl: &Ddl<'_>,
    index: &Index,
    write: impl Fn(&Ddl<'_>, &Expr) -> Result<String, CompileError>,
) -> Result<Vec<String>, CompileError> {
    index
        .elements
        .iter()
        .map(|element| match element {
            IndexElement::Column(name) => Ok(ddl.dialect.quote(name)),
            IndexElement::Expr(expr) => write(ddl, expr),
        })
        .collect()
}

/// The key by which `postgresql_ops` and `mysql_length` find an element.
pub(crate) fn element_key(element: &IndexElement) -> Option<&str> {
    match element {
        IndexElement::Column(name) => Some(name),
        IndexElement::Expr(expr) => match &**expr {
            Expr::Column(column) => Some(&column.name),
            Expr::Text(text) => Some(&text.text),
            Expr::Label { name, .. } => Some(name),
            Expr::Raw { text, .. } => Some(text),
            _ => None,
        },
    }
}
