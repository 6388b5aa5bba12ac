//! `op.bulk_insert`

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::Operation;

use super::super::bridge;
use super::super::read::{flag, required};
use super::directive::{Directive, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "bulk_insert",
    class: "BulkInsertOp",
    init: "table, rows, *, multiinsert=True",
    fields: &["table", "rows", "multiinsert"],
    complete: None,
    signature: "table, rows, *, multiinsert=True",
    arguments: |bound| same(bound, DIRECTIVE.fields),
    batch: None,
    perform,
};

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let rows = required(op, "rows");
    let Value::List(items) = rows.unwrap_inner() else {
        return Err(vm.raise("TypeError", "List expected"));
    };
    let items = items.borrow().clone();
    if let Some(first) = items.first()
        && !matches!(first.unwrap_inner(), Value::Dict(_))
    {
        return Err(vm.raise("TypeError", "List of dictionaries expected"));
    }
    if items.is_empty() {
        return Ok(Value::None);
    }
    let as_sql = operations.context(vm)?.as_sql();
    let multiinsert = flag(vm, op, "multiinsert")?;
    let table = required(op, "table");
    let insert = bridge::bulk_insert(vm, &table, &items, multiinsert, as_sql)?;
    operations.emit(vm, Operation::BulkInsert(insert))?;
    Ok(Value::None)
}
