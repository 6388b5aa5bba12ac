//! `op.drop_index`

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{DropIndex, Operation};

use super::super::bridge;
use super::super::read::{flag, kwargs, optional_str, required};
use super::directive::{BatchForm, Directive, in_batch, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "drop_index",
    class: "DropIndexOp",
    init: "index_name, table_name=None, *, schema=None, if_exists=None, _reverse=None, **kw",
    fields: &[
        "index_name",
        "table_name",
        "schema",
        "if_exists",
        "_reverse",
    ],
    complete: None,
    signature: "index_name, table_name=None, *, schema=None, if_exists=None, **kw",
    arguments: |bound| same(bound, &["index_name", "table_name", "schema", "if_exists"]),
    batch: Some(BatchForm {
        signature: "index_name, **kw",
        arguments: |target, bound| in_batch(target, "table_name", "schema", bound, &["index_name"]),
    }),
    perform,
};

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let mut keywords = kwargs(op);
    keywords.retain(|(name, _)| !matches!(&**name, "unique" | "quote" | "info"));
    let operation = Operation::DropIndex(DropIndex {
        name: bridge::constraint_name(vm, &required(op, "index_name"))?,
        table: optional_str(op, "table_name"),
        schema: optional_str(op, "schema"),
        if_exists: flag(vm, op, "if_exists")?,
        options: bridge::options(vm, &keywords)?,
        ..DropIndex::default()
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
