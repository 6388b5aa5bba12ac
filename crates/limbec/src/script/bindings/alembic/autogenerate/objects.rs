//! SQLAlchemy's objects for things that are known as data only.

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{Constraint, Table};

use crate::script::bindings::sqlalchemy::schema::{columns_of, table_from_data};

/// A `MetaData()`.
///
/// # Errors
/// None in practice.
pub(super) fn metadata(vm: &mut Vm) -> PyResult {
    let sqlalchemy = vm.import("sqlalchemy")?;
    let class = vm.getattr(&sqlalchemy, "MetaData")?;
    vm.call(&class, Vec::new(), Vec::new())
}

/// A `Table` in a metadata.
///
/// # Errors
/// Whatever the constructors raise.
pub(super) fn table(vm: &mut Vm, data: &Table, metadata: &Value) -> PyResult {
    table_from_data(vm, data, metadata)
}

/// The column of that name.
///
/// # Errors
/// None in practice.
pub(super) fn column_of(vm: &mut Vm, table: &Value, name: &str) -> PyResult {
    let columns = columns_of(vm, table)?;
    for (_, column) in columns {
        let own = vm.getattr(&column, "name")?;
        if own.as_str().as_deref() == Some(name) {
            return Ok(column);
        }
    }
    Ok(Value::None)
}

/// The index at a place of the data.
///
/// # Errors
/// None in practice.
pub(super) fn index_of(vm: &mut Vm, table: &Value, place: usize) -> PyResult {
    let indexes = vm.getattr(table, "indexes")?;
    let all = vm.iterate(&indexes)?;
    Ok(all.get(place).cloned().unwrap_or_default())
}

/// The constraint at a place of the data: the one of its class and name, or of its class and place
/// among those.
///
/// # Errors
/// None in practice.
pub(super) fn constraint_of(vm: &mut Vm, table: &Value, data: &Table, place: usize) -> PyResult {
    let Some(wanted) = data.constraints.get(place) else {
        return Ok(Value::None);
    };
    let class = class_of(wanted);
    let same_before = data.constraints[..place]
        .iter()
        .filter(|other| class_of(other) == class)
        .count();
    let constraints = vm.getattr(table, "constraints")?;
    let mut of_class = Vec::new();
    for constraint in vm.iterate(&constraints)? {
        if vm.type_name(&constraint) == class {
            of_class.push(constraint);
        }
    }
    Ok(of_class.get(same_before).cloned().unwrap_or_default())
}

fn class_of(constraint: &Constraint) -> &'static str {
    match constraint {
        Constraint::PrimaryKey(_) => "PrimaryKeyConstraint",
        Constraint::ForeignKey(_) => "ForeignKeyConstraint",
        Constraint::Unique(_) => "UniqueConstraint",
        Constraint::Check(_) => "CheckConstraint",
        Constraint::Exclude(_) => "ExcludeConstraint",
    }
}
