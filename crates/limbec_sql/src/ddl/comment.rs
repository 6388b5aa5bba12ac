//! Comments of tables, columns and constraints.

use limbec_schema::{Column, Commented, Constraint, DropTableComment, NamingKind, TableComment};

use super::table::written_name;
use super::{Ddl, TableShape};
use crate::naming::Subject;
use crate::{CompileError, Statement};

/// The statement of `op.create_table_comment`.
pub(super) fn on_table(ddl: &Ddl<'_>, op: &TableComment) -> Result<Statement, CompileError> {
    let table = ddl.dialect.qualified(op.schema.as_deref(), &op.table);
    let comment = text(ddl, op.comment.as_deref())?;
    Ok(Statement::new(if ddl.dialect.is_mysql_like() {
        format!("ALTER TABLE {table} COMMENT {comment}")
    } else {
        format!("COMMENT ON TABLE {table} IS {comment}")
    }))
}

/// The statement of `op.drop_table_comment`.
pub(super) fn drop_from_table(ddl: &Ddl<'_>, op: &DropTableComment) -> Statement {
    let table = ddl.dialect.qualified(op.schema.as_deref(), &op.table);
    Statement::new(if ddl.dialect.is_mysql_like() {
        format!("ALTER TABLE {table} COMMENT ''")
    } else {
        format!("COMMENT ON TABLE {table} IS NULL")
    })
}

/// The comment as a literal, or the NULL that drops it.
fn text(ddl: &Ddl<'_>, comment: Option<&str>) -> Result<String, CompileError> {
    match comment {
        Some(comment) => ddl.string(comment),
        None => Ok("NULL".to_owned()),
    }
}

/// `COMMENT ON TABLE` of a new table that has a comment.
pub(super) fn of_table(
    ddl: &Ddl<'_>,
    shape: &TableShape,
) -> Result<Option<Statement>, CompileError> {
    match &shape.comment {
        None => Ok(None),
        Some(comment) => Ok(Some(Statement::new(format!(
            "COMMENT ON TABLE {} IS {}",
            written_name(ddl, shape),
            ddl.string(comment)?
        )))),
    }
}

/// `COMMENT ON COLUMN` for each column that has a comment.
pub(super) fn of_columns(
    ddl: &Ddl<'_>,
    shape: &TableShape,
) -> Result<Vec<Statement>, CompileError> {
    let mut statements = Vec::new();
    for column in &shape.columns {
        if let Some(comment) = &column.comment {
            statements.push(Statement::new(format!(
                "COMMENT ON COLUMN {}.{} IS {}",
                written_name(ddl, shape),
                ddl.dialect.quote_as(&column.name, column.quote),
                ddl.string(comment)?
            )));
        }
    }
    Ok(statements)
}

/// `COMMENT ON CONSTRAINT` for each constraint that has a comment.
pub(super) fn of_constraints(
    ddl: &Ddl<'_>,
    shape: &TableShape,
) -> Result<Vec<Statement>, CompileError> {
    let bound = shape
        .constraints
        .iter()
        .map(|bound| bound.constraint.clone());
    let key = Constraint::PrimaryKey(shape.primary_key.clone());
    let mut statements = Vec::new();
    for constraint in std::iter::once(key).chain(bound) {
        let (kind, comment) = match &constraint {
            Constraint::PrimaryKey(c) => (NamingKind::PrimaryKey, &c.comment),
            Constraint::ForeignKey(c) => (NamingKind::ForeignKey, &c.comment),
            Constraint::Unique(c) => (NamingKind::Unique, &c.comment),
            Constraint::Check(c) => (NamingKind::Check, &c.comment),
            // An exclusion constraint follows no convention, as a CHECK with its own name does.
            Constraint::Exclude(c) => (NamingKind::Check, &c.comment),
        };
        let Some(comment) = comment else { continue };
        let name = ddl.name(&Subject {
            kind,
            name: constraint.name(),
            table: &shape.name,
            schema: shape.schema.as_deref(),
            columns: Vec::new(),
            free: Vec::new(),
            referred: None,
        })?;
        statements.push(on_constraint(
            name,
            &written_name(ddl, shape),
            &ddl.string(comment)?,
        )?);
    }
    Ok(statements)
}

fn on_constraint(
    name: Option<String>,
    table: &str,
    comment: &str,
) -> Result<Statement, CompileError> {
    let name = name.ok_or_else(|| {
        CompileError::compile("Can't emit COMMENT ON for a constraint that has no name")
    })?;
    Ok(Statement::new(format!(
        "COMMENT ON CONSTRAINT {name} ON {table} IS {comment}"
    )))
}

/// `SetColumnComment`, `DropColumnComment` and those of constraints.
pub(super) fn statement(
    ddl: &Ddl<'_>,
    on: &Commented,
    comment: Option<&str>,
) -> Result<Statement, CompileError> {
    match on {
        Commented::Column {
            table,
            schema,
            column,
        } => on_column(ddl, (schema.as_deref(), table), column, comment),
        Commented::Constraint {
            table,
            schema,
            name,
        } => {
            if !ddl.dialect.features().constraint_comments {
                let verb = if comment.is_some() { "Set" } else { "Drop" };
                return Err(CompileError::cannot_render(
                    &format!("<{} object>", ddl.dialect.features().ddl_compiler),
                    &format!("<class 'sqlalchemy.sql.ddl.{verb}ConstraintComment'>"),
                ));
            }
            let name = name.as_str().map(|name| ddl.dialect.quote(name));
            let table = ddl.dialect.qualified(schema.as_deref(), table);
            on_constraint(name, &table, &text(ddl, comment)?)
        }
    }
}

/// MySQL writes the whole column again. Without a comment SQLAlchemy writes no schema either.
fn on_column(
    ddl: &Ddl<'_>,
    (schema, table): (Option<&str>, &str),
    column: &Column,
    comment: Option<&str>,
) -> Result<Statement, CompileError> {
    let name = ddl.dialect.quote_as(&column.name, column.quote);
    Ok(Statement::new(match comment {
        None => format!(
            "COMMENT ON COLUMN {}.{name} IS NULL",
            ddl.dialect.quote(table)
        ),
        Some(_) if ddl.dialect.features().inline_comments => {
            let shape = TableShape::bare(table, schema);
            format!(
                "ALTER TABLE {} CHANGE {name} {}",
                ddl.dialect.qualified(schema, table),
                ddl.rules().column(ddl, &shape, column)?
            )
        }
        Some(comment) => format!(
            "COMMENT ON COLUMN {}.{name} IS {}",
            ddl.dialect.qualified(schema, table),
            ddl.string(comment)?
        ),
    }))
}
