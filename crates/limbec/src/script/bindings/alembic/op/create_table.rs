//! `op.create_table`

use std::rc::Rc;

use limbec_python::{Args, Instance, PyResult, Value, Vm};
use limbec_schema::{CreateTable, Operation};

use super::super::bridge;
use super::super::read::{flag, kwargs, required};
use super::directive::{Directive, set};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "create_table",
    class: "CreateTableOp",
    init: "table_name, columns, *, schema=None, if_not_exists=None, _namespace_metadata=None, \
           _constraints_included=False, **kw",
    fields: &[
        "table_name",
        "columns",
        "schema",
        "if_not_exists",
        "_namespace_metadata",
        "_constraints_included",
    ],
    complete: Some(complete),
    signature: "table_name, *columns, if_not_exists=None, **kw",
    arguments: |bound| {
        let mut args = Args::default();
        set(&mut args, "table_name", bound.get("table_name").clone());
        set(&mut args, "columns", Value::tuple(bound.varargs().to_vec()));
        set(
            &mut args,
            "if_not_exists",
            bound.get("if_not_exists").clone(),
        );
        args.kw.extend(bound.kwargs().iter().cloned());
        args
    },
    batch: None,
    perform,
};

/// Some keywords are attributes of their own.
fn complete(_: &mut Vm, op: &Rc<Instance>) -> PyResult<()> {
    let Some(Value::Dict(kw)) = op.get("kw") else {
        return Ok(());
    };
    let info = kw
        .remove_str("info")
        .unwrap_or_else(|| Value::dict(Vec::<(&str, Value)>::new()));
    op.set("info", info);
    op.set("comment", kw.remove_str("comment").unwrap_or_default());
    op.set("prefixes", kw.remove_str("prefixes").unwrap_or_default());
    Ok(())
}

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let columns = vm.iterate(&required(op, "columns"))?;
    let given = columns.clone();
    let mut keywords: Vec<(Rc<str>, Value)> = vec![(Rc::from("schema"), required(op, "schema"))];
    for name in ["comment", "prefixes", "info"] {
        let value = required(op, name);
        if !value.is_none() {
            keywords.push((Rc::from(name), value));
        }
    }
    keywords.extend(kwargs(op));
    let context = operations.context(vm)?;
    let convention = context.naming_convention_value(vm)?;
    let name = required(op, "table_name");
    let table = bridge::make_table(vm, &name, columns, keywords, &convention)?;
    let operation = Operation::CreateTable(CreateTable {
        table: bridge::table(vm, &table)?,
        if_not_exists: flag(vm, op, "if_not_exists")?,
    });
    operations.emit(vm, operation)?;
    bridge::table_created(vm, &given, &table)?;
    Ok(table)
}
