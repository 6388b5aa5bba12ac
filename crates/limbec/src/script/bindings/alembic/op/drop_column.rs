//! `op.drop_column`

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{DropColumn, Operation};

use super::super::bridge;
use super::super::read::{flag, kwargs, optional_str, text};
use super::directive::{BatchForm, Directive, in_batch, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "drop_column",
    class: "DropColumnOp",
    init: "table_name, column_name, *, schema=None, if_exists=None, _reverse=None, **kw",
    fields: &[
        "table_name",
        "column_name",
        "schema",
        "if_exists",
        "_reverse",
    ],
    complete: None,
    signature: "table_name, column_name, *, schema=None, **kw",
    arguments: |bound| same(bound, &["table_name", "column_name", "schema"]),
    batch: Some(BatchForm {
        signature: "column_name, **kw",
        arguments: |target, bound| {
            in_batch(target, "table_name", "schema", bound, &["column_name"])
        },
    }),
    perform,
};

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let mut keywords = kwargs(op);
    // Only the databases of other families read these; ours take any keyword.
    keywords.retain(|(name, _)| name.contains('_') && !name.starts_with("existing_"));
    let operation = Operation::DropColumn(DropColumn {
        table: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        column: text(vm, op, "column_name")?,
        if_exists: flag(vm, op, "if_exists")?,
        options: bridge::options(vm, &keywords)?,
        original: None,
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
