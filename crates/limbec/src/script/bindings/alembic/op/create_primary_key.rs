//! `op.create_primary_key`

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{AddConstraint, Constraint, Operation, PrimaryKeyConstraint};

use super::super::bridge;
use super::super::read::{names, optional_str, required, text};
use super::constraint_keywords::Keywords;
use super::directive::{BatchForm, Directive, in_batch, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "create_primary_key",
    class: "CreatePrimaryKeyOp",
    init: "constraint_name, table_name, columns, *, schema=None, **kw",
    fields: &["constraint_name", "table_name", "columns", "schema"],
    complete: None,
    signature: "constraint_name, table_name, columns, *, schema=None",
    arguments: |bound| same(bound, DIRECTIVE.fields),
    batch: Some(BatchForm {
        signature: "constraint_name, columns",
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
    let keywords = Keywords::read(vm, op, "PrimaryKeyConstraint")?;
    let operation = Operation::AddConstraint(AddConstraint {
        table: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        constraint: Constraint::PrimaryKey(PrimaryKeyConstraint {
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
