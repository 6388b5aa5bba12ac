//! `schema_translate_map` among the options of a call, a connection or a statement.

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::SchemaMap;

use super::super::util::argument_error;
use super::super::{dml, select};

/// The name of the option.
const OPTION: &str = "schema_translate_map";

/// The map of a dict, or of `None`.
pub(super) fn map(vm: &mut Vm, value: &Value) -> PyResult<SchemaMap> {
    let items = match value {
        Value::None => Vec::new(),
        Value::Dict(dict) => dict.items(),
        other => {
            let shown = vm.repr(other)?;
            return Err(argument_error(
                vm,
                format!("schema_translate_map takes a dictionary, got {shown}"),
            ));
        }
    };
    let name = |value: &Value| value.as_str().map(|name| name.to_string());
    let pairs = items.iter().map(|(from, to)| (name(from), name(to)));
    Ok(SchemaMap::new(pairs.collect()))
}

/// The map as a script has it.
pub(super) fn value(vm: &mut Vm, map: &SchemaMap) -> PyResult {
    let text = |name: &Option<String>| name.as_deref().map_or(Value::None, Value::str);
    let dict = Rc::new(limbec_python::PyDict::new());
    for (from, to) in map.pairs() {
        dict.set(vm, text(from), text(to))?;
    }
    Ok(Value::Dict(dict))
}

/// The map among the options of one call.
pub(super) fn of_call(vm: &mut Vm, options: &Value) -> PyResult<Option<SchemaMap>> {
    match options {
        Value::Dict(options) => match options.get_str(OPTION) {
            Some(given) => map(vm, &given).map(Some),
            None => Ok(None),
        },
        _ => Ok(None),
    }
}

/// The map among the options of a statement.
pub(super) fn of_statement(vm: &mut Vm, statement: &Value) -> PyResult<Option<SchemaMap>> {
    let given = match (select::node_of(statement), dml::node_of(statement)) {
        (Some(node), _) => node.execution.clone(),
        (None, Some(node)) => node.execution.clone(),
        (None, None) => return Ok(None),
    };
    match given.iter().rfind(|(name, _)| &**name == OPTION) {
        Some((_, given)) => map(vm, given).map(Some),
        None => Ok(None),
    }
}
