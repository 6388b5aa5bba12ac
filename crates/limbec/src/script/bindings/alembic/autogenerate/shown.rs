//! The differences as `check` tells them: Python's `repr` of Alembic's tuples, with SQLAlchemy's objects in them.

use limbec_python::{PyResult, Vm};
use limbec_schema::{Constraint, Operation};

use super::api::diff_function;
use super::declared::Declared;
use super::directives::operation_value;
use crate::autogen::Directive;
use crate::autogen::render::diffs as of_data;

/// The tuples of these directives, in order.
///
/// # Errors
/// What the constructors and `repr` raise.
pub(super) fn diffs(
    vm: &mut Vm,
    directives: &[Directive],
    declared: &Declared,
) -> PyResult<Vec<String>> {
    let mut found = Vec::new();
    for directive in directives {
        match directive {
            Directive::ModifyTable(modify) => found.extend(diffs(vm, &modify.ops, declared)?),
            Directive::Operation(operation) if has_tuple(operation) => {
                let object = operation_value(vm, operation, declared)?;
                let tuple = diff_function(vm, "diff_of", object)?;
                found.push(vm.repr(&tuple)?.to_string());
            }
            other => found.extend(of_data::diffs(std::slice::from_ref(other))),
        }
    }
    Ok(found)
}

/// Whether a comparison of Alembic's makes such an operation.
fn has_tuple(operation: &Operation) -> bool {
    let is_compared = |constraint: &Constraint| match constraint {
        Constraint::ForeignKey(_) | Constraint::Unique(_) | Constraint::Check(_) => true,
        Constraint::PrimaryKey(_) | Constraint::Exclude(_) => false,
    };
    match operation {
        Operation::CreateTable(_)
        | Operation::DropTable(_)
        | Operation::AddColumn(_)
        | Operation::DropColumn(_)
        | Operation::CreateIndex(_)
        | Operation::DropIndex(_)
        | Operation::TableComment(_)
        | Operation::DropTableComment(_) => true,
        Operation::AlterColumn(op) => op.name.is_none(),
        Operation::AddConstraint(op) => is_compared(&op.constraint),
        Operation::DropConstraint(op) => op.original.as_deref().is_some_and(is_compared),
        Operation::RenameTable(_)
        | Operation::BulkInsert(_)
        | Operation::Execute(_)
        | Operation::Batch(_) => false,
    }
}
