//! Named types of PostgreSQL that tables bring along: ENUM and DOMAIN.

use limbec_schema::{ConstraintName, EnumType, PgDomain, PgType, SqlType};

use super::column::default_text;
use super::{Ddl, TableShape};
use crate::naming::{self, FinalName};
use crate::postgres::enum_type_name;
use crate::{CompileError, Statement};

/// A type that CREATE TABLE needs and does not make by itself.
enum NamedType {
    Enum(EnumType),
    Domain(Box<PgDomain>),
}

/// CREATE TYPE and CREATE DOMAIN for the types that the columns of a new table need.
///
/// Alembic does this for `op.create_table` only: `op.add_column` expects the type to be there.
pub(super) fn before_create(
    ddl: &Ddl<'_>,
    shape: &TableShape,
) -> Result<Vec<Statement>, CompileError> {
    let mut statements = Vec::new();
    for named in new_types(ddl, shape) {
        match named {
            NamedType::Enum(t) => statements.extend(create_type(ddl, &t)?),
            NamedType::Domain(t) => statements.push(create_domain(ddl, &t)?),
        }
    }
    Ok(statements)
}

/// DROP TYPE and DROP DOMAIN for the types that went with a table.
pub(super) fn after_drop(
    ddl: &Ddl<'_>,
    shape: &TableShape,
) -> Result<Vec<Statement>, CompileError> {
    let mut statements = Vec::new();
    for named in new_types(ddl, shape) {
        match named {
            NamedType::Enum(t) => statements.extend(drop_type(ddl, &t)?),
            NamedType::Domain(t) => statements.push(Statement::new(format!(
                "DROP DOMAIN {}",
                ddl.dialect.qualified(t.schema.as_deref(), &t.name)
            ))),
        }
    }
    Ok(statements)
}

/// The named types of a table's columns that this run has not met yet.
fn new_types(ddl: &Ddl<'_>, shape: &TableShape) -> Vec<NamedType> {
    if ddl.dialect.name() != "postgresql" {
        return Vec::new();
    }
    let types = shape
        .columns
        .iter()
        .filter_map(|column| named_type(shape, column.sql_type.for_dialect("postgresql")));
    types
        .filter(|named| {
            let (kind, schema, name) = match named {
                NamedType::Enum(t) => ("enum", &t.schema, t.name.as_str().unwrap_or_default()),
                NamedType::Domain(t) => ("domain", &t.schema, t.name.as_str()),
            };
            !ddl.ctx.type_memo.note(kind, schema.as_deref(), name)
        })
        .collect()
}

/// The named type in a type: itself, or what an array holds. Types that belong to a metadata, and
/// those with `create_type=False`, are made elsewhere.
fn named_type(shape: &TableShape, sql_type: &SqlType) -> Option<NamedType> {
    match sql_type {
        SqlType::Enum(t) if (t.native_enum || t.exact) && t.create_type && !t.metadata => {
            let mut owned = t.clone();
            if owned.inherit_schema {
                owned.schema.clone_from(&shape.schema);
            }
            Some(NamedType::Enum(owned))
        }
        SqlType::Array(t) => named_type(shape, t.item.for_dialect("postgresql")),
        SqlType::Postgres(PgType::Domain(t)) if t.create_type => Some(NamedType::Domain(t.clone())),
        _ => None,
    }
}

/// `CREATE TYPE ... AS ENUM (...)`; nothing where the database has no such types.
pub(super) fn create_type(
    ddl: &Ddl<'_>,
    enum_type: &EnumType,
) -> Result<Option<Statement>, CompileError> {
    if !is_named(ddl, enum_type) {
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
    if !is_named(ddl, enum_type) {
        return Ok(None);
    }
    Ok(Some(Statement::new(format!(
        "DROP TYPE {}",
        enum_type_name(ddl.dialect, enum_type)?
    ))))
}

fn is_named(ddl: &Ddl<'_>, enum_type: &EnumType) -> bool {
    ddl.dialect.name() == "postgresql" && (enum_type.native_enum || enum_type.exact)
}

fn create_domain(ddl: &Ddl<'_>, domain: &PgDomain) -> Result<Statement, CompileError> {
    let mut options = Vec::new();
    if let Some(collation) = &domain.collation {
        options.push(format!("COLLATE {}", ddl.dialect.quote(collation)));
    }
    if let Some(default) = &domain.default {
        options.extend(default_text(ddl, default)?.map(|text| format!("DEFAULT {text}")));
    }
    let name = match &domain.constraint_name {
        ConstraintName::Unnamed => FinalName::Unnamed,
        ConstraintName::Plain(name) => FinalName::Given(name.clone()),
        ConstraintName::Final(name) => FinalName::Conventional(name.clone()),
    };
    if let Some(name) = naming::written(ddl.dialect, &name, None)? {
        options.push(format!("CONSTRAINT {name}"));
    }
    if domain.not_null == Some(true) {
        options.push("NOT NULL".to_owned());
    }
    if let Some(check) = &domain.check {
        options.push(format!("CHECK ({})", ddl.expr(check)?));
    }
    // Without options, SQLAlchemy leaves the blank that would stand before them.
    Ok(Statement::new(format!(
        "CREATE DOMAIN {} AS {} {}",
        ddl.dialect
            .qualified(domain.schema.as_deref(), &domain.name),
        ddl.dialect.type_ddl(&domain.data_type)?,
        options.join(" ")
    )))
}
