//! `op.alter_column`.

use limbec_schema::{
    AlterColumn, Change, Column, ColumnDefault, Constraint, ExistingColumn, NamingKind, Options,
    ServerDefault, SqlType,
};

use super::shape::{BoundConstraint, type_check};
use super::{Ddl, TableShape, column, constraint};
use crate::naming::Subject;
use crate::{CompileError, Statement};

/// What `op.alter_column` asks for, as the databases see it.
#[derive(Debug, Clone)]
pub struct ColumnAlteration<'a> {
    pub(crate) table: &'a str,
    pub(crate) schema: Option<&'a str>,
    pub(crate) column: &'a str,
    pub(crate) existing: &'a ExistingColumn,
    pub(crate) nullable: Option<bool>,
    pub(crate) server_default: &'a Change<Option<ColumnDefault>>,
    pub(crate) comment: &'a Change<Option<String>>,
    pub(crate) name: Option<&'a str>,
    pub(crate) sql_type: Option<&'a SqlType>,
    pub(crate) bare_type: bool,
    pub(crate) autoincrement: Option<bool>,
    pub(crate) options: &'a Options,
}

/// Which kind of default an alteration touches: the new one decides together with the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DefaultKind {
    /// A DEFAULT clause.
    Plain,
    /// `GENERATED ALWAYS AS (...)`.
    Computed,
    /// `GENERATED ... AS IDENTITY`.
    Identity,
}

impl ColumnAlteration<'_> {
    /// `ALTER TABLE schema.table`.
    pub(crate) fn alter_table(&self, ddl: &Ddl<'_>) -> String {
        ddl.alter_table(self.schema, self.table)
    }

    /// `ALTER TABLE schema.table ALTER COLUMN column`.
    pub(crate) fn alter_column(&self, ddl: &Ddl<'_>) -> String {
        format!(
            "{} ALTER COLUMN {}",
            self.alter_table(ddl),
            ddl.dialect.quote(self.column)
        )
    }

    /// The kind of default that is changed from or to.
    pub(crate) fn default_kind(&self) -> DefaultKind {
        let old = self
            .existing
            .server_default
            .as_set()
            .and_then(Option::as_ref);
        let new = self.server_default.as_set().and_then(Option::as_ref);
        let any =
            |wanted: fn(&ColumnDefault) -> bool| old.is_some_and(wanted) || new.is_some_and(wanted);
        if any(|d| matches!(d, ColumnDefault::Computed(_))) {
            DefaultKind::Computed
        } else if any(|d| matches!(d, ColumnDefault::Identity(_))) {
            DefaultKind::Identity
        } else {
            DefaultKind::Plain
        }
    }
}

/// The statements of `op.alter_column`: constraints of the old type go first, those of the new type
/// come last.
pub(super) fn compile(ddl: &Ddl<'_>, op: &AlterColumn) -> Result<Vec<Statement>, CompileError> {
    let mut statements = Vec::new();
    if let (Some(old), Some(_)) = (&op.existing.sql_type, &op.sql_type) {
        statements.extend(drop_type_constraint(ddl, op, old)?);
    }
    let alteration = ColumnAlteration {
        table: &op.table,
        schema: op.schema.as_deref(),
        column: &op.column,
        existing: &op.existing,
        nullable: op.nullable.as_set().copied(),
        server_default: &op.server_default,
        comment: &op.comment,
        name: op.name.as_deref(),
        sql_type: op.sql_type.as_ref(),
        bare_type: op.bare_type,
        autoincrement: op.autoincrement,
        options: &op.options,
    };
    statements.extend(ddl.rules().alter_column(ddl, &alteration)?);
    if let Some(new) = &op.sql_type
        && let Some(check) = type_check(ddl, &Column::new(op.column.clone(), new.clone()))?
    {
        statements.extend(constraint::add(
            ddl,
            &TableShape::bare(&op.table, op.schema.as_deref()),
            &BoundConstraint {
                constraint: Constraint::Check(check),
                type_bound: true,
            },
        )?);
    }
    Ok(statements)
}

