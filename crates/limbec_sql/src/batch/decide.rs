//! Whether a batch needs a new table: Alembic's `requires_recreate_in_batch`.

use limbec_schema::{AddColumn, Batch, BatchItem, Constraint, Operation, Recreate, ServerDefault};

use super::subject::shape_of_column;
use crate::ddl::{CompileContext, Ddl};
use crate::{CompileError, Dialect};

/// Whether the whole batch needs a new table.
///
/// # Errors
/// A column that is to stand before or behind another one, where the table is only altered.
pub(super) fn must_rebuild(
    dialect: &dyn Dialect,
    batch: &Batch,
    ctx: &CompileContext,
) -> Result<bool, CompileError> {
    let ddl = Ddl { dialect, ctx };
    for (at, item) in batch.items.iter().enumerate() {
        let Operation::AddColumn(op) = &item.operation else {
            continue;
        };
        // Alembic decides when the column is added, from what the batch holds until then.
        let placed = op.position.before.is_some() || op.position.after.is_some();
        if placed && !rebuilds(&ddl, batch.settings.recreate, &batch.items[..at])? {
            return Err(CompileError::Command {
                message: "Can't specify insert_before or insert_after when using ALTER; please \
                          specify recreate='always'"
                    .to_owned(),
            });
        }
    }
    rebuilds(&ddl, batch.settings.recreate, &batch.items)
}

fn rebuilds(ddl: &Ddl<'_>, recreate: Recreate, items: &[BatchItem]) -> Result<bool, CompileError> {
    match recreate {
        Recreate::Always => Ok(true),
        Recreate::Never => Ok(false),
        Recreate::Auto if !ddl.dialect.features().rebuilds_tables => Ok(false),
        Recreate::Auto => {
            for item in items {
                if needs_new_table(ddl, &item.operation)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
    }
}

fn needs_new_table(ddl: &Ddl<'_>, operation: &Operation) -> Result<bool, CompileError> {
    match operation {
        Operation::AddColumn(op) => column_needs_new_table(ddl, op),
        Operation::CreateIndex(_) | Operation::DropIndex(_) | Operation::Execute(_) => Ok(false),
        Operation::CreateTable(_)
        | Operation::DropTable(_)
        | Operation::RenameTable(_)
        | Operation::DropColumn(_)
        | Operation::AlterColumn(_)
        | Operation::AddConstraint(_)
        | Operation::DropConstraint(_)
        | Operation::TableComment(_)
        | Operation::DropTableComment(_)
        | Operation::BulkInsert(_)
        | Operation::Batch(_) => Ok(true),
    }
}

/// ALTER TABLE ADD COLUMN of SQLite takes no default that is an expression, no stored generated
/// column, and no constraint beside the column.
fn column_needs_new_table(ddl: &Ddl<'_>, op: &AddColumn) -> Result<bool, CompileError> {
    let column = &op.column;
    if matches!(column.server_default, Some(ServerDefault::Expr(_))) {
        return Ok(true);
    }
    if column
        .computed
        .as_ref()
        .is_some_and(|computed| computed.persisted == Some(true))
    {
        return Ok(true);
    }
    let shape = shape_of_column(ddl, op)?;
    let inlined = op.inline_references && column.foreign_keys.len() == 1;
    Ok(shape
        .constraints
        .iter()
        .any(|bound| !(inlined && matches!(bound.constraint, Constraint::ForeignKey(_)))))
}
