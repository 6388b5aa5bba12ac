//! `ColumnCollection`: `table.c`, `table.columns`. Its Rust data is a dict, the columns by key in order, which the
//! interpreter can look into when it frees tables that nobody uses.

use std::rc::Rc;

use limbec_python::{ClassBuilder, PyDict, PyResult, Value, Vm};

use super::super::util::{attr, make};

/// An empty collection.
pub(in super::super) fn new_collection() -> Value {
    let instance = make("ColumnCollection");
    instance.set_payload(Rc::new(PyDict::new()));
    Value::Instance(instance)
}

/// Add a column, in place of one of the same key.
pub(in super::super) fn push(collection: &Value, key: impl Into<Rc<str>>, column: Value) {
    if let Some(columns) = collection.payload::<PyDict>() {
        columns.set_str(key, column);
    }
}

/// A column where one of another key was.
pub(super) fn put_in_place(collection: &Value, old: &str, key: &str, column: &Value) {
    let Some(columns) = collection.payload::<PyDict>() else {
        return;
    };
    let all = columns.str_items();
    columns.clear();
    for (known, found) in all {
        if *known == *old {
            columns.set_str(key, column.clone());
        } else {
            columns.set_str(known, found);
        }
    }
}

/// The columns of a collection, of a table, or of anything that has `c`.
pub fn columns_of(vm: &mut Vm, value: &Value) -> PyResult<Vec<(Rc<str>, Value)>> {
    if let Some(columns) = value.payload::<PyDict>() {
        return Ok(columns.str_items());
    }
    let collection = attr(vm, value, "c")?;
    Ok(pairs(&collection))
}

fn pairs(this: &Value) -> Vec<(Rc<str>, Value)> {
    this.payload::<PyDict>()
        .map_or_else(Vec::new, |columns| columns.str_items())
}

/// The column of a key.
pub(super) fn get(collection: &Value, key: &str) -> Option<Value> {
    collection.payload::<PyDict>()?.get_str(key)
}

/// The class.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("keys", "", |_, this, _| {
            Ok(Value::list(
                pairs(&this)
                    .into_iter()
                    .map(|(key, _)| Value::Str(key))
                    .collect(),
            ))
        })
        .method("values", "", |_, this, _| {
            Ok(Value::list(
                pairs(&this).into_iter().map(|(_, column)| column).collect(),
            ))
        })
        .method("items", "", |_, this, _| {
            let items = pairs(&this).into_iter();
            Ok(Value::list(
                items
                    .map(|(key, column)| Value::tuple(vec![Value::Str(key), column]))
                    .collect(),
            ))
        })
        .method("get", "key, default=None", |_, this, bound| {
            let key = bound.at(0).as_str().unwrap_or_default();
            Ok(get(&this, &key).unwrap_or_else(|| bound.at(1).clone()))
        })
        .method("as_readonly", "", |_, this, _| Ok(this))
        .method("contains_column", "col", |_, this, bound| {
            Ok(Value::Bool(
                pairs(&this)
                    .iter()
                    .any(|(_, column)| column.is(bound.at(0))),
            ))
        })
        .method(
            "corresponding_column",
            "column, require_embedded=False",
            |vm, this, bound| {
                let key = attr(vm, bound.at(0), "key")?.as_str().unwrap_or_default();
                Ok(get(&this, &key).unwrap_or_default())
            },
        )
        .method("__len__", "", |_, this, _| {
            Ok(Value::Int(
                i64::try_from(pairs(&this).len()).unwrap_or(i64::MAX),
            ))
        })
        .method("__bool__", "", |_, _, _| Ok(Value::Bool(true)))
        .method("__iter__", "", |_, this, _| {
            Ok(Value::iter(
                pairs(&this).into_iter().map(|(_, column)| column).collect(),
            ))
        })
        .method("__contains__", "key", |vm, this, bound| {
            let Some(key) = bound.at(0).as_str() else {
                return Err(super::super::util::argument_error(
                    vm,
                    "__contains__ requires a string argument",
                ));
            };
            Ok(Value::Bool(get(&this, &key).is_some()))
        })
        .method("__getitem__", "key", getitem)
        .method("__str__", "", |vm, this, _| describe(vm, &this))
        .method("__repr__", "", |_, _, _| {
            Ok(Value::str(
                "<sqlalchemy.sql.base.ReadOnlyColumnCollection object at 0x7f0000000000>",
            ))
        })
        .getattr(|vm, this, name| match get(this, name) {
            Some(column) => Ok(Some(column)),
            None => Err(vm.raise("AttributeError", name)),
        })
}

fn getitem(vm: &mut Vm, this: Value, bound: limbec_python::Bound) -> PyResult {
    let columns = pairs(&this);
    match bound.at(0) {
        Value::Int(index) => {
            let length = i64::try_from(columns.len()).unwrap_or(i64::MAX);
            let place = if *index < 0 { index + length } else { *index };
            match usize::try_from(place)
                .ok()
                .and_then(|place| columns.get(place))
            {
                Some((_, column)) => Ok(column.clone()),
                None => Err(vm.raise("IndexError", index.to_string())),
            }
        }
        Value::Tuple(keys) => {
            let chosen = new_collection();
            for key in keys.iter() {
                let key = key.as_str().unwrap_or_default();
                if let Some(column) = get(&this, &key) {
                    push(&chosen, key, column);
                }
            }
            Ok(chosen)
        }
        other => {
            let key = other.as_str().unwrap_or_default();
            match get(&this, &key) {
                Some(column) => Ok(column),
                None => Err(vm.raise("KeyError", &*key)),
            }
        }
    }
}

/// `ReadOnlyColumnCollection(t.id, t.name)`
fn describe(vm: &mut Vm, this: &Value) -> PyResult {
    let mut shown = Vec::new();
    for (_, column) in pairs(this) {
        shown.push(vm.str(&column)?.to_string());
    }
    Ok(Value::str(format!(
        "ReadOnlyColumnCollection({})",
        shown.join(", ")
    )))
}
