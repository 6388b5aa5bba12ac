//! `list`, `tuple` and `dict`.

use std::rc::Rc;

use super::iterators::{contains, item_of, iter_of, len_of};
use super::{Raw, arity, class_methods, index_arg, methods, no_more_kw, statics, take_kw, wrap};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::eval::items::key_error;
use crate::ir::{Binary, Compare};
use crate::native::raw_method;
use crate::types::Types;
use crate::value::{Class, DictView, DictViewKind, PyDict, PyList, Value};
use crate::vm::Vm;

pub(super) fn fill(types: &Types) {
    let list = types.get("list");
    statics(list, &[("__new__", list_new)]);
    methods(
        list,
        &[
            ("__init__", list_init),
            ("append", append),
            ("extend", extend),
            ("insert", insert),
            ("remove", remove),
            ("pop", list_pop),
            ("clear", list_clear),
            ("index", index),
            ("count", count),
            ("sort", sort),
            ("reverse", reverse),
            ("copy", list_copy),
            ("__reversed__", reversed),
            ("__iadd__", list_iadd),
        ],
    );
    let tuple = types.get("tuple");
    statics(tuple, &[("__new__", tuple_new)]);
    methods(tuple, &[("index", index), ("count", count)]);
    let dict = types.get("dict");
    statics(dict, &[("__new__", dict_new)]);
    class_methods(dict, &[("fromkeys", fromkeys)]);
    methods(
        dict,
        &[
            ("__init__", dict_init),
            ("get", dict_get),
            ("keys", |_, args| view(args, DictViewKind::Keys)),
            ("values", |_, args| view(args, DictViewKind::Values)),
            ("items", |_, args| view(args, DictViewKind::Items)),
            ("pop", dict_pop),
            ("popitem", popitem),
            ("setdefault", setdefault),
            ("update", update),
            ("clear", dict_clear),
            ("copy", dict_copy),
            ("__reversed__", reversed),
            ("__ior__", dict_ior),
        ],
    );
    for kind in ["dict_keys", "dict_values", "dict_items"] {
        methods(
            types.get(kind),
            &[
                ("__iter__", iter_of),
                ("__len__", len_of),
                ("__contains__", contains),
                ("__reversed__", reversed),
                ("isdisjoint", super::sets::isdisjoint),
            ],
        );
    }
    for kind in ["dict_keys", "dict_items"] {
        types.get(kind).dict().set_str("__hash__", Value::None);
    }
    for class in [list, tuple, dict] {
        container_dunders(class);
    }
    for class in [list, dict] {
        methods(
            class,
            &[("__setitem__", set_item), ("__delitem__", del_item)],
        );
        class.dict().set_str("__hash__", Value::None);
    }
    methods(tuple, &[("__hash__", hash_inner)]);
    operators(list, &[Binary::Add, Binary::Mul]);
    operators(tuple, &[Binary::Add, Binary::Mul]);
    operators(dict, &[Binary::BitOr]);
    for class in ["list", "tuple", "dict", "set", "frozenset", "type"] {
        class_methods(types.get(class), &[("__class_getitem__", class_getitem)]);
    }
}

/// `list[int]`
pub(crate) fn class_getitem(_: &mut Vm, args: Args) -> PyResult {
    match args.pos.as_slice() {
        [origin, item] => Ok(super::union::alias(origin.clone(), item)),
        _ => Err(raise(
            "TypeError",
            "__class_getitem__() takes exactly one argument",
        )),
    }
}

/// The methods that make an object of a class that extends a container work like the container.
pub(super) fn container_dunders(class: &Rc<Class>) {
    methods(
        class,
        &[
            ("__iter__", iter_of),
            ("__len__", len_of),
            ("__getitem__", item_of),
            ("__contains__", contains),
        ],
    );
    value_dunders(class);
}

