//! Named types of PostgreSQL that tables bring along: ENUM and DOMAIN.

use limbec_schema::{ConstraintName, EnumType, NamedType, PgDomain, PgType, SqlType, Table};

use super::column::default_text;
use super::{Ddl, TableShape};
use crate::naming::{self, FinalName};
use crate::postgres::enum_type_name;
use crate::{CompileError, Dialect, Statement};

/// The types that the columns of a table need and that CREATE TABLE does not make by itself, those
/// with `create_type=False` left out.
pub fn named_types(dialect: &dyn Dialect, table: &Table) -> Vec<NamedType> {
    let mut found = Vec::new();
    for column in &table.columns {
        let schema = table.schema.as_deref();
        collect(dialect, schema, &column.sql_type, &mut found);
    }
    found
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
        statements.extend(create_type(ddl, &named)?);
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
        statements.extend(drop_type(ddl, &named)?);
    }
    Ok(statements)
}

/// The named types of a table's columns that this run has not met yet. Types that belong to a
/// metadata are made elsewhere.
///
/// # Errors
/// A domain on a database that has none; a `postgresql.ENUM` on MySQL, whose enumerations are no
/// types of their own, but which SQLAlchemy tries to create there.
fn new_types(ddl: &Ddl<'_>, shape: &TableShape) -> Result<Vec<NamedType>, CompileError> {
    let mut found = Vec::new();
    for column in &shape.columns {
        let schema = shape.schema.as_deref();
        collect(ddl.dialect, schema, &column.sql_type, &mut found);
    }
    found.retain(|named| !named.has_metadata());
    if let Some(first) = found.first() {
        ddl.rules().accept_named_type(ddl, first)?;
    }
    found.retain(|named| {
        let memo = &ddl.ctx.type_memo;
        !memo.note(named.kind(), named.schema(), named.name())
    });
    Ok(found)
}

/// SQLAlchemy's error where it tries to create a named type on a database that has none.
pub(crate) fn cannot_create(ddl: &Ddl<'_>, named: &NamedType) -> CompileError {
    cannot_render(ddl, "Create", named)
}

fn cannot_render(ddl: &Ddl<'_>, verb: &str, named: &NamedType) -> CompileError {
    let kind = match named {
        NamedType::Enum(_) => "EnumType",
        NamedType::Domain(_) => "DomainType",
    };
    CompileError::cannot_render(
        &format!("<{} object>", ddl.dialect.features().ddl_compiler),
        &format!("<class 'sqlalchemy.dialects.postgresql.named_types.{verb}{kind}'>"),
    )
}

/// The named types in a type: itself, or what an array holds. Those with `create_type=False` are made
/// elsewhere. Of variants, those that are PostgreSQL's own are created whatever the dialect is that
/// they are meant for.
fn collect(
    dialect: &dyn Dialect,
    schema: Option<&str>,
    sql_type: &SqlType,
    found: &mut Vec<NamedType>,
) {
    match sql_type {
        SqlType::Variant(variant) => {
            let chosen = sql_type.for_dialect(dialect.name());
            let parts =
                std::iter::once(&*variant.base).chain(variant.variants.iter().map(|v| &v.1));
            for part in parts {
                if part == chosen || is_own(part) {
                    collect(dialect, schema, part, found);
                }
            }
        }
        SqlType::Decorated(_) => {
            collect(dialect, schema, sql_type.for_dialect(dialect.name()), found);
        }
        SqlType::Enum(t) if t.create_type => {
            let features = dialect.features();
            let created = if t.exact {
                features.native_enum
            } else {
                t.native_enum && features.named_types
            };
            if created {
                let mut owned = t.clone();
                if owned.inherit_schema {
                    owned.schema = schema.map(str::to_owned);
                }
                found.push(NamedType::Enum(*owned));
            }
        }
        SqlType::Array(t) => collect(dialect, schema, &t.item, found),
        SqlType::Postgres(PgType::Domain(t)) if t.create_type => {
            let mut owned = t.clone();
            if owned.inherit_schema {
                owned.schema = schema.map(str::to_owned);
            }
            found.push(NamedType::Domain(owned));
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

/// `CREATE TYPE ... AS ENUM (...)` or `CREATE DOMAIN ...`; nothing for a generic Enum where the
/// database has no such types.
///
/// # Errors
/// A type of PostgreSQL's own on another database.
pub(super) fn create_type(
    ddl: &Ddl<'_>,
    named: &NamedType,
) -> Result<Option<Statement>, CompileError> {
    let enum_type = match named {
        NamedType::Enum(t) if is_named(ddl, t) => t,
        NamedType::Domain(t) if ddl.dialect.features().named_types => {
            return create_domain(ddl, t).map(Some);
        }
        NamedType::Enum(t) if !t.exact => return Ok(None),
        _ => return Err(cannot_create(ddl, named)),
    };
    if let Some(odd) = &enum_type.odd_value {
        return Err(CompileError::Compile {
            message: format!(
                "No literal value renderer is available for literal value \"{}\" with datatype NULL",
                odd.shown
            ),
        });
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

/// `DROP TYPE ...` or `DROP DOMAIN ...`, as [`create_type`] creates them.
pub(super) fn drop_type(
    ddl: &Ddl<'_>,
    named: &NamedType,
) -> Result<Option<Statement>, CompileError> {
    Ok(match named {
        NamedType::Enum(t) if is_named(ddl, t) => Some(Statement::new(format!(
            "DROP TYPE {}",
            enum_type_name(ddl.dialect, t)?
        ))),
        NamedType::Domain(t) if ddl.dialect.features().named_types => {
            Some(Statement::new(format!(
                "DROP DOMAIN {}",
                ddl.dialect.qualified(t.schema.as_deref(), &t.name)
            )))
        }
        NamedType::Enum(t) if !t.exact => None,
        _ => return Err(cannot_render(ddl, "Drop", named)),
    })
}

fn is_named(ddl: &Ddl<'_>, enum_type: &EnumType) -> bool {
    ddl.dialect.features().named_types && (enum_type.native_enum || enum_type.exact)
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