/// Drops the CHECK that the old type brought along. SQLite and MySQL leave it.
fn drop_type_constraint(
    ddl: &Ddl<'_>,
    op: &AlterColumn,
    old: &SqlType,
) -> Result<Option<Statement>, CompileError> {
    let Some(check) = type_check(ddl, &Column::new(op.column.clone(), old.clone()))? else {
        return Ok(None);
    };
    if ddl.dialect.is_mysql_like() || !ddl.dialect.features().alters_constraints {
        return Ok(None);
    }
    let name = ddl.name(&Subject {
        kind: NamingKind::Check,
        name: &check.name,
        table: &op.table,
        schema: op.schema.as_deref(),
        columns: vec![&op.column],
        free: Vec::new(),
        referred: None,
    })?;
    let table = ddl.dialect.qualified(op.schema.as_deref(), &op.table);
    constraint::drop_sql(ddl, &table, Some(NamingKind::Check), name, false)
        .map(|sql| Some(Statement::new(sql)))
}

/// The alterations as statements of their own, in the order of Alembic's default: nullability,
/// default, type, comment, and the new name last. PostgreSQL and SQLite share it.
pub(crate) fn separately(
    ddl: &Ddl<'_>,
    alteration: &ColumnAlteration<'_>,
    sql_type: Option<&SqlType>,
) -> Result<Vec<Statement>, CompileError> {
    let column = alteration.alter_column(ddl);
    let mut statements = Vec::new();
    if alteration.autoincrement.is_some() || alteration.existing.autoincrement.is_some() {
        tracing::warn!("autoincrement and existing_autoincrement only make sense for MySQL");
    }
    if let Some(nullable) = alteration.nullable {
        let verb = if nullable { "DROP" } else { "SET" };
        statements.push(Statement::new(format!("{column} {verb} NOT NULL")));
    }
    if let Change::Set(default) = alteration.server_default {
        statements.push(Statement::new(match alteration.default_kind() {
            DefaultKind::Plain => format!("{column} {}", set_default(ddl, default.as_ref())?),
            DefaultKind::Computed => return Err(computed_error()),
            DefaultKind::Identity => ddl.rules().alter_identity(ddl, alteration)?,
        }));
    }
    if let Some(sql_type) = sql_type {
        let written = ddl.dialect.type_ddl(sql_type)?;
        statements.push(Statement::new(format!("{column} TYPE {written}")));
    }
    if let Change::Set(comment) = alteration.comment {
        statements.push(
            ddl.rules()
                .column_comment(ddl, alteration, comment.as_deref())?,
        );
    }
    if let Some(name) = alteration.name {
        statements.push(Statement::new(format!(
            "{} RENAME {}{} TO {}",
            alteration.alter_table(ddl),
            ddl.rules().rename_column_word(),
            ddl.dialect.quote(alteration.column),
            ddl.dialect.quote(name)
        )));
    }
    Ok(statements)
}

/// `SET DEFAULT ...` or `DROP DEFAULT`.
pub(crate) fn set_default(
    ddl: &Ddl<'_>,
    default: Option<&ColumnDefault>,
) -> Result<String, CompileError> {
    match default {
        None => Ok("DROP DEFAULT".to_owned()),
        Some(default) => Ok(format!("SET DEFAULT {}", plain_default(ddl, default)?)),
    }
}

/// The text of a DEFAULT clause.
pub(crate) fn plain_default(
    ddl: &Ddl<'_>,
    default: &ColumnDefault,
) -> Result<String, CompileError> {
    match default {
        ColumnDefault::Server(ServerDefault::Fetched) => Err(CompileError::compile(
            "FetchedValue() has no SQL that could be set as a default",
        )),
        ColumnDefault::Server(default) => {
            Ok(column::default_text(ddl, default)?.unwrap_or_default())
        }
        ColumnDefault::Computed(_) => Err(computed_error()),
        ColumnDefault::Identity(_) => Err(identity_error()),
    }
}

/// Alembic's refusal to turn a column into a computed one or back.
pub(crate) fn computed_error() -> CompileError {
    CompileError::compile(
        "Adding or removing a \"computed\" construct, e.g. GENERATED ALWAYS AS, to or from an \
         existing column is not supported.",
    )
}

/// Alembic's refusal to touch an identity where the database cannot.
pub(crate) fn identity_error() -> CompileError {
    CompileError::compile(
        "Adding, removing or modifying an \"identity\" construct, e.g. GENERATED AS IDENTITY, to \
         or from an existing column is not supported in this dialect.",
    )
}
