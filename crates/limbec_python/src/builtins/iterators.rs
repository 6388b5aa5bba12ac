//! `enumerate`, `zip`, `map`, `filter`, `reversed`, `range`, `slice`, and the methods of generators.

use std::rc::Rc;

use super::{index_arg, methods, statics, take_kw};
use crate::args::Args;
use crate::error::{PyError, PyResult, Raised, raise};
use crate::eval::generator::{Step, stop_iteration};
use crate::types::Types;
use crate::value::{Generator, PyIter, Range, Slice, Value};
use crate::vm::Vm;

pub(super) fn fill(types: &Types) {
    statics(types.get("enumerate"), &[("__new__", enumerate)]);
    statics(types.get("zip"), &[("__new__", zip)]);
    statics(types.get("map"), &[("__new__", map)]);
    statics(types.get("filter"), &[("__new__", filter)]);
    statics(types.get("reversed"), &[("__new__", reversed)]);
    statics(types.get("range"), &[("__new__", range_new)]);
    statics(types.get("slice"), &[("__new__", slice_new)]);
    methods(
        types.get("range"),
        &[
            ("index", range_index),
            ("count", range_count),
            ("__iter__", iter_of),
            ("__len__", len_of),
            ("__getitem__", item_of),
            ("__contains__", contains),
        ],
    );
    methods(types.get("slice"), &[("indices", slice_indices)]);
    for name in [
        "iterator",
        "list_iterator",
        "tuple_iterator",
        "str_ascii_iterator",
        "dict_keyiterator",
        "dict_valueiterator",
        "dict_itemiterator",
        "set_iterator",
        "range_iterator",
        "bytes_iterator",
        "enumerate",
        "zip",
        "map",
        "filter",
        "reversed",
        "list_reverseiterator",
        "callable_iterator",
    ] {
        methods(types.get(name), &[("__iter__", itself), ("__next__", next)]);
    }
    for name in ["generator", "coroutine", "async_generator"] {
        methods(
            types.get(name),
            &[("send", send), ("throw", throw), ("close", close)],
        );
    }
    methods(
        types.get("generator"),
        &[("__iter__", itself), ("__next__", next)],
    );
    methods(types.get("coroutine"), &[("__await__", itself)]);
    methods(
        types.get("async_generator"),
        &[
            ("__aiter__", itself),
            ("__anext__", anext),
            ("asend", asend),
            ("aclose", aclose),
        ],
    );
}

pub(super) fn itself(_: &mut Vm, args: Args) -> PyResult {
    Ok(args.pos.into_iter().next().unwrap_or_default())
}

pub(super) fn iter_of(vm: &mut Vm, args: Args) -> PyResult {
    let this = args.pos.first().cloned().unwrap_or_default().unwrap_inner();
    vm.iter(&this)
}

pub(super) fn len_of(vm: &mut Vm, args: Args) -> PyResult {
    let this = args.pos.first().cloned().unwrap_or_default().unwrap_inner();
    vm.len(&this).map(|len| Value::Int(len as i64))
}

pub(super) fn item_of(vm: &mut Vm, args: Args) -> PyResult {
    let [this, key] = args.pos.as_slice() else {
        return Err(raise("TypeError", "expected 1 argument"));
    };
    let inner = this.unwrap_inner();
    if let (Value::Dict(dict), Value::Instance(instance)) = (&inner, this)
        && let Some(missing) = instance.class().lookup("__missing__")
    {
        return match dict.get(vm, key)? {
            Some(value) => Ok(value),
            None => vm.call(&missing, vec![this.clone(), key.clone()], Vec::new()),
        };
    }
    vm.get_item(&inner, key)
}

pub(super) fn contains(vm: &mut Vm, args: Args) -> PyResult {
    let [this, item] = args.pos.as_slice() else {
        return Err(raise("TypeError", "expected 1 argument"));
    };
    vm.contains(&this.unwrap_inner(), item).map(Value::Bool)
}

fn next(vm: &mut Vm, args: Args) -> PyResult {
    let this = args.pos.first().cloned().unwrap_or_default();
    if let Value::Generator(_) = &this {
        return match vm.send(&this, Value::None)? {
            Some(value) => Ok(value),
            None => Err(stop_iteration("StopIteration", Value::None)),
        };
    }
    match vm.next(&this)? {
        Some(value) => Ok(value),
        None => Err(stop_iteration("StopIteration", Value::None)),
    }
}

fn enumerate(vm: &mut Vm, mut args: Args) -> PyResult {
    let start = take_kw(&mut args, "start").or_else(|| args.pos.get(2).cloned());
    let Some(iterable) = args
        .pos
        .get(1)
        .cloned()
        .or_else(|| take_kw(&mut args, "iterable"))
    else {
        return Err(raise(
            "TypeError",
            "enumerate() missing required argument 'iterable'",
        ));
    };
    let mut index = match start {
        Some(start) => index_arg(vm, &start)?,
        None => 0,
    };
    let iter = vm.iter(&iterable)?;
    Ok(PyIter::native_named("enumerate", move |vm| {
        Ok(vm.next(&iter)?.map(|item| {
            index += 1;
            Value::tuple(vec![Value::Int(index - 1), item])
        }))
    }))
}

