//! Named types of PostgreSQL that tables bring along: CREATE TYPE and DROP TYPE.

use limbec_schema::{EnumType, PgType, SqlType};

use super::{Ddl, TableShape};
use crate::postgres::enum_type_name;
use crate::{CompileError, Statement};

/// CREATE TYPE for the types that the columns of a new table need.
///
/// Alembic does this for `op.create_table` only: `op.add_column` expects the type to be there.
pub(super) fn before_create(
    ddl: &Ddl<'_>,
    shape: &TableShape,
) -> Result<Vec<Statement>, CompileError> {
    let mut statements = Vec::new();
    for enum_type in new_types(ddl, shape)? {
        statements.extend(create_type(ddl, &enum_type)?);
    }
    Ok(statements)
}

/// DROP TYPE for the types that went with a table.
pub(super) fn after_drop(
    ddl: &Ddl<'_>,
    shape: &TableShape,
) -> Result<Vec<Statement>, CompileError> {
    let mut statements = Vec::new();
    for enum_type in new_types(ddl, shape)? {
        statements.extend(drop_type(ddl, &enum_type)?);
    }
    Ok(statements)
}

/// The ENUM types of a table's columns that this run has not met yet.
fn new_types(ddl: &Ddl<'_>, shape: &TableShape) -> Result<Vec<EnumType>, CompileError> {
    let mut found = Vec::new();
    if ddl.dialect.name() != "postgresql" {
        return Ok(found);
    }
    for column in &shape.columns {
        let Some(enum_type) = enum_of(column.sql_type.for_dialect(ddl.dialect.name())) else {
            continue;
        };
        let mut enum_type = enum_type.clone();
        if enum_type.inherit_schema {
            enum_type.schema.clone_from(&shape.schema);
        }
        if enum_type.metadata
            || !enum_type.create_type
            || !(enum_type.native_enum || enum_type.exact)
        {
            continue;
        }
        let name = enum_type.name.as_str().unwrap_or_default();
        if !ddl.ctx.type_memo.note(enum_type.schema.as_deref(), name) {
            found.push(enum_type);
        }
    }
    Ok(found)
}

/// The enumeration in a type: itself, or what an array holds.
fn enum_of(sql_type: &SqlType) -> Option<&EnumType> {
    match sql_type {
        SqlType::Enum(t) => Some(t),
        SqlType::Array(t) => enum_of(t.item.for_dialect("postgresql")),
        SqlType::Postgres(PgType::Domain(_)) => None,
        _ => None,
    }
}

/// `CREATE TYPE ... AS ENUM (...)`; nothing where the database has no such types.
pub(super) fn create_type(
    ddl: &Ddl<'_>,
    enum_type: &EnumType,
) -> Result<Option<Statement>, CompileError> {
    if !is_named_type(ddl, enum_type) {
        return Ok(None);
    }
    let values: Result<Vec<String>, CompileError> = enum_type
        .values
        .iter()
        .map(|value| ddl.string(value))
        .collect();
    Ok(Some(Statement::new(format!(
        "CREATE TYPE {} AS ENUM ({})",
        enum_type_name(ddl.dialect, enum_type)?,
        values?.join(", ")
    ))))
}

/// `DROP TYPE ...`; nothing where the database has no such types.
pub(super) fn drop_type(
    ddl: &Ddl<'_>,
    enum_type: &EnumType,
) -> Result<Option<Statement>, CompileError> {
    if !is_named_type(ddl, enum_type) {
        return Ok(None);
    }
    Ok(Some(Statement::new(format!(
        "DROP TYPE {}",
        enum_type_name(ddl.dialect, enum_type)?
    ))))
}

fn is_named_type(ddl: &Ddl<'_>, enum_type: &EnumType) -> bool {
    ddl.dialect.name() == "postgresql" && (enum_type.native_enum || enum_type.exact)
}
