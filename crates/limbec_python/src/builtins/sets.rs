//! `set` and `frozenset`.

use std::rc::Rc;

use super::collections::{container_dunders, hash_inner, operators};
use super::{arity, methods, statics, wrap};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::eval::items::key_error;
use crate::eval::ops::set_items;
use crate::ir::Binary;
use crate::types::Types;
use crate::value::{PySet, Value};
use crate::vm::Vm;

pub(super) fn fill(types: &Types) {
    let set = types.get("set");
    let frozen = types.get("frozenset");
    statics(set, &[("__new__", set_new)]);
    statics(frozen, &[("__new__", frozenset_new)]);
    methods(
        set,
        &[
            ("__init__", set_init),
            ("add", add),
            ("remove", remove),
            ("discard", discard),
            ("pop", pop),
            ("clear", clear),
            ("update", update),
            ("difference_update", |vm, args| {
                update_with(vm, args, Binary::Sub)
            }),
            ("intersection_update", |vm, args| {
                update_with(vm, args, Binary::BitAnd)
            }),
            ("symmetric_difference_update", |vm, args| {
                update_with(vm, args, Binary::BitXor)
            }),
        ],
    );
    for class in [set, frozen] {
        container_dunders(class);
        class.dict().remove_str("__getitem__");
        methods(
            class,
            &[
                ("copy", copy),
                ("union", |vm, args| several(vm, args, Binary::BitOr)),
                ("intersection", |vm, args| several(vm, args, Binary::BitAnd)),
                ("difference", |vm, args| several(vm, args, Binary::Sub)),
                ("symmetric_difference", |vm, args| {
                    several(vm, args, Binary::BitXor)
                }),
                ("issubset", |vm, args| subset(vm, args, false)),
                ("issuperset", |vm, args| subset(vm, args, true)),
                ("isdisjoint", isdisjoint),
            ],
        );
        operators(
            class,
            &[Binary::BitOr, Binary::BitAnd, Binary::BitXor, Binary::Sub],
        );
    }
    set.dict().set_str("__hash__", Value::None);
    methods(frozen, &[("__hash__", hash_inner)]);
}

fn this(args: &Args) -> Value {
    args.pos.first().cloned().unwrap_or_default()
}

fn set_of(args: &Args) -> PyResult<Rc<PySet>> {
    match this(args).unwrap_inner() {
        Value::Set(set) | Value::FrozenSet(set) => Ok(set),
        _ => Err(raise("TypeError", "this method requires a 'set' object")),
    }
}

fn items(vm: &mut Vm, args: &Args) -> PyResult<Vec<Value>> {
    match args.pos.get(1) {
        Some(iterable) => vm.iterate(iterable),
        None => Ok(Vec::new()),
    }
}

fn set_new(vm: &mut Vm, args: Args) -> PyResult {
    let class = this(&args);
    if matches!(&class, Value::Class(class) if Rc::ptr_eq(class, vm.types.get("set"))) {
        arity("set", &args, 0, 1)?;
        let items = items(vm, &args)?;
        return Ok(Value::Set(Rc::new(PySet::from_items(vm, items)?)));
    }
    Ok(wrap(vm, &class, "set", Value::Set(Rc::new(PySet::new()))))
}

fn set_init(vm: &mut Vm, args: Args) -> PyResult {
    if let Some(Value::Instance(_)) = args.pos.first() {
        let set = set_of(&args)?;
        set.clear();
        for item in items(vm, &args)? {
            set.add(vm, item)?;
        }
    }
    Ok(Value::None)
}

fn frozenset_new(vm: &mut Vm, args: Args) -> PyResult {
    arity("frozenset", &args, 0, 1)?;
    let items = items(vm, &args)?;
    let set = Value::FrozenSet(Rc::new(PySet::from_items(vm, items)?));
    Ok(wrap(vm, &this(&args), "frozenset", set))
}

fn add(vm: &mut Vm, args: Args) -> PyResult {
    arity("set.add", &args, 1, 1)?;
    set_of(&args)?.add(vm, args.pos[1].clone())?;
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: Args) -> PyResult {
    arity("set.remove", &args, 1, 1)?;
    if set_of(&args)?.remove(vm, &args.pos[1])? {
        Ok(Value::None)
    } else {
        Err(key_error(&args.pos[1]))
    }
}

fn discard(vm: &mut Vm, args: Args) -> PyResult {
    arity("set.discard", &args, 1, 1)?;
    set_of(&args)?.remove(vm, &args.pos[1])?;
    Ok(Value::None)
}

fn pop(_: &mut Vm, args: Args) -> PyResult {
    match set_of(&args)?.pop() {
        Some(item) => Ok(item),
        None => Err(key_error(&Value::str("pop from an empty set"))),
    }
}

fn clear(_: &mut Vm, args: Args) -> PyResult {
    set_of(&args)?.clear();
    Ok(Value::None)
}

fn copy(_: &mut Vm, args: Args) -> PyResult {
    let copy = Rc::new(set_of(&args)?.copy());
    Ok(match this(&args).unwrap_inner() {
        Value::FrozenSet(_) => Value::FrozenSet(copy),
        _ => Value::Set(copy),
    })
}

fn update(vm: &mut Vm, args: Args) -> PyResult {
    let set = set_of(&args)?;
    for iterable in &args.pos[1..] {
        for item in vm.iterate(iterable)? {
            set.add(vm, item)?;
        }
    }
    Ok(Value::None)
}

fn combined(vm: &mut Vm, args: &Args, op: Binary) -> PyResult<PySet> {
    let mut result = set_of(args)?.copy();
    for iterable in &args.pos[1..] {
        let other = vm.iterate(iterable)?;
        result = vm.combine(op, result.items(), other)?;
    }
    Ok(result)
}

fn several(vm: &mut Vm, args: Args, op: Binary) -> PyResult {
    let result = Rc::new(combined(vm, &args, op)?);
    Ok(match this(&args).unwrap_inner() {
        Value::FrozenSet(_) => Value::FrozenSet(result),
        _ => Value::Set(result),
    })
}

fn update_with(vm: &mut Vm, args: Args, op: Binary) -> PyResult {
    let result = combined(vm, &args, op)?;
    let set = set_of(&args)?;
    set.clear();
    for item in result.items() {
        set.add(vm, item)?;
    }
    Ok(Value::None)
}

fn subset(vm: &mut Vm, args: Args, reversed: bool) -> PyResult {
    arity("issubset", &args, 1, 1)?;
    let mine = set_of(&args)?.items();
    let other = vm.iterate(&args.pos[1])?;
    let (small, large) = if reversed {
        (other, mine)
    } else {
        (mine, other)
    };
    let large = PySet::from_items(vm, large)?;
    for item in small {
        if !large.contains(vm, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

pub(super) fn isdisjoint(vm: &mut Vm, args: Args) -> PyResult {
    arity("isdisjoint", &args, 1, 1)?;
    let mine = set_items(&args.pos[0]).unwrap_or_default();
    let mine = PySet::from_items(vm, mine)?;
    for item in vm.iterate(&args.pos[1])? {
        if mine.contains(vm, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}