/// Comparison and text of objects that wrap a builtin value.
pub(super) fn value_dunders(class: &Rc<Class>) {
    methods(
        class,
        &[("__repr__", repr_inner), ("__format__", format_inner)],
    );
    for (name, op) in [
        ("__eq__", Compare::Eq),
        ("__ne__", Compare::NotEq),
        ("__lt__", Compare::Lt),
        ("__le__", Compare::LtE),
        ("__gt__", Compare::Gt),
        ("__ge__", Compare::GtE),
    ] {
        let run: Raw = match op {
            Compare::Eq => |vm, args| compare_inner(vm, args, Compare::Eq),
            Compare::NotEq => |vm, args| compare_inner(vm, args, Compare::NotEq),
            Compare::Lt => |vm, args| compare_inner(vm, args, Compare::Lt),
            Compare::LtE => |vm, args| compare_inner(vm, args, Compare::LtE),
            Compare::Gt => |vm, args| compare_inner(vm, args, Compare::Gt),
            _ => |vm, args| compare_inner(vm, args, Compare::GtE),
        };
        class
            .dict()
            .set_str(name, raw_method(&class.name(), name, run));
    }
}

fn compare_inner(vm: &mut Vm, args: Args, op: Compare) -> PyResult {
    let [this, other] = args.pos.as_slice() else {
        return Err(raise("TypeError", "expected 1 argument, got 0"));
    };
    let (this, other) = (this.unwrap_inner(), other.unwrap_inner());
    if let (Compare::Eq | Compare::NotEq, Some(same)) =
        (op, crate::value::hash::quick_eq(&this, &other))
    {
        return Ok(Value::Bool(same == (op == Compare::Eq)));
    }
    Ok(match vm.builtin_compare(op, &this, &other)? {
        Some(result) => Value::Bool(result),
        None => Value::NotImplemented,
    })
}

pub(super) fn repr_inner(vm: &mut Vm, args: Args) -> PyResult {
    let this = args.pos.first().cloned().unwrap_or_default();
    let class = vm.class_of(&this);
    let inner = this.unwrap_inner();
    if let (Value::Set(_) | Value::FrozenSet(_), Value::Instance(_)) = (&inner, &this) {
        let items = vm.iterate(&inner)?;
        let name = class.name();
        if items.is_empty() {
            return Ok(Value::str(format!("{name}()")));
        }
        let mut text = String::new();
        vm.write_repr(&Value::list(items), &mut text)?;
        let text = text.trim_start_matches('[').trim_end_matches(']');
        return Ok(Value::str(format!("{name}({{{text}}})")));
    }
    vm.repr(&inner).map(Value::Str)
}

pub(super) fn hash_inner(vm: &mut Vm, args: Args) -> PyResult {
    let this = args.pos.first().cloned().unwrap_or_default();
    vm.hash(&this.unwrap_inner()).map(Value::Int)
}

fn format_inner(vm: &mut Vm, args: Args) -> PyResult {
    let this = args.pos.first().cloned().unwrap_or_default();
    let spec = args
        .pos
        .get(1)
        .and_then(Value::as_str)
        .unwrap_or_else(|| Rc::from(""));
    if spec.is_empty() {
        return vm.str(&this).map(Value::Str);
    }
    super::format::format_value(vm, &this.unwrap_inner(), &spec).map(Value::Str)
}

fn set_item(vm: &mut Vm, args: Args) -> PyResult {
    let [this, key, value] = args.pos.as_slice() else {
        return Err(raise("TypeError", "expected 2 arguments"));
    };
    vm.set_item(&this.unwrap_inner(), key, value.clone())?;
    Ok(Value::None)
}

fn del_item(vm: &mut Vm, args: Args) -> PyResult {
    let [this, key] = args.pos.as_slice() else {
        return Err(raise("TypeError", "expected 1 argument"));
    };
    vm.del_item(&this.unwrap_inner(), key)?;
    Ok(Value::None)
}

/// `__add__`, `__radd__` and so on, which objects of classes that extend the builtin one find.
pub(super) fn operators(class: &Rc<Class>, ops: &[Binary]) {
    for op in ops {
        let op = *op;
        for (reflected, name) in [
            (false, format!("__{}__", op.method())),
            (true, format!("__r{}__", op.method())),
        ] {
            let function = crate::native::closure_method(&class.name(), &name, move |vm, args| {
                let [this, other] = args.pos.as_slice() else {
                    return Err(raise("TypeError", "expected 1 argument, got 0"));
                };
                let (this, other) = (this.unwrap_inner(), other.unwrap_inner());
                if matches!(other, Value::Instance(_)) {
                    return Ok(Value::NotImplemented);
                }
                let result = if reflected {
                    vm.builtin_binary(op, &other, &this)
                } else {
                    vm.builtin_binary(op, &this, &other)
                };
                Ok(result?.unwrap_or(Value::NotImplemented))
            });
            class.dict().set_str(name, function);
        }
    }
}

