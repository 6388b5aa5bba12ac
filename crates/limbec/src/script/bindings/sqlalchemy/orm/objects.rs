//! Mapped objects: what was loaded of them, and what changed since.

use std::rc::Rc;

use limbec_python::{Instance, PyResult, Value, Vm};

use super::super::util::attr_bool;
use super::declarative::columns_by_attribute;

/// The attribute with the values as they are in the database.
const LOADED: &str = "_limbec_loaded";
/// The attribute with the names that were set explicitly.
const SET: &str = "_limbec_set";

/// An object of a mapped class, with the values of its columns in their order.
pub(super) fn load(class: &Value, values: &[Value]) -> Value {
    let Value::Class(class_ref) = class else {
        return Value::None;
    };
    let instance = class_ref.allocate();
    let columns = columns_by_attribute(class);
    for ((name, _), value) in columns.iter().zip(values) {
        instance.set(name, value.clone());
    }
    remember(class, &instance);
    Value::Instance(instance)
}

/// Take the present values for those of the database.
pub(super) fn remember(class: &Value, instance: &Rc<Instance>) {
    let columns = columns_by_attribute(class);
    let pairs: Vec<(Rc<str>, Value)> = columns
        .iter()
        .map(|(name, _)| (name.clone(), instance.get(name).unwrap_or_default()))
        .collect();
    instance.set(LOADED, Value::dict(pairs));
    instance.attrs().remove_str(SET);
}

/// Put values of the database into an object.
pub(super) fn adopt(instance: &Rc<Instance>, name: &str, value: Value) {
    instance.set(name, value);
}

/// Note that a value was set, even if it is `None`.
pub(super) fn mark(instance: &Rc<Instance>, name: &str) {
    let set = match instance.get(SET) {
        Some(Value::Dict(set)) => set,
        _ => {
            let made = Rc::new(limbec_python::PyDict::new());
            instance.set(SET, Value::Dict(made.clone()));
            made
        }
    };
    set.set_str(name, Value::Bool(true));
}

/// `flag_modified(instance, "name")`: write the value though it seems the same.
pub(super) fn flag_modified(value: &Value, name: &Value) {
    if let (Value::Instance(instance), Some(name)) = (value, name.as_str()) {
        mark(instance, &name);
        if let Some(Value::Dict(loaded)) = instance.get(LOADED) {
            loaded.remove_str(&name);
        }
    }
}

/// The values that an INSERT writes: what was set, by column.
pub(super) fn inserted(
    vm: &mut Vm,
    class: &Value,
    instance: &Rc<Instance>,
) -> PyResult<Vec<(Value, Value)>> {
    let set = match instance.get(SET) {
        Some(Value::Dict(set)) => Some(set),
        _ => None,
    };
    let mut list = Vec::new();
    for (name, column) in columns_by_attribute(class) {
        let value = instance.get(&name).unwrap_or_default();
        let explicit = set.as_ref().is_some_and(|set| set.contains_str(&name));
        let key = attr_bool(vm, &column, "primary_key")?;
        if !value.is_none() || (explicit && !key) {
            list.push((column, value));
        }
    }
    Ok(list)
}

/// The values that an UPDATE writes: what differs from what was loaded, by column.
pub(super) fn changed(
    vm: &mut Vm,
    class: &Value,
    instance: &Rc<Instance>,
) -> PyResult<Vec<(Value, Value)>> {
    let Some(Value::Dict(loaded)) = instance.get(LOADED) else {
        return Ok(Vec::new());
    };
    let mut list = Vec::new();
    for (name, column) in columns_by_attribute(class) {
        let now = instance.get(&name).unwrap_or_default();
        let same = match loaded.get_str(&name) {
            Some(before) => before.is(&now) || vm.eq(&before, &now)?,
            None => false,
        };
        if !same {
            list.push((column, now));
        }
    }
    Ok(list)
}

/// The primary key as it is in the database (or as it was set): attribute, column, value.
pub(super) fn identity(
    vm: &mut Vm,
    class: &Value,
    instance: &Rc<Instance>,
) -> PyResult<Vec<(Rc<str>, Value, Value)>> {
    let loaded = match instance.get(LOADED) {
        Some(Value::Dict(loaded)) => Some(loaded),
        _ => None,
    };
    let mut list = Vec::new();
    for (name, column) in columns_by_attribute(class) {
        if attr_bool(vm, &column, "primary_key")? {
            let known = loaded.as_ref().and_then(|loaded| loaded.get_str(&name));
            let value = known.or_else(|| instance.get(&name)).unwrap_or_default();
            list.push((name, column, value));
        }
    }
    Ok(list)
}
