//! Generic aliases (`list[int]`) and unions of types (`int | None`).

use std::rc::Rc;

use crate::error::PyResult;
use crate::native::ClassBuilder;
use crate::value::{Class, Value};
use crate::vm::Vm;

thread_local! {
    static UNION: Rc<Class> = union_class();
    static ALIAS: Rc<Class> = alias_class();
}

/// The class of `int | None`.
pub(crate) fn union_type() -> Rc<Class> {
    UNION.with(Rc::clone)
}

/// The class of `list[int]`.
pub(crate) fn alias_type() -> Rc<Class> {
    ALIAS.with(Rc::clone)
}

/// `a | b`
pub(crate) fn make(vm: &mut Vm, a: &Value, b: &Value) -> Value {
    let _ = vm;
    let mut parts: Vec<Value> = Vec::new();
    for side in [a, b] {
        match members(side) {
            Some(inner) => inner.into_iter().for_each(|part| add(&mut parts, part)),
            None => add(&mut parts, side.clone()),
        }
    }
    let union = union_type().allocate();
    union.set("__args__", Value::tuple(parts));
    Value::Instance(union)
}

fn add(parts: &mut Vec<Value>, part: Value) {
    let part = match part {
        Value::None => Value::Class(crate::types::types().get("NoneType").clone()),
        other => other,
    };
    if !parts.iter().any(|other| other.is(&part)) {
        parts.push(part);
    }
}

/// The types of a union.
pub(crate) fn members(value: &Value) -> Option<Vec<Value>> {
    let instance = value.as_instance()?;
    if !instance.class().is_subclass(&union_type()) {
        return None;
    }
    match instance.get("__args__") {
        Some(Value::Tuple(parts)) => Some(parts.to_vec()),
        _ => None,
    }
}

/// `origin[args]`
pub(crate) fn alias(origin: Value, args: &Value) -> Value {
    let alias = alias_type().allocate();
    alias.set("__origin__", origin);
    let args = match args {
        Value::Tuple(items) => Value::Tuple(items.clone()),
        one => Value::tuple(vec![one.clone()]),
    };
    alias.set("__args__", args);
    Value::Instance(alias)
}

fn union_class() -> Rc<Class> {
    ClassBuilder::new("types", "UnionType")
        .method("__or__", "other", |vm, this, a| {
            Ok(make(vm, &this, a.at(0)))
        })
        .method("__ror__", "other", |vm, this, a| {
            Ok(make(vm, a.at(0), &this))
        })
        .method("__repr__", "", |vm, this, _| {
            let mut texts = Vec::new();
            for part in members(&this).unwrap_or_default() {
                texts.push(match &part {
                    Value::Class(class) if &*class.name() == "NoneType" => "None".to_owned(),
                    other => type_text(vm, other)?,
                });
            }
            Ok(Value::str(texts.join(" | ")))
        })
        .method("__eq__", "other", |_, this, a| {
            let (x, y) = (members(&this), members(a.at(0)));
            Ok(match (x, y) {
                (Some(x), Some(y)) => Value::Bool(
                    x.len() == y.len() && x.iter().all(|part| y.iter().any(|other| other.is(part))),
                ),
                _ => Value::NotImplemented,
            })
        })
        .method("__hash__", "", |_, this, _| {
            Ok(Value::Int(
                members(&this).map_or(0, |parts| parts.len() as i64),
            ))
        })
        .build()
}

fn alias_class() -> Rc<Class> {
    ClassBuilder::new("types", "GenericAlias")
        .method("__call__", "*args, **kwargs", |vm, this, a| {
            let origin = vm.getattr(&this, "__origin__")?;
            vm.call_args(&origin, a.into())
        })
        .method("__getitem__", "item", |vm, this, a| {
            let origin = vm.getattr(&this, "__origin__")?;
            Ok(alias(origin, a.at(0)))
        })
        .method("__or__", "other", |vm, this, a| {
            Ok(make(vm, &this, a.at(0)))
        })
        .method("__ror__", "other", |vm, this, a| {
            Ok(make(vm, a.at(0), &this))
        })
        .method("__mro_entries__", "bases", |vm, this, _| {
            let origin = vm.getattr(&this, "__origin__")?;
            Ok(Value::tuple(vec![origin]))
        })
        .method("__repr__", "", |vm, this, _| {
            let origin = vm.getattr(&this, "__origin__")?;
            let args = vm.getattr(&this, "__args__")?;
            let mut texts = Vec::new();
            for part in vm.iterate(&args)? {
                texts.push(type_text(vm, &part)?);
            }
            let origin = type_text(vm, &origin)?;
            Ok(Value::str(format!("{origin}[{}]", texts.join(", "))))
        })
        .method("__eq__", "other", |vm, this, a| {
            let other = a.at(0).clone();
            if !vm.isinstance(&other, &alias_type()) {
                return Ok(Value::NotImplemented);
            }
            for name in ["__origin__", "__args__"] {
                let (x, y) = (vm.getattr(&this, name)?, vm.getattr(&other, name)?);
                if !vm.eq(&x, &y)? {
                    return Ok(Value::Bool(false));
                }
            }
            Ok(Value::Bool(true))
        })
        .method("__hash__", "", |vm, this, _| {
            let args = vm.getattr(&this, "__args__")?;
            vm.hash(&args).map(Value::Int)
        })
        .getattr(|vm, this, name| {
            if name.starts_with("__") {
                return Ok(None);
            }
            let origin = vm.getattr(this, "__origin__")?;
            vm.getattr(&origin, name).map(Some)
        })
        .build()
}

/// How a type is shown inside another: classes by their name.
pub(crate) fn type_text(vm: &mut Vm, value: &Value) -> PyResult<String> {
    Ok(match value {
        Value::Class(class) => class.full_name(),
        Value::None => "None".to_owned(),
        Value::Ellipsis => "...".to_owned(),
        Value::Absent(absent) => absent.name.to_string(),
        Value::List(items) => {
            let items = items.borrow().clone();
            let mut texts = Vec::new();
            for item in items {
                texts.push(type_text(vm, &item)?);
            }
            format!("[{}]", texts.join(", "))
        }
        other => vm.repr(other)?.to_string(),
    })
}
