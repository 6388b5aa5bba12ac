//! Reading the attributes of operation objects.

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};

use super::bridge;

/// An attribute, `None` where it is not there.
pub fn required(op: &Value, name: &str) -> Value {
    op.as_instance()
        .and_then(|instance| instance.get(name))
        .unwrap_or_default()
}

/// An attribute that is not `None`.
pub fn optional(op: &Value, name: &str) -> Option<Value> {
    let value = required(op, name);
    (!value.is_none()).then_some(value)
}

/// An attribute that must be a string.
///
/// # Errors
/// `TypeError` for something else.
pub fn text(vm: &mut Vm, op: &Value, name: &str) -> PyResult<String> {
    bridge::name(vm, &required(op, name), name)
}

/// An attribute that is a string or is not there.
pub fn optional_str(op: &Value, name: &str) -> Option<String> {
    required(op, name).as_str().map(|text| text.to_string())
}

/// The truth of an attribute.
///
/// # Errors
/// Whatever `__bool__` raises.
pub fn flag(vm: &mut Vm, op: &Value, name: &str) -> PyResult<bool> {
    vm.truthy(&required(op, name))
}

/// The truth of an attribute, unless it is `None`.
///
/// # Errors
/// Whatever `__bool__` raises.
pub fn opt_flag(vm: &mut Vm, op: &Value, name: &str) -> PyResult<Option<bool>> {
    match optional(op, name) {
        None => Ok(None),
        Some(value) => vm.truthy(&value).map(Some),
    }
}

/// The further keywords of an operation.
pub fn kwargs(op: &Value) -> Vec<(Rc<str>, Value)> {
    match required(op, "kw") {
        Value::Dict(kw) => kw.str_items(),
        _ => Vec::new(),
    }
}

/// One of the further keywords, where it is a string.
pub fn kw_str(op: &Value, name: &str) -> Option<String> {
    kwargs(op)
        .into_iter()
        .find(|(key, _)| &**key == name)
        .and_then(|(_, value)| value.as_str())
        .map(|text| text.to_string())
}

/// An attribute that is a list of names.
///
/// # Errors
/// `TypeError` for something else.
pub fn names(vm: &mut Vm, op: &Value, name: &str) -> PyResult<Vec<String>> {
    let mut names = Vec::new();
    for item in vm.iterate(&required(op, name))? {
        names.push(bridge::column_name(vm, &item)?);
    }
    Ok(names)
}
