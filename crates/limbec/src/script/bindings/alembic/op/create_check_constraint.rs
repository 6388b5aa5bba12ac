//! `op.create_check_constraint`

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{AddConstraint, CheckConstraint, Constraint, Operation};

use super::super::bridge;
use super::super::read::{optional_str, required, text};
use super::constraint_keywords::Keywords;
use super::directive::{BatchForm, Directive, in_batch, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "create_check_constraint",
    class: "CreateCheckConstraintOp",
    init: "constraint_name, table_name, condition, *, schema=None, **kw",
    fields: &["constraint_name", "table_name", "condition", "schema"],
    complete: None,
    signature: "constraint_name, table_name, condition, *, schema=None, **kw",
    arguments: |bound| same(bound, DIRECTIVE.fields),
    batch: Some(BatchForm {
        signature: "constraint_name, condition, **kw",
        arguments: |target, bound| {
            in_batch(
                target,
                "table_name",
                "schema",
                bound,
                &["constraint_name", "condition"],
            )
        },
    }),
    perform,
};

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let condition = required(op, "condition");
    let keywords = Keywords::read(vm, op, "CheckConstraint")?;
    let operation = Operation::AddConstraint(AddConstraint {
        table: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        constraint: Constraint::Check(CheckConstraint {
            name: bridge::constraint_name(vm, &required(op, "constraint_name"))?,
            expr: bridge::condition(vm, &condition)?,
            timing: keywords.timing,
            comment: keywords.comment,
            options: keywords.options,
            type_bound: None,
        }),
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
