//! The way back: what undoes an operation of a comparison.

use limbec_schema::{
    AddColumn, AddConstraint, AlterColumn, Change, ColumnPosition, Constraint, CreateIndex,
    CreateTable, DropColumn, DropConstraint, DropIndex, DropTable, DropTableComment, Operation,
    RenameTable, TableComment,
};
use thiserror::Error;

use super::ops::{Custom, Statements};
use super::{Directive, ModifyTable};

/// An operation that cannot be undone, because what it removes is not known.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct Irreversible {
    /// Alembic's words.
    pub message: &'static str,
}

/// The directives that undo these, the last first.
///
/// # Errors
/// An operation that does not know what it removes, and those that are never a comparison's.
pub fn reversed(directives: &[Directive]) -> Result<Vec<Directive>, Irreversible> {
    directives.iter().rev().map(reverse_directive).collect()
}

fn reverse_directive(directive: &Directive) -> Result<Directive, Irreversible> {
    match directive {
        Directive::Operation(operation) => reverse(operation).map(Directive::Operation),
        Directive::ModifyTable(modify) => Ok(Directive::ModifyTable(ModifyTable {
            table: modify.table.clone(),
            schema: modify.schema.clone(),
            ops: reversed(&modify.ops)?,
        })),
        Directive::Statements(statements) => Ok(Directive::Statements(Statements {
            op: statements.back_op,
            back_op: statements.op,
            forth: statements.back.clone(),
            back: statements.forth.clone(),
            ..statements.clone()
        })),
        Directive::Custom(custom) => Ok(Directive::Custom(Custom {
            forth: custom.back.clone(),
            back: custom.forth.clone(),
            diff: None,
        })),
        Directive::Lines(_) => Err(unknown()),
    }
}

fn unknown() -> Irreversible {
    Irreversible {
        message: "operation is not reversible",
    }
}

fn reverse(operation: &Operation) -> Result<Operation, Irreversible> {
    Ok(match operation {
        Operation::CreateTable(op) => Operation::DropTable(DropTable {
            name: op.table.name.clone(),
            schema: op.table.schema.clone(),
            original: Some(Box::new(op.table.clone())),
            ..DropTable::default()
        }),
        Operation::DropTable(op) => Operation::CreateTable(CreateTable {
            table: *op.original.clone().ok_or_else(unknown)?,
            if_not_exists: false,
        }),
        Operation::AddColumn(op) => Operation::DropColumn(DropColumn {
            table: op.table.clone(),
            schema: op.schema.clone(),
            column: op.column.name.clone(),
            if_exists: op.if_not_exists,
            original: Some(Box::new(op.column.clone())),
            ..DropColumn::default()
        }),
        Operation::DropColumn(op) => Operation::AddColumn(AddColumn {
            table: op.table.clone(),
            schema: op.schema.clone(),
            column: *op.original.clone().ok_or(Irreversible {
                message: "operation is not reversible; original column is not present",
            })?,
            if_not_exists: op.if_exists,
            inline_references: false,
            inline_primary_key: false,
            position: ColumnPosition::default(),
        }),
        Operation::AlterColumn(op) => Operation::AlterColumn(Box::new(swapped(op))),
        Operation::CreateIndex(op) => Operation::DropIndex(DropIndex {
            name: op.index.name.clone(),
            table: Some(op.index.table.clone()),
            schema: op.index.schema.clone(),
            if_exists: false,
            options: op.index.options.clone(),
            original: Some(Box::new(op.index.clone())),
            columns: Vec::new(),
        }),
        Operation::DropIndex(op) => Operation::CreateIndex(CreateIndex {
            index: *op.original.clone().ok_or_else(unknown)?,
            if_not_exists: false,
        }),
        Operation::AddConstraint(op) => Operation::DropConstraint(dropped(op)),
        Operation::DropConstraint(op) => Operation::AddConstraint(AddConstraint {
            table: op.table.clone(),
            schema: op.schema.clone(),
            constraint: *op.original.clone().ok_or(Irreversible {
                message: "constraint cannot be produced; original constraint is not present",
            })?,
        }),
        Operation::TableComment(op) => reverse_comment(op),
        Operation::DropTableComment(op) => Operation::TableComment(TableComment {
            table: op.table.clone(),
            schema: op.schema.clone(),
            comment: op.existing.clone(),
            existing: None,
        }),
        Operation::RenameTable(op) => Operation::RenameTable(RenameTable {
            old_name: op.new_name.clone(),
            new_name: op.old_name.clone(),
            schema: op.schema.clone(),
        }),
        Operation::BulkInsert(_) | Operation::Execute(_) | Operation::Batch(_) => {
            return Err(unknown());
        }
    })
}

/// The removal of a constraint that remembers it.
pub(super) fn dropped(op: &AddConstraint) -> DropConstraint {
    let kind = match &op.constraint {
        Constraint::PrimaryKey(_) => Some("primary"),
        Constraint::ForeignKey(_) => Some("foreignkey"),
        Constraint::Unique(_) => Some("unique"),
        Constraint::Check(_) => Some("check"),
        Constraint::Exclude(_) => None,
    };
    DropConstraint {
        name: op.constraint.name().clone(),
        table: op.table.clone(),
        schema: op.schema.clone(),
        kind: kind.map(str::to_owned),
        if_exists: false,
        cascade: false,
        original: Some(Box::new(op.constraint.clone())),
    }
}

fn reverse_comment(op: &TableComment) -> Operation {
    match &op.existing {
        None => Operation::DropTableComment(DropTableComment {
            table: op.table.clone(),
            schema: op.schema.clone(),
            existing: op.comment.clone(),
        }),
        Some(existing) => Operation::TableComment(TableComment {
            table: op.table.clone(),
            schema: op.schema.clone(),
            comment: Some(existing.clone()),
            existing: op.comment.clone(),
        }),
    }
}

/// What is and what becomes change places, attribute by attribute.
fn swapped(op: &AlterColumn) -> AlterColumn {
    let mut back = op.clone();
    if let Some(new) = &op.name {
        back.column.clone_from(new);
        back.name = Some(op.column.clone());
    }
    if let Some(new) = back.sql_type.take() {
        back.sql_type = back.existing.sql_type.replace(new);
    }
    if let Change::Set(new) = op.nullable {
        back.nullable = match back.existing.nullable.replace(new) {
            Some(old) => Change::Set(old),
            None => Change::Keep,
        };
    }
    if op.server_default.is_set() {
        std::mem::swap(&mut back.server_default, &mut back.existing.server_default);
    }
    if let Change::Set(new) = &op.comment {
        let old = std::mem::replace(&mut back.existing.comment, new.clone());
        back.comment = Change::Set(old);
    }
    back
}