fn list_of(args: &Args) -> PyResult<Rc<PyList>> {
    match args.pos.first().map(Value::unwrap_inner) {
        Some(Value::List(items)) => Ok(items),
        Some(other) => Err(raise(
            "TypeError",
            format!(
                "descriptor requires a 'list' object but received a '{}'",
                crate::types::type_name(&other)
            ),
        )),
        None => Err(raise("TypeError", "unbound method needs an argument")),
    }
}

fn items_of(args: &Args) -> PyResult<Vec<Value>> {
    match args.pos.first().map(Value::unwrap_inner) {
        Some(Value::List(items)) => Ok(items.borrow().clone()),
        Some(Value::Tuple(items)) => Ok(items.to_vec()),
        _ => Err(raise("TypeError", "this method requires a sequence")),
    }
}

fn class_arg(args: &Args) -> Value {
    args.pos.first().cloned().unwrap_or_default()
}

fn list_new(vm: &mut Vm, args: Args) -> PyResult {
    let class = class_arg(&args);
    if matches!(&class, Value::Class(class) if Rc::ptr_eq(class, vm.types.get("list"))) {
        arity("list", &args, 0, 1)?;
        let items = match args.pos.get(1) {
            Some(iterable) => vm.iterate(iterable)?,
            None => Vec::new(),
        };
        return Ok(Value::list(items));
    }
    Ok(wrap(vm, &class, "list", Value::list(Vec::new())))
}

fn list_init(vm: &mut Vm, args: Args) -> PyResult {
    let Some(Value::Instance(_)) = args.pos.first() else {
        return Ok(Value::None);
    };
    let list = list_of(&args)?;
    let items = match args.pos.get(1) {
        Some(iterable) => vm.iterate(iterable)?,
        None => Vec::new(),
    };
    *list.borrow_mut() = items;
    Ok(Value::None)
}

fn append(_: &mut Vm, mut args: Args) -> PyResult {
    arity("list.append", &args, 1, 1)?;
    let list = list_of(&args)?;
    if let Some(item) = args.pos.pop() {
        list.borrow_mut().push(item);
    }
    Ok(Value::None)
}

fn extend(vm: &mut Vm, args: Args) -> PyResult {
    arity("list.extend", &args, 1, 1)?;
    let list = list_of(&args)?;
    let items = vm.iterate(&args.pos[1])?;
    list.borrow_mut().extend(items);
    Ok(Value::None)
}

fn list_iadd(vm: &mut Vm, args: Args) -> PyResult {
    let this = class_arg(&args);
    extend(vm, args)?;
    Ok(this)
}

/// Where a place that may be negative or too large is in a list.
fn clamp(place: i64, len: usize) -> usize {
    let len = len as i64;
    let place = if place < 0 { place + len } else { place };
    place.clamp(0, len) as usize
}

fn insert(vm: &mut Vm, args: Args) -> PyResult {
    arity("insert", &args, 2, 2)?;
    let list = list_of(&args)?;
    let place = index_arg(vm, &args.pos[1])?;
    let len = list.borrow().len();
    list.borrow_mut()
        .insert(clamp(place, len), args.pos[2].clone());
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: Args) -> PyResult {
    arity("list.remove", &args, 1, 1)?;
    let list = list_of(&args)?;
    let items = list.borrow().clone();
    for (place, item) in items.iter().enumerate() {
        if vm.eq(item, &args.pos[1])? {
            if place < list.borrow().len() {
                list.borrow_mut().remove(place);
            }
            return Ok(Value::None);
        }
    }
    Err(raise("ValueError", "list.remove(x): x not in list"))
}

