//! `op.rename_table`

use std::rc::Rc;

use limbec_python::{Instance, PyResult, Value, Vm};
use limbec_schema::{Operation, RenameTable};

use super::super::read::{optional_str, text};
use super::directive::{Directive, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "rename_table",
    class: "RenameTableOp",
    init: "old_table_name, new_table_name, *, schema=None",
    fields: &["old_table_name", "new_table_name", "schema"],
    complete: Some(complete),
    signature: "old_table_name, new_table_name, *, schema=None",
    arguments: |bound| same(bound, DIRECTIVE.fields),
    batch: None,
    perform,
};

/// The attribute has another name than the argument.
fn complete(_: &mut Vm, op: &Rc<Instance>) -> PyResult<()> {
    let name = op.attrs().remove_str("old_table_name").unwrap_or_default();
    op.set("table_name", name);
    Ok(())
}

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let operation = Operation::RenameTable(RenameTable {
        old_name: text(vm, op, "table_name")?,
        new_name: text(vm, op, "new_table_name")?,
        schema: optional_str(op, "schema"),
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
