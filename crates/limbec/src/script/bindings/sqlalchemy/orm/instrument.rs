//! The attributes of a class that has a table of its own: made at once for all columns, as every class of a project needs
//! them and few are ever asked for more than their name.

use std::rc::Rc;

use limbec_python::{Instance, PyResult, Value, Vm, native_fn};
use rustc_hash::FxHashSet;

use super::super::registry::is_a;
use super::super::schema::columns_of;
use super::super::util::attr;
use super::scan::ours;

/// The functions that are put into the namespace of the parts.
pub(super) fn functions() -> Vec<(&'static str, Value)> {
    vec![
        (
            "_covers",
            native_fn("_covers", "table, properties", |vm, bound| {
                covers(vm, bound.at(0), bound.at(1)).map(Value::Bool)
            }),
        ),
        (
            "_instrument",
            native_fn(
                "_instrument",
                "mapper, class_, registry, number, table, properties",
                |vm, bound| {
                    let places = ["class_", "registry", "_number", "local_table", "_waiting"];
                    if let Value::Instance(mapper) = bound.at(0) {
                        for (place, name) in places.into_iter().enumerate() {
                            mapper.set(name, bound.at(place + 1).clone());
                        }
                    }
                    if !has_primary_key(vm, bound.at(4))? {
                        return Ok(Value::None);
                    }
                    instrument(vm, bound.at(0), bound.at(1), bound.at(5)).map(Value::list)
                },
            ),
        ),
        (
            "_set_on_class_itself",
            native_fn("_set_on_class_itself", "class_, attributes", |_, bound| {
                if let (Value::Class(class), Value::Dict(attributes)) = (bound.at(0), bound.at(1)) {
                    for (name, value) in attributes.str_items() {
                        class.dict().set_str(name, value);
                    }
                }
                Ok(Value::None)
            }),
        ),
    ]
}

fn has_primary_key(vm: &mut Vm, table: &Value) -> PyResult<bool> {
    let key = attr(vm, table, "primary_key")?;
    let columns = attr(vm, &key, "_columns")?;
    Ok(!columns_of(vm, &columns)?.is_empty())
}

/// Whether the table is one whose columns are all among the properties.
fn covers(vm: &mut Vm, table: &Value, properties: &Value) -> PyResult<bool> {
    let Value::Dict(properties) = properties else {
        return Ok(false);
    };
    if !is_a(vm, table, "Table") {
        return Ok(false);
    }
    let mut mapped: FxHashSet<usize> = FxHashSet::default();
    for (_, property) in properties.str_items() {
        if let Value::Instance(instance) = &property {
            mapped.insert(address(instance));
        }
        if !is_a(vm, &property, "Column")
            && let Some(columns) = vm.getattr_opt(&property, "columns")?
            && matches!(columns, Value::List(_))
        {
            for column in vm.iterate(&columns)? {
                if let Value::Instance(instance) = &column {
                    mapped.insert(address(instance));
                }
            }
        }
    }
    let columns = columns_of(vm, table)?;
    Ok(columns.iter().all(|(_, column)| match column {
        Value::Instance(instance) => mapped.contains(&address(instance)),
        _ => false,
    }))
}

fn address(instance: &Rc<Instance>) -> usize {
    Rc::as_ptr(instance).addr()
}

/// Put an attribute for each column on the class; the names of the properties that are no columns.
fn instrument(
    vm: &mut Vm,
    mapper: &Value,
    class: &Value,
    properties: &Value,
) -> PyResult<Vec<Value>> {
    let (Value::Class(class), Value::Dict(properties)) = (class, properties) else {
        return Ok(Vec::new());
    };
    let attribute = ours(vm, "InstrumentedAttribute")?;
    let mut others = Vec::new();
    for (name, property) in properties.str_items() {
        if !is_a(vm, &property, "Column") {
            others.push(Value::Str(name));
            continue;
        }
        let made = attribute.allocate();
        made.set("_parentmapper", mapper.clone());
        made.set("key", Value::Str(name.clone()));
        class.dict().set_str(name, Value::Instance(made));
    }
    properties.shrink();
    if let Some(Value::Dict(annotations)) = class.dict().get_str("__annotations__") {
        annotations.shrink();
    }
    Ok(others)
}
