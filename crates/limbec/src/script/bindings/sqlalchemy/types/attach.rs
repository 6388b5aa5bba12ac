//! Types that add something to the tables of their columns, as those of GeoAlchemy2 bring an index.

use limbec_python::{PyResult, Value, Vm};

use super::super::util::attr;

/// A method `(self, column, table)` of a type: its column has become one of a table.
const ATTACHED: &str = "_limbec_attached";
/// A method `(self, column, table, operations)` of a type: the table has just been created.
const CREATED: &str = "_limbec_created";

/// Tell the type of a column that the column has become one of a table.
///
/// # Errors
/// What the type's method raises.
pub(in super::super) fn attached(vm: &mut Vm, column: &Value, table: &Value) -> PyResult<()> {
    tell(vm, column, ATTACHED, &[column.clone(), table.clone()])
}

/// Tell the type of a column that its table has been created.
///
/// # Errors
/// What the type's method raises.
pub fn created(vm: &mut Vm, column: &Value, table: &Value, operations: &Value) -> PyResult<()> {
    let args = [column.clone(), table.clone(), operations.clone()];
    tell(vm, column, CREATED, &args)
}

/// Whether the type of a column has something to add to its table.
///
/// # Errors
/// What reading the column's type raises.
pub fn adds(vm: &mut Vm, column: &Value) -> PyResult<bool> {
    let type_value = attr(vm, column, "type")?;
    Ok(has(&type_value, ATTACHED))
}

fn tell(vm: &mut Vm, column: &Value, method: &str, args: &[Value]) -> PyResult<()> {
    let type_value = attr(vm, column, "type")?;
    if has(&type_value, method) {
        vm.call_method(&type_value, method, args.to_vec())?;
    }
    Ok(())
}

fn has(type_value: &Value, method: &str) -> bool {
    match type_value {
        Value::Instance(instance) => instance.class().lookup(method).is_some(),
        _ => false,
    }
}