fn list_pop(vm: &mut Vm, args: Args) -> PyResult {
    arity("pop", &args, 0, 1)?;
    let list = list_of(&args)?;
    let place = match args.pos.get(1) {
        Some(place) => index_arg(vm, place)?,
        None => -1,
    };
    let len = list.borrow().len();
    if len == 0 {
        return Err(raise("IndexError", "pop from empty list"));
    }
    let place = if place < 0 { place + len as i64 } else { place };
    match usize::try_from(place).ok().filter(|place| *place < len) {
        Some(place) => Ok(list.borrow_mut().remove(place)),
        None => Err(raise("IndexError", "pop index out of range")),
    }
}

fn list_clear(_: &mut Vm, args: Args) -> PyResult {
    let list = list_of(&args)?;
    let old = std::mem::take(&mut *list.borrow_mut());
    drop(old);
    Ok(Value::None)
}

fn index(vm: &mut Vm, args: Args) -> PyResult {
    arity("index", &args, 1, 3)?;
    let items = items_of(&args)?;
    let bound = |vm: &mut Vm, place: usize, default: usize| match args.pos.get(place) {
        Some(value) => index_arg(vm, value).map(|place| clamp(place, items.len())),
        None => Ok(default),
    };
    let start = bound(vm, 2, 0)?;
    let end = bound(vm, 3, items.len())?;
    for (place, item) in items.iter().enumerate().take(end).skip(start) {
        if vm.eq(item, &args.pos[1])? {
            return Ok(Value::Int(place as i64));
        }
    }
    match args.pos[0].unwrap_inner() {
        Value::Tuple(_) => Err(raise("ValueError", "tuple.index(x): x not in tuple")),
        _ => {
            let text = vm.repr(&args.pos[1])?;
            Err(raise("ValueError", format!("{text} is not in list")))
        }
    }
}

fn count(vm: &mut Vm, args: Args) -> PyResult {
    arity("count", &args, 1, 1)?;
    let mut found = 0;
    for item in items_of(&args)? {
        if vm.eq(&item, &args.pos[1])? {
            found += 1;
        }
    }
    Ok(Value::Int(found))
}

fn sort(vm: &mut Vm, mut args: Args) -> PyResult {
    let key = take_kw(&mut args, "key").filter(|key| !key.is_none());
    let reverse = match take_kw(&mut args, "reverse") {
        Some(reverse) => index_arg(vm, &reverse)? != 0,
        None => false,
    };
    no_more_kw("sort", &args)?;
    if args.pos.len() > 1 {
        return Err(raise("TypeError", "sort() takes no positional arguments"));
    }
    let list = list_of(&args)?;
    let items = list.borrow().clone();
    let sorted = super::sorting::sort(vm, items, key, reverse)?;
    *list.borrow_mut() = sorted;
    Ok(Value::None)
}

fn reverse(_: &mut Vm, args: Args) -> PyResult {
    list_of(&args)?.borrow_mut().reverse();
    Ok(Value::None)
}

fn list_copy(_: &mut Vm, args: Args) -> PyResult {
    let items = list_of(&args)?.borrow().clone();
    Ok(Value::list(items))
}

fn reversed(vm: &mut Vm, args: Args) -> PyResult {
    let this = class_arg(&args).unwrap_inner();
    vm.reversed(&this)
}

fn tuple_new(vm: &mut Vm, args: Args) -> PyResult {
    arity("tuple", &args, 0, 1)?;
    let value = match args.pos.get(1) {
        None => Value::tuple(Vec::new()),
        Some(tuple @ Value::Tuple(_)) => tuple.clone(),
        Some(iterable) => Value::tuple(vm.iterate(iterable)?),
    };
    Ok(wrap(vm, &class_arg(&args), "tuple", value))
}

fn dict_of(args: &Args) -> PyResult<Rc<PyDict>> {
    match args.pos.first().map(Value::unwrap_inner) {
        Some(Value::Dict(dict)) => Ok(dict),
        _ => Err(raise("TypeError", "this method requires a 'dict' object")),
    }
}

fn dict_new(vm: &mut Vm, args: Args) -> PyResult {
    let class = class_arg(&args);
    let dict = Rc::new(PyDict::new());
    if matches!(&class, Value::Class(class) if Rc::ptr_eq(class, vm.types.get("dict"))) {
        fill_dict(vm, &dict, &args, "dict")?;
    }
    Ok(wrap(vm, &class, "dict", Value::Dict(dict)))
}