fn zip(vm: &mut Vm, mut args: Args) -> PyResult {
    let strict = match take_kw(&mut args, "strict") {
        Some(strict) => vm.truthy(&strict)?,
        None => false,
    };
    let mut iters = Vec::new();
    for iterable in args.pos.iter().skip(1) {
        iters.push(vm.iter(iterable)?);
    }
    Ok(PyIter::native_named("zip", move |vm| {
        if iters.is_empty() {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(iters.len());
        for (index, iter) in iters.iter().enumerate() {
            match vm.next(iter)? {
                Some(item) => items.push(item),
                None if !strict => return Ok(None),
                None => return zip_ended(vm, &iters, index),
            }
        }
        Ok(Some(Value::tuple(items)))
    }))
}

/// One of the iterators of a strict `zip` has ended.
fn zip_ended(vm: &mut Vm, iters: &[Value], index: usize) -> PyResult<Option<Value>> {
    let before = |count: usize| {
        if count == 1 {
            "argument 1".to_owned()
        } else {
            format!("arguments 1-{count}")
        }
    };
    if index > 0 {
        return Err(raise(
            "ValueError",
            format!(
                "zip() argument {} is shorter than {}",
                index + 1,
                before(index)
            ),
        ));
    }
    for (other, iter) in iters.iter().enumerate().skip(1) {
        if vm.next(iter)?.is_some() {
            return Err(raise(
                "ValueError",
                format!(
                    "zip() argument {} is longer than {}",
                    other + 1,
                    before(other)
                ),
            ));
        }
    }
    Ok(None)
}

fn map(vm: &mut Vm, args: Args) -> PyResult {
    if args.pos.len() < 3 {
        return Err(raise(
            "TypeError",
            "map() must have at least two arguments.",
        ));
    }
    let function = args.pos[1].clone();
    let iters = args.pos[2..]
        .iter()
        .map(|iterable| vm.iter(iterable))
        .collect::<PyResult<Vec<_>>>()?;
    Ok(PyIter::native_named("map", move |vm| {
        let mut items = Vec::with_capacity(iters.len());
        for iter in &iters {
            match vm.next(iter)? {
                Some(item) => items.push(item),
                None => return Ok(None),
            }
        }
        vm.call(&function, items, Vec::new()).map(Some)
    }))
}

fn filter(vm: &mut Vm, args: Args) -> PyResult {
    let [_, function, iterable] = args.pos.as_slice() else {
        return Err(raise(
            "TypeError",
            format!(
                "filter expected 2 arguments, got {}",
                args.pos.len().saturating_sub(1)
            ),
        ));
    };
    let (function, iter) = (function.clone(), vm.iter(iterable)?);
    Ok(PyIter::native_named("filter", move |vm| {
        while let Some(item) = vm.next(&iter)? {
            let keep = if function.is_none() {
                vm.truthy(&item)?
            } else {
                let result = vm.call(&function, vec![item.clone()], Vec::new())?;
                vm.truthy(&result)?
            };
            if keep {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }))
}

fn reversed(vm: &mut Vm, args: Args) -> PyResult {
    match args.pos.as_slice() {
        [_, value @ Value::Instance(instance)]
            if instance.inner().is_none()
                && instance.class().lookup("__reversed__").is_none()
                && instance.class().lookup("__getitem__").is_some()
                && instance.class().lookup("__len__").is_none() =>
        {
            Err(raise(
                "TypeError",
                format!("object of type '{}' has no len()", vm.type_name(value)),
            ))
        }
        [_, value] => vm.reversed(&value.unwrap_inner_if_plain(vm)),
        _ => Err(raise(
            "TypeError",
            format!(
                "reversed expected 1 argument, got {}",
                args.pos.len().saturating_sub(1)
            ),
        )),
    }
}

impl Value {
    /// The wrapped builtin value, unless the object's class has its own `__reversed__`.
    fn unwrap_inner_if_plain(&self, vm: &Vm) -> Value {
        match self {
            Value::Instance(instance) if vm.class_of(self).lookup("__reversed__").is_none() => {
                instance.inner().unwrap_or_else(|| self.clone())
            }
            other => other.clone(),
        }
    }
}

fn range_new(vm: &mut Vm, args: Args) -> PyResult {
    let too_large = |value: &Value| matches!(value.unwrap_inner(), Value::BigInt(_));
    if args.pos[1..].iter().any(too_large) {
        return Err(vm.unsupported("range() of numbers that do not fit 64 bits"));
    }
    let numbers = args.pos[1..]
        .iter()
        .map(|value| index_arg(vm, value))
        .collect::<PyResult<Vec<_>>>()?;
    let (start, stop, step) = match numbers.as_slice() {
        [stop] => (0, *stop, 1),
        [start, stop] => (*start, *stop, 1),
        [start, stop, step] => (*start, *stop, *step),
        [] => {
            return Err(raise(
                "TypeError",
                "range expected at least 1 argument, got 0",
            ));
        }
        more => {
            return Err(raise(
                "TypeError",
                format!("range expected at most 3 arguments, got {}", more.len()),
            ));
        }
    };
    if step == 0 {
        return Err(raise("ValueError", "range() arg 3 must not be zero"));
    }
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

fn range_index(vm: &mut Vm, args: Args) -> PyResult {
    if let [Value::Range(range), item] = args.pos.as_slice()
        && let Some(number) = item.as_int()
        && range.contains(number)
    {
        return Ok(Value::Int((number - range.start) / range.step));
    }
    super::arity("index", &args, 1, 1)?;
    if args.pos[1].as_int().is_none() {
        return Err(raise("ValueError", "sequence.index(x): x not in sequence"));
    }
    let shown = vm.repr(&args.pos[1])?;
    Err(raise("ValueError", format!("{shown} is not in range")))
}

fn range_count(_: &mut Vm, args: Args) -> PyResult {
    Ok(Value::Int(match args.pos.as_slice() {
        [Value::Range(range), item] => item
            .as_int()
            .map_or(0, |number| i64::from(range.contains(number))),
        _ => 0,
    }))
}

fn slice_new(_: &mut Vm, args: Args) -> PyResult {
    let slice = match &args.pos[1..] {
        [stop] => Slice {
            stop: stop.clone(),
            ..Slice::default()
        },
        [start, stop] => Slice {
            start: start.clone(),
            stop: stop.clone(),
            ..Slice::default()
        },
        [start, stop, step] => Slice {
            start: start.clone(),
            stop: stop.clone(),
            step: step.clone(),
        },
        other => {
            return Err(raise(
                "TypeError",
                format!("slice expected at least 1 argument, got {}", other.len()),
            ));
        }
    };
    Ok(Value::Slice(Rc::new(slice)))
}

fn slice_indices(vm: &mut Vm, args: Args) -> PyResult {
    let [Value::Slice(slice), len] = args.pos.as_slice() else {
        return Err(raise(
            "TypeError",
            "slice.indices() takes exactly one argument",
        ));
    };
    let len = index_arg(vm, len)?;
    let len =
        usize::try_from(len).map_err(|_| raise("ValueError", "length should not be negative"))?;
    let indices = vm.slice_indices(slice, len)?;
    Ok(Value::tuple(vec![
        Value::Int(indices.start),
        Value::Int(indices.stop),
        Value::Int(indices.step),
    ]))
}

fn generator(args: &Args) -> PyResult<Rc<Generator>> {
    match args.pos.first() {
        Some(Value::Generator(generator)) => Ok(generator.clone()),
        _ => Err(raise("TypeError", "this method requires a generator")),
    }
}

fn stepped(step: Step) -> PyResult {
    match step {
        Step::Yielded(value) => Ok(value),
        Step::Returned(value) => Err(stop_iteration("StopIteration", value)),
    }
}

fn send(vm: &mut Vm, args: Args) -> PyResult {
    let generator = generator(&args)?;
    let value = args.pos.get(1).cloned().unwrap_or_default();
    stepped(generator.step(vm, value)?)
}

/// `throw(value)` and the older `throw(type, value)`.
fn throw(vm: &mut Vm, args: Args) -> PyResult {
    let generator = generator(&args)?;
    let value = match (args.pos.get(1), args.pos.get(2)) {
        (_, Some(value @ Value::Instance(_))) => value.clone(),
        (Some(class), Some(value)) if !value.is_none() => {
            vm.call(class, vec![value.clone()], Vec::new())?
        }
        (Some(value), _) => value.clone(),
        (None, _) => {
            return Err(raise(
                "TypeError",
                "throw expected at least 1 argument, got 0",
            ));
        }
    };
    let exception = vm.exception_of(
        &value,
        "exceptions must be classes or instances deriving from BaseException",
    )?;
    let error = PyError::Exception(Raised::new(exception));
    stepped(generator.throw(vm, error)?)
}

fn close(vm: &mut Vm, args: Args) -> PyResult {
    generator(&args)?.close(vm)?;
    Ok(Value::None)
}

fn anext(vm: &mut Vm, args: Args) -> PyResult {
    let generator = generator(&args)?;
    match generator.step(vm, Value::None)? {
        Step::Yielded(value) => Ok(Value::ready(value)),
        Step::Returned(_) => Err(stop_iteration("StopAsyncIteration", Value::None)),
    }
}

fn asend(vm: &mut Vm, args: Args) -> PyResult {
    let generator = generator(&args)?;
    let value = args.pos.get(1).cloned().unwrap_or_default();
    match generator.step(vm, value)? {
        Step::Yielded(value) => Ok(Value::ready(value)),
        Step::Returned(_) => Err(stop_iteration("StopAsyncIteration", Value::None)),
    }
}

fn aclose(vm: &mut Vm, args: Args) -> PyResult {
    generator(&args)?.close(vm)?;
    Ok(Value::ready(Value::None))
}
