//! `op.drop_table`

use std::rc::Rc;

use limbec_python::{Args, Instance, PyResult, Value, Vm};
use limbec_schema::{DropTable, Operation};

use super::super::bridge;
use super::super::read::{flag, optional_str, required, text};
use super::directive::{Directive, set};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "drop_table",
    class: "DropTableOp",
    init: "table_name, *, schema=None, if_exists=None, table_kw=None, _reverse=None",
    fields: &["table_name", "schema", "if_exists", "table_kw", "_reverse"],
    complete: Some(complete),
    signature: "table_name, *, schema=None, if_exists=None, **kw",
    arguments: |bound| {
        let mut args = Args::default();
        for name in ["table_name", "schema", "if_exists"] {
            set(&mut args, name, bound.get(name).clone());
        }
        let keywords = bound.kwargs().iter().cloned();
        set(&mut args, "table_kw", Value::dict(keywords));
        args
    },
    batch: None,
    perform,
};

/// Some keywords are attributes of their own.
fn complete(_: &mut Vm, op: &Rc<Instance>) -> PyResult<()> {
    let kw = match op.get("table_kw") {
        Some(Value::Dict(kw)) => kw,
        _ => Rc::default(),
    };
    for name in ["comment", "info", "prefixes"] {
        op.set(name, kw.remove_str(name).unwrap_or_default());
    }
    op.set("table_kw", Value::Dict(kw));
    Ok(())
}

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let keywords = match required(op, "table_kw") {
        Value::Dict(kw) => kw.str_items(),
        _ => Vec::new(),
    };
    let operation = Operation::DropTable(DropTable {
        name: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        if_exists: flag(vm, op, "if_exists")?,
        options: bridge::options(vm, &keywords)?,
        original: None,
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
