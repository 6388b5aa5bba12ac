//! `Row` and `RowMapping`.

use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};

use super::super::registry::is_a;
use super::super::util::{attr, error, make};

/// The names of the columns of a result.
pub(super) type Keys = Rc<Vec<Rc<str>>>;

/// What a row carries.
struct RowNode {
    keys: Keys,
    values: Rc<[Value]>,
}

/// A `Row`.
pub(super) fn row(keys: &Keys, values: Vec<Value>) -> Value {
    let instance = make("Row");
    instance.set_payload(Rc::new(RowNode {
        keys: keys.clone(),
        values: values.into(),
    }));
    Value::Instance(instance)
}

/// The row as a `RowMapping`.
pub(super) fn mapping(row: &Value) -> Value {
    let Some(node) = row.payload::<RowNode>() else {
        return Value::None;
    };
    let instance = make("RowMapping");
    instance.set_payload(node);
    Value::Instance(instance)
}

fn node(vm: &mut Vm, this: &Value) -> PyResult<Rc<RowNode>> {
    match this.payload::<RowNode>() {
        Some(node) => Ok(node),
        None => Err(vm.raise("TypeError", "not a row")),
    }
}

fn tuple(node: &RowNode) -> Value {
    Value::Tuple(node.values.clone())
}

fn by_name(node: &RowNode, name: &str) -> Option<Value> {
    // Of columns of one name it is the last, as in SQLAlchemy.
    node.keys
        .iter()
        .rposition(|key| **key == *name)
        .map(|place| node.values[place].clone())
}

const COMPARISONS: &[&str] = &["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"];

/// The class `Row`: a tuple whose items are attributes too.
pub(super) fn class(mut builder: ClassBuilder) -> ClassBuilder {
    for name in COMPARISONS {
        builder = builder.method(name, "other", move |vm, this, bound| {
            let mine = tuple(&*node(vm, &this)?);
            let other = match bound.at(0).payload::<RowNode>() {
                Some(other) => tuple(&other),
                None => bound.at(0).clone(),
            };
            vm.call_method(&mine, name, vec![other])
        });
    }
    builder
        .method("__getitem__", "key", |vm, this, bound| {
            let mine = tuple(&*node(vm, &this)?);
            vm.get_item(&mine, bound.at(0))
        })
        .method("__setattr__", "name, value", |vm, _, _| {
            Err(vm.raise("AttributeError", "can't set attribute"))
        })
        .method("__len__", "", |vm, this, _| Ok(length(&*node(vm, &this)?)))
        .method("__iter__", "", |vm, this, _| {
            Ok(Value::iter(node(vm, &this)?.values.to_vec()))
        })
        .method("__contains__", "item", |vm, this, bound| {
            let mine = tuple(&*node(vm, &this)?);
            vm.contains(&mine, bound.at(0)).map(Value::Bool)
        })
        .method("__hash__", "", |vm, this, _| {
            let mine = tuple(&*node(vm, &this)?);
            vm.hash(&mine).map(Value::Int)
        })
        .method("__bool__", "", |vm, this, _| {
            Ok(Value::Bool(!node(vm, &this)?.values.is_empty()))
        })
        .method("__repr__", "", |vm, this, _| {
            let mine = tuple(&*node(vm, &this)?);
            vm.repr(&mine).map(Value::Str)
        })
        .method("count", "value", |vm, this, bound| {
            let mine = tuple(&*node(vm, &this)?);
            vm.call_method(&mine, "count", vec![bound.at(0).clone()])
        })
        .method("index", "value", |vm, this, bound| {
            let mine = tuple(&*node(vm, &this)?);
            vm.call_method(&mine, "index", vec![bound.at(0).clone()])
        })
        .method("_asdict", "", |vm, this, _| {
            let node = node(vm, &this)?;
            let pairs = node.keys.iter().cloned().zip(node.values.iter().cloned());
            Ok(Value::dict(pairs))
        })
        .method("_tuple", "", |vm, this, _| Ok(tuple(&*node(vm, &this)?)))
        .method("tuple", "", |vm, this, _| Ok(tuple(&*node(vm, &this)?)))
        .property("t", |vm, this| Ok(tuple(&*node(vm, &this)?)))
        .property("_t", |vm, this| Ok(tuple(&*node(vm, &this)?)))
        .property("_data", |vm, this| Ok(tuple(&*node(vm, &this)?)))
        .property("_mapping", |_, this| Ok(mapping(&this)))
        .property("_fields", |vm, this| {
            let node = node(vm, &this)?;
            Ok(Value::tuple(
                node.keys
                    .iter()
                    .cloned()
                    .map(Value::Str)
                    .collect::<Vec<_>>(),
            ))
        })
        .getattr(|vm, this, name| {
            if let Some(node) = this.payload::<RowNode>()
                && let Some(value) = by_name(&node, name)
            {
                return Ok(Some(value));
            }
            Err(vm.raise(
                "AttributeError",
                format!("Could not locate column in row for column '{name}'"),
            ))
        })
}

