//! The builtin functions, types and exceptions.

mod bytearray;
mod bytes_search;
mod bytes_type;
mod charmaps;
mod collections;
pub(crate) mod complex;
pub(crate) mod dynamic;
mod exception;
pub(crate) mod exception_group;
pub(crate) mod files;
pub(crate) mod floats;
pub(crate) mod format;
mod format_spec;
mod functions;
mod iterators;
pub(crate) mod letters;
pub(crate) mod numbers;
mod object;
pub(crate) mod percent;
pub(crate) mod rounding;
mod sets;
mod sorting;
mod str_cases;
mod str_methods;
mod str_split;
pub(crate) mod str_type;
pub(crate) mod union;

use std::rc::Rc;

use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::native::{raw_method, raw_static};
use crate::types::Types;
use crate::value::{Class, Module, Value};
use crate::vm::Vm;

/// A function that takes its arguments as they come; the first is `self` for methods.
/// The attribute of a class with type parameters, which may be subscripted whatever its bases are.
pub(crate) const TYPE_PARAMS: &str = "__type_params__";
pub(crate) use collections::class_getitem;

pub(crate) type Raw = fn(&mut Vm, Args) -> PyResult;

/// Give the builtin classes their methods.
pub(crate) fn fill(types: &Types) {
    object::fill(types);
    exception::fill(types);
    numbers::fill(types);
    str_type::fill(types);
    bytes_type::fill(types);
    collections::fill(types);
    sets::fill(types);
    iterators::fill(types);
}

/// Add methods to a class.
pub(crate) fn methods(class: &Rc<Class>, table: &[(&str, Raw)]) {
    let owner = class.name();
    for (name, run) in table {
        class.dict().set_str(*name, raw_method(&owner, name, *run));
    }
}

/// Add static methods to a class; `__new__` is one.
pub(crate) fn statics(class: &Rc<Class>, table: &[(&str, Raw)]) {
    for (name, run) in table {
        let function = raw_static(name, *run);
        class
            .dict()
            .set_str(*name, Value::StaticMethod(Rc::new(function)));
    }
}

/// Add class methods to a class.
pub(crate) fn class_methods(class: &Rc<Class>, table: &[(&str, Raw)]) {
    let owner = class.name();
    for (name, run) in table {
        let function = raw_method(&owner, name, *run);
        class
            .dict()
            .set_str(*name, Value::ClassMethod(Rc::new(function)));
    }
}

/// The module `builtins`.
pub(crate) fn module(types: &Types) -> Rc<Module> {
    functions::module(types)
}

/// Check how many arguments there are besides `self`, and that there are no keywords.
pub(crate) fn arity(name: &str, args: &Args, least: usize, most: usize) -> PyResult<()> {
    if !args.kw.is_empty() {
        return Err(raise(
            "TypeError",
            format!("{name}() takes no keyword arguments"),
        ));
    }
    let given = args.pos.len().saturating_sub(1);
    if (least..=most).contains(&given) {
        return Ok(());
    }
    let s = |count: usize| if count == 1 { "" } else { "s" };
    let wanted = if least == most {
        match least {
            0 => format!("{name}() takes no arguments ({given} given)"),
            1 => format!("{name}() takes exactly one argument ({given} given)"),
            _ => format!("{name} expected {least} arguments, got {given}"),
        }
    } else if given < least {
        format!(
            "{name} expected at least {least} argument{}, got {given}",
            s(least)
        )
    } else {
        format!(
            "{name} expected at most {most} argument{}, got {given}",
            s(most)
        )
    };
    Err(raise("TypeError", wanted))
}

/// Take a keyword argument out.
pub(crate) fn take_kw(args: &mut Args, name: &str) -> Option<Value> {
    let place = args.kw.iter().position(|(key, _)| &**key == name)?;
    Some(args.kw.remove(place).1)
}

/// `f() got an unexpected keyword argument 'x'`, when keywords are left.
pub(crate) fn no_more_kw(function: &str, args: &Args) -> PyResult<()> {
    match args.kw.first() {
        None => Ok(()),
        Some((name, _)) => Err(raise(
            "TypeError",
            format!("{function}() got an unexpected keyword argument '{name}'"),
        )),
    }
}

/// A `str` argument.
pub(crate) fn str_arg(value: &Value, what: &str) -> PyResult<Rc<str>> {
    value.as_str().ok_or_else(|| {
        raise(
            "TypeError",
            format!("{what} must be str, not {}", crate::types::type_name(value)),
        )
    })
}

/// The values in order, as `sorted()` gives them.
pub(crate) fn sort_values(vm: &mut Vm, values: Vec<Value>) -> PyResult<Vec<Value>> {
    sorting::sort(vm, values, None, false)
}

/// An integer argument, as `__index__` gives it.
pub(crate) fn index_arg(vm: &mut Vm, value: &Value) -> PyResult<i64> {
    match vm.index(value)? {
        Some(number) => Ok(number),
        None => Err(not_integer(value)),
    }
}

pub(crate) fn not_integer(value: &Value) -> PyError {
    raise(
        "TypeError",
        format!(
            "'{}' object cannot be interpreted as an integer",
            crate::types::type_name(value)
        ),
    )
}

/// The value to give back for a class: the value itself for the builtin class, an object that wraps it for a class that
/// extends the builtin one.
pub(crate) fn wrap(vm: &Vm, class: &Value, builtin: &str, value: Value) -> Value {
    match class {
        Value::Class(class) if !Rc::ptr_eq(class, vm.types.get(builtin)) => {
            let object = class.allocate();
            object.set_inner(value);
            Value::Instance(object)
        }
        _ => value,
    }
}

/// Whether an object counts as one of an abstract class that is written in Rust: one whose `__required__` names
/// the methods that make an object one of it.
pub(crate) fn virtual_class(object: &Value, class: &Rc<Class>) -> bool {
    if !class.is_native() {
        return false;
    }
    let types = crate::types::types();
    let object_class = match object {
        Value::Instance(instance) => instance.class(),
        Value::Class(class) => match class.metaclass() {
            Some(meta) => meta.clone(),
            None => types.type_.clone(),
        },
        other => types.get(other.kind()).clone(),
    };
    virtual_subclass(&object_class, class)
}

/// As [`virtual_class`], for a class.
pub(crate) fn virtual_subclass(class: &Rc<Class>, of: &Rc<Class>) -> bool {
    if !of.is_native() {
        return false;
    }
    match of.dict().get_str("__required__") {
        Some(Value::Tuple(names)) => names.iter().all(|name| {
            name.as_str()
                .and_then(|name| class.lookup(&name))
                .is_some_and(|method| !method.is_none())
        }),
        _ => false,
    }
}
