//! `op.create_unique_constraint`

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{AddConstraint, Constraint, Operation, UniqueConstraint};

use super::super::bridge;
use super::super::read::{names, optional_str, required, text};
use super::constraint_keywords::Keywords;
use super::directive::{BatchForm, Directive, in_batch, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "create_unique_constraint",
    class: "CreateUniqueConstraintOp",
    init: "constraint_name, table_name, columns, *, schema=None, **kw",
    fields: &["constraint_name", "table_name", "columns", "schema"],
    complete: None,
    signature: "constraint_name, table_name, columns, *, schema=None, **kw",
    arguments: |bound| same(bound, DIRECTIVE.fields),
    batch: Some(BatchForm {
        signature: "constraint_name, columns, **kw",
        arguments: |target, bound| {
            in_batch(
                target,
                "table_name",
                "schema",
                bound,
                &["constraint_name", "columns"],
            )
        },
    }),
    perform,
};

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let keywords = Keywords::read(vm, op, "UniqueConstraint")?;
    let operation = Operation::AddConstraint(AddConstraint {
        table: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        constraint: Constraint::Unique(UniqueConstraint {
            name: bridge::constraint_name(vm, &required(op, "constraint_name"))?,
            columns: names(vm, op, "columns")?,
            timing: keywords.timing,
            comment: keywords.comment,
            options: keywords.options,
        }),
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