fn length(node: &RowNode) -> Value {
    Value::Int(i64::try_from(node.values.len()).unwrap_or(i64::MAX))
}

/// The class `RowMapping`: a dict by the names of the columns.
pub(super) fn mapping_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("__getitem__", "key", mapping_item)
        .method("get", "key, default=None", |vm, this, bound| {
            let node = node(vm, &this)?;
            let name = key_name(vm, bound.at(0))?;
            Ok(by_name(&node, &name).unwrap_or_else(|| bound.at(1).clone()))
        })
        .method("keys", "", |vm, this, _| {
            let node = node(vm, &this)?;
            Ok(Value::list(
                node.keys.iter().cloned().map(Value::Str).collect(),
            ))
        })
        .method("values", "", |vm, this, _| {
            Ok(Value::list(node(vm, &this)?.values.to_vec()))
        })
        .method("items", "", |vm, this, _| {
            let node = node(vm, &this)?;
            let pairs = node.keys.iter().zip(node.values.iter());
            Ok(Value::list(
                pairs
                    .map(|(key, value)| Value::tuple(vec![Value::Str(key.clone()), value.clone()]))
                    .collect(),
            ))
        })
        .method("__len__", "", |vm, this, _| Ok(length(&*node(vm, &this)?)))
        .method("__iter__", "", |vm, this, _| {
            let node = node(vm, &this)?;
            Ok(Value::iter(
                node.keys.iter().cloned().map(Value::Str).collect(),
            ))
        })
        .method("__contains__", "key", |vm, this, bound| {
            let node = node(vm, &this)?;
            let name = key_name(vm, bound.at(0))?;
            Ok(Value::Bool(by_name(&node, &name).is_some()))
        })
        .method("__eq__", "other", |vm, this, bound| {
            let mine = as_dict(&*node(vm, &this)?);
            let other = match bound.at(0).payload::<RowNode>() {
                Some(other) => as_dict(&other),
                None => bound.at(0).clone(),
            };
            vm.eq(&mine, &other).map(Value::Bool)
        })
        .method("__repr__", "", |vm, this, _| {
            let mine = as_dict(&*node(vm, &this)?);
            vm.repr(&mine).map(Value::Str)
        })
}

fn as_dict(node: &RowNode) -> Value {
    Value::dict(node.keys.iter().cloned().zip(node.values.iter().cloned()))
}

/// A key: a name, or a column object.
fn key_name(vm: &mut Vm, key: &Value) -> PyResult<String> {
    if let Some(name) = key.as_str() {
        return Ok(name.to_string());
    }
    if is_a(vm, key, "ColumnElement") {
        let name = attr(vm, key, "name")?;
        return Ok(name
            .as_str()
            .map_or_else(String::new, |name| name.to_string()));
    }
    Ok(vm.str(key)?.to_string())
}

fn mapping_item(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
    let node = node(vm, &this)?;
    let name = key_name(vm, bound.at(0))?;
    match by_name(&node, &name) {
        Some(value) => Ok(value),
        None => Err(error(
            vm,
            "NoSuchColumnError",
            format!("Could not locate column in row for column '{name}'"),
        )),
    }
}

/// `result.keys()`
pub(super) fn keys_view(keys: &Keys) -> Value {
    let instance = make("RMKeyView");
    instance.set_payload(keys.clone());
    Value::Instance(instance)
}

fn listed(this: &Value) -> Value {
    let keys = this.payload::<Vec<Rc<str>>>().unwrap_or_default();
    Value::list(keys.iter().cloned().map(Value::Str).collect())
}

/// The class of `result.keys()`.
pub(super) fn keys_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("__iter__", "", |vm, this, _| vm.iter(&listed(&this)))
        .method("__len__", "", |vm, this, _| {
            let count = vm.len(&listed(&this))?;
            Ok(Value::Int(i64::try_from(count).unwrap_or(i64::MAX)))
        })
        .method("__contains__", "key", |vm, this, bound| {
            vm.contains(&listed(&this), bound.at(0)).map(Value::Bool)
        })
        .method("__getitem__", "index", |vm, this, bound| {
            vm.get_item(&listed(&this), bound.at(0))
        })
        .method("__eq__", "other", |vm, this, bound| {
            let other = vm.iterate(bound.at(0))?;
            vm.eq(&listed(&this), &Value::list(other)).map(Value::Bool)
        })
        .method("__repr__", "", |vm, this, _| {
            let shown = vm.repr(&listed(&this))?;
            Ok(Value::str(format!("RMKeyView({shown})")))
        })
}
