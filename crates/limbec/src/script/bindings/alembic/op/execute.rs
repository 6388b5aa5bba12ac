//! `op.execute`

use limbec_python::{PyResult, Value, Vm};

use super::super::read::required;
use super::directive::{BatchForm, Directive, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "execute",
    class: "ExecuteSQLOp",
    init: "sqltext, *, execution_options=None",
    fields: &["sqltext", "execution_options"],
    complete: None,
    signature: "sqltext, *, execution_options=None",
    arguments: |bound| same(bound, DIRECTIVE.fields),
    batch: Some(BatchForm {
        signature: "sqltext, *, execution_options=None",
        arguments: |_, bound| same(bound, DIRECTIVE.fields),
    }),
    perform,
};

/// Statements run when they are reached, also in a batch, whose own operations wait for its end.
fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let context = operations.context(vm)?;
    context.execute(vm, &required(op, "sqltext"))?;
    Ok(Value::None)
}
