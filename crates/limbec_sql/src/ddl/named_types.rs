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
    for named in new_types(ddl, shape)? {
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
    for named in new_types(ddl, shape)? {
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
///
/// # Errors
/// A domain on a database that has none; a `postgresql.ENUM` on MySQL, whose enumerations are no
/// types of their own, but which SQLAlchemy tries to create there.
fn new_types(ddl: &Ddl<'_>, shape: &TableShape) -> Result<Vec<NamedType>, CompileError> {
    let mut found = Vec::new();
    for column in &shape.columns {
        collect(ddl, shape, &column.sql_type, &mut found);
    }
    if ddl.dialect.name() != "postgresql" {
        return match found.first() {
            None => Ok(Vec::new()),
            Some(NamedType::Enum(_)) => Err(cannot_create(ddl, "CreateEnumType")),
            Some(NamedType::Domain(_)) => Err(cannot_create(ddl, "CreateDomainType")),
        };
    }
    found.retain(|named| {
        let (kind, schema, name) = match named {
            NamedType::Enum(t) => ("enum", &t.schema, t.name.as_str().unwrap_or_default()),
            NamedType::Domain(t) => ("domain", &t.schema, t.name.as_str()),
        };
        !ddl.ctx.type_memo.note(kind, schema.as_deref(), name)
    });
    Ok(found)
}

fn cannot_create(ddl: &Ddl<'_>, construct: &str) -> CompileError {
    CompileError::cannot_render(
        &format!("<{} object>", ddl.dialect.features().ddl_compiler),
        &format!("<class 'sqlalchemy.dialects.postgresql.named_types.{construct}'>"),
    )
}

/// The named types in a type: itself, or what an array holds. Types that belong to a metadata, and
/// those with `create_type=False`, are made elsewhere. Of variants, those that are PostgreSQL's own
/// are created whatever the dialect is that they are meant for.
fn collect(ddl: &Ddl<'_>, shape: &TableShape, sql_type: &SqlType, found: &mut Vec<NamedType>) {
    let features = ddl.dialect.features();
    match sql_type {
        SqlType::Variant(variant) => {
            let chosen = sql_type.for_dialect(ddl.dialect.name());
            let parts =
                std::iter::once(&*variant.base).chain(variant.variants.iter().map(|v| &v.1));
            for part in parts {
                if part == chosen || is_own(part) {
                    collect(ddl, shape, part, found);
                }
            }
        }
        SqlType::Decorated(_) => {
            collect(ddl, shape, sql_type.for_dialect(ddl.dialect.name()), found);
        }
        SqlType::Enum(t) if t.create_type && !t.metadata => {
            let created = if t.exact {
                features.native_enum
            } else {
                t.native_enum && ddl.dialect.name() == "postgresql"
            };
            if created {
                let mut owned = t.clone();
                if owned.inherit_schema {
                    owned.schema.clone_from(&shape.schema);
                }
                found.push(NamedType::Enum(owned));
            }
        }
        SqlType::Array(t) => collect(ddl, shape, &t.item, found),
        SqlType::Postgres(PgType::Domain(t)) if t.create_type => {
            found.push(NamedType::Domain(t.clone()));
        }
        _ => {}
    }
}

/// A type of PostgreSQL's module.
fn is_own(sql_type: &SqlType) -> bool {
    match sql_type {
        SqlType::Enum(t) => t.exact,
        SqlType::Array(t) => is_own(&t.item),
        SqlType::Postgres(_) => true,
        _ => false,
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
