//! `op.create_exclude_constraint`

use limbec_python::{Args, Bound, PyResult, Value, Vm};
use limbec_schema::{AddConstraint, Constraint, Operation};

use super::super::bridge;
use super::super::read::{kwargs, optional_str, required, text};
use super::directive::{BatchForm, Directive, set};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "create_exclude_constraint",
    class: "CreateExcludeConstraintOp",
    init: "constraint_name, table_name, elements, where=None, schema=None, \
           _orig_constraint=None, **kw",
    fields: &[
        "constraint_name",
        "table_name",
        "elements",
        "where",
        "schema",
        "_orig_constraint",
    ],
    complete: None,
    signature: "constraint_name, table_name, *elements, **kw",
    arguments: |bound| {
        let mut args = of_elements(bound);
        set(&mut args, "table_name", bound.get("table_name").clone());
        args
    },
    batch: Some(BatchForm {
        signature: "constraint_name, *elements, **kw",
        arguments: |target, bound| {
            let mut args = of_elements(bound);
            set(&mut args, "table_name", target.table.clone());
            set(&mut args, "schema", target.schema.clone());
            args
        },
    }),
    perform,
};

fn of_elements(bound: &Bound) -> Args {
    let mut args = Args::default();
    set(
        &mut args,
        "constraint_name",
        bound.get("constraint_name").clone(),
    );
    set(
        &mut args,
        "elements",
        Value::tuple(bound.varargs().to_vec()),
    );
    args.kw.extend(bound.kwargs().iter().cloned());
    args
}

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let elements = vm.iterate(&required(op, "elements"))?;
    let mut keywords = kwargs(op);
    let filter = required(op, "where");
    if !filter.is_none() {
        keywords.push((std::rc::Rc::from("where"), filter));
    }
    let name = required(op, "constraint_name");
    let constraint = bridge::exclude_constraint(vm, &name, elements, keywords)?;
    let operation = Operation::AddConstraint(AddConstraint {
        table: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        constraint: Constraint::Exclude(constraint),
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