fn dict_init(vm: &mut Vm, args: Args) -> PyResult {
    if let Some(Value::Instance(_)) = args.pos.first() {
        let dict = dict_of(&args)?;
        fill_dict(vm, &dict, &args, "dict")?;
    }
    Ok(Value::None)
}

fn fill_dict(vm: &mut Vm, dict: &Rc<PyDict>, args: &Args, name: &str) -> PyResult<()> {
    if args.pos.len() > 2 {
        return Err(raise(
            "TypeError",
            format!(
                "{name} expected at most 1 argument, got {}",
                args.pos.len() - 1
            ),
        ));
    }
    if let Some(value) = args.pos.get(1) {
        if !vm.is_iterable(value)? && vm.mapping_items(value)?.is_none() {
            return Err(raise(
                "TypeError",
                format!("'{}' object is not iterable", vm.type_name(value)),
            ));
        }
        vm.update_dict(dict, value)?;
    }
    for (key, value) in &args.kw {
        dict.set_str(key.clone(), value.clone());
    }
    Ok(())
}

fn fromkeys(vm: &mut Vm, args: Args) -> PyResult {
    arity("fromkeys", &args, 1, 2)?;
    let value = args.pos.get(2).cloned().unwrap_or_default();
    let class = class_arg(&args);
    if let Value::Class(own) = &class
        && !own.is_native()
    {
        // An object of another class is told of each key.
        let made = vm.call(&class, Vec::new(), Vec::new())?;
        for key in vm.iterate(&args.pos[1])? {
            vm.set_item(&made, &key, value.clone())?;
        }
        return Ok(made);
    }
    let dict = PyDict::new();
    for key in vm.iterate(&args.pos[1])? {
        dict.set(vm, key, value.clone())?;
    }
    Ok(wrap(
        vm,
        &class_arg(&args),
        "dict",
        Value::Dict(Rc::new(dict)),
    ))
}

fn dict_get(vm: &mut Vm, args: Args) -> PyResult {
    arity("get", &args, 1, 2)?;
    let found = dict_of(&args)?.get(vm, &args.pos[1])?;
    Ok(found.unwrap_or_else(|| args.pos.get(2).cloned().unwrap_or_default()))
}

fn view(args: Args, kind: DictViewKind) -> PyResult {
    let dict = dict_of(&args)?;
    Ok(Value::DictView(Rc::new(DictView { dict, kind })))
}

fn dict_pop(vm: &mut Vm, args: Args) -> PyResult {
    arity("pop", &args, 1, 2)?;
    match (dict_of(&args)?.remove(vm, &args.pos[1])?, args.pos.get(2)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(key_error(&args.pos[1])),
    }
}

fn popitem(_: &mut Vm, args: Args) -> PyResult {
    match dict_of(&args)?.pop_last() {
        Some((key, value)) => Ok(Value::tuple(vec![key, value])),
        None => Err(key_error(&Value::str("popitem(): dictionary is empty"))),
    }
}

fn setdefault(vm: &mut Vm, args: Args) -> PyResult {
    arity("setdefault", &args, 1, 2)?;
    let dict = dict_of(&args)?;
    if let Some(value) = dict.get(vm, &args.pos[1])? {
        return Ok(value);
    }
    let value = args.pos.get(2).cloned().unwrap_or_default();
    dict.set(vm, args.pos[1].clone(), value.clone())?;
    Ok(value)
}

fn update(vm: &mut Vm, args: Args) -> PyResult {
    let dict = dict_of(&args)?;
    fill_dict(vm, &dict, &args, "update")?;
    Ok(Value::None)
}

fn dict_ior(vm: &mut Vm, args: Args) -> PyResult {
    let this = class_arg(&args);
    update(vm, args)?;
    Ok(this)
}

fn dict_clear(_: &mut Vm, args: Args) -> PyResult {
    dict_of(&args)?.clear();
    Ok(Value::None)
}

fn dict_copy(_: &mut Vm, args: Args) -> PyResult {
    Ok(Value::Dict(Rc::new(dict_of(&args)?.copy())))
}
