//! `op.batch_alter_table`: a group of changes to one table, made by ALTER where the database can, and
//! otherwise by making the table anew, copying its rows and taking its name.
//!
//! Planning is pure: from the table as it is and the operations of the batch come the new table and
//! the statements (`rebuild`, `statements`). It says exactly what Alembic's `operations/batch.py` says,
//! so that offline mode prints the same text. Carrying a plan out on a live SQLite database, with what
//! it takes to lose nothing, is `sqlite::batch`.

mod affinity;
mod apply;
mod decide;
mod finish;
mod order;
mod parts;
mod rebuild;
mod statements;
mod subject;

use limbec_schema::{Batch, Operation};

use crate::connection::Connection;
use crate::db_error::DbError;
use crate::ddl::CompileContext;
use crate::inspect::InspectError;
use crate::{CompileError, Dialect, Statement};

pub(crate) use rebuild::{Existing, Rebuild};
pub(crate) use statements::{RebuildPlan, temp_name};

/// Why a batch cannot be carried out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum BatchError {
    /// What cannot be written as SQL, or what a batch cannot do.
    #[error(transparent)]
    Compile(#[from] CompileError),
    /// The table could not be read.
    #[error(transparent)]
    Inspect(#[from] InspectError),
    /// A statement failed.
    #[error(transparent)]
    Database(#[from] DbError),
    /// A table `_alembic_tmp_...` of an earlier run that did not come to its end.
    #[error("table {temp} is left over from a batch migration of {table} that was interrupted")]
    LeftOver {
        /// The table of the batch.
        table: String,
        /// The table that is left over.
        temp: String,
        /// What to do.
        hints: Vec<String>,
    },
    /// The new table did not receive the rows of the old one.
    #[error("table {table} had {before} rows before the batch and would have {after} after it")]
    RowsLost {
        /// The table.
        table: String,
        /// Rows before.
        before: i64,
        /// Rows that were copied.
        after: i64,
    },
    /// Rows that refer to nothing now, and did not before.
    #[error("{0}")]
    ForeignKeys(String),
    /// A view or a trigger that worked before the batch and would not work after it.
    #[error("{kind} {name} no longer works after the batch on table {table}: {message}")]
    Dependent {
        /// `view` or `trigger`.
        kind: &'static str,
        /// Its name.
        name: String,
        /// The table of the batch.
        table: String,
        /// What SQLite says.
        message: String,
    },
}

impl BatchError {
    /// What to do about it, one line each, without `hint: `.
    pub fn hints(&self) -> Vec<String> {
        match self {
            BatchError::LeftOver { hints, .. } => hints.clone(),
            BatchError::Database(error) => error.hints.clone(),
            BatchError::ForeignKeys(_) => vec![
                "nothing was changed; mend or delete these rows in a step before the batch"
                    .to_owned(),
            ],
            BatchError::RowsLost { .. } => vec![
                "nothing was changed; a trigger or an ON CONFLICT clause may have swallowed rows"
                    .to_owned(),
            ],
            BatchError::Dependent { kind, name, .. } => vec![format!(
                "nothing was changed; drop {kind} {name} before the batch and create it anew after it"
            )],
            BatchError::Compile(_) | BatchError::Inspect(_) => Vec::new(),
        }
    }

    /// The dotted name of the exception that Python would raise; `None` for an error that only
    /// Limbec has.
    pub fn python_class(&self) -> Option<&'static str> {
        match self {
            BatchError::Compile(error) => Some(error.python_class()),
            BatchError::Inspect(InspectError::NoSuchTable(_)) => {
                Some("sqlalchemy.exc.NoSuchTableError")
            }
            BatchError::Inspect(_)
            | BatchError::Database(_)
            | BatchError::LeftOver { .. }
            | BatchError::RowsLost { .. }
            | BatchError::ForeignKeys(_)
            | BatchError::Dependent { .. } => None,
        }
    }
}

/// What happens while a batch is carried out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BatchEvent<'a> {
    /// A statement that offline mode would print is about to run.
    Statement(&'a Statement),
    /// A statement that only keeps the data safe (a savepoint, a trigger made anew) is about to run.
    Safeguard(&'a Statement),
    /// Something that the script's author should know.
    Warning(&'a str),
}

/// Receives [`BatchEvent`]s.
pub type OnEvent<'a> = dyn FnMut(BatchEvent<'_>) + 'a;

/// The statements of a batch without a database: by ALTER, or by a new table where
/// `copy_from` says what the table is like.
///
/// # Errors
/// A rebuild without `copy_from` (`This operation cannot proceed in --sql mode ...`), and what
/// Alembic would raise for the operations.
pub fn compile(
    dialect: &dyn Dialect,
    batch: &Batch,
    ctx: &CompileContext,
) -> Result<Vec<Statement>, CompileError> {
    let mut statements = executed_first(dialect, batch, ctx)?;
    if !decide::must_rebuild(dialect, batch, ctx)? {
        statements.extend(in_place(dialect, batch, ctx)?);
        return Ok(statements);
    }
    let Some(copy_from) = &batch.settings.copy_from else {
        return Err(no_connection(dialect, &batch.table));
    };
    let existing = Existing::given(copy_from.clone());
    let plan = Rebuild::plan(dialect, batch, existing, ctx)?;
    statements.extend(plan.into_statements());
    Ok(statements)
}

/// Carries a batch out on a live database.
///
/// # Errors
/// What the database or Alembic would say, and what the safeguards found. After an error nothing
/// of the batch is left.
pub fn run(
    connection: &mut dyn Connection,
    batch: &Batch,
    ctx: &CompileContext,
    on_event: &mut OnEvent<'_>,
) -> Result<(), BatchError> {
    let dialect = connection.dialect();
    for statement in executed_first(dialect, batch, ctx)? {
        on_event(BatchEvent::Statement(&statement));
        connection.execute(&statement)?;
    }
    if decide::must_rebuild(dialect, batch, ctx)? {
        if !dialect.features().rebuilds_tables {
            return Err(CompileError::not_implemented(format!(
                "recreate='always' rebuilds a table, which Limbec does on SQLite only; \
                 {} alters tables in place",
                dialect.name()
            ))
            .into());
        }
        return crate::sqlite::rebuild_table(connection, batch, ctx, on_event);
    }
    for statement in in_place(dialect, batch, ctx)? {
        on_event(BatchEvent::Statement(&statement));
        connection.execute(&statement)?;
    }
    Ok(())
}

/// `batch_op.execute()` runs at once, that is, before the batch is flushed.
fn executed_first(
    dialect: &dyn Dialect,
    batch: &Batch,
    ctx: &CompileContext,
) -> Result<Vec<Statement>, CompileError> {
    each(dialect, batch, ctx, true)
}

fn in_place(
    dialect: &dyn Dialect,
    batch: &Batch,
    ctx: &CompileContext,
) -> Result<Vec<Statement>, CompileError> {
    each(dialect, batch, ctx, false)
}

fn each(
    dialect: &dyn Dialect,
    batch: &Batch,
    ctx: &CompileContext,
    executed: bool,
) -> Result<Vec<Statement>, CompileError> {
    let mut statements = Vec::new();
    for item in &batch.items {
        if matches!(item.operation, Operation::Execute(_)) == executed {
            statements.extend(crate::ddl::compile(dialect, &item.operation, ctx)?);
        }
    }
    Ok(statements)
}

fn no_connection(dialect: &dyn Dialect, table: &str) -> CompileError {
    CompileError::Command {
        message: format!(
            "This operation cannot proceed in --sql mode; batch mode with dialect {} requires a live \
             database connection with which to reflect the table \"{table}\". To generate a batch SQL \
             migration script using table \"move and copy\", a complete Table object should be passed \
             to the \"copy_from\" argument of the batch_alter_table() method so that table reflection \
             can be skipped.",
            dialect.name()
        ),
    }
}
