//! `op.drop_constraint`

use std::rc::Rc;

use limbec_python::{Instance, PyResult, Value, Vm};
use limbec_schema::{DropConstraint, Operation};

use super::super::bridge;
use super::super::read::{flag, optional_str, required, text};
use super::directive::{BatchForm, Directive, in_batch, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "drop_constraint",
    class: "DropConstraintOp",
    init: "constraint_name, table_name, type_=None, *, schema=None, if_exists=None, _reverse=None",
    fields: &[
        "constraint_name",
        "table_name",
        "type_",
        "schema",
        "if_exists",
        "_reverse",
    ],
    complete: Some(complete),
    signature: "constraint_name, table_name, type_=None, *, schema=None, if_exists=None",
    arguments: |bound| {
        same(
            bound,
            &[
                "constraint_name",
                "table_name",
                "type_",
                "schema",
                "if_exists",
            ],
        )
    },
    batch: Some(BatchForm {
        signature: "constraint_name, type_=None",
        arguments: |target, bound| {
            in_batch(
                target,
                "table_name",
                "schema",
                bound,
                &["constraint_name", "type_"],
            )
        },
    }),
    perform,
};

/// The attribute has another name than the argument.
fn complete(_: &mut Vm, op: &Rc<Instance>) -> PyResult<()> {
    let kind = op.attrs().remove_str("type_").unwrap_or_default();
    op.set("constraint_type", kind);
    Ok(())
}

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let kind = optional_str(op, "constraint_type");
    if let Some(kind) = &kind
        && !matches!(kind.as_str(), "foreignkey" | "primary" | "unique" | "check")
    {
        return Err(vm.raise(
            "TypeError",
            "'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None",
        ));
    }
    let operation = Operation::DropConstraint(DropConstraint {
        name: bridge::constraint_name(vm, &required(op, "constraint_name"))?,
        table: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        kind,
        if_exists: flag(vm, op, "if_exists")?,
        ..DropConstraint::default()
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
