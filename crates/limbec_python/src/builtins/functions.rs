//! The builtin functions.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Raw, arity, index_arg, no_more_kw, take_kw};
use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::ir::{Binary, Compare};
use crate::native::{ModuleBuilder, raw_static};
use crate::types::Types;
use crate::value::number::{normalize, to_bigint};
use crate::value::{Module, Value};
use crate::vm::Vm;

const FUNCTIONS: &[(&str, Raw)] = &[
    ("abs", abs),
    ("aiter", |vm, args| vm.iter_async(&one("aiter", &args)?)),
    ("all", all),
    ("any", any),
    ("anext", anext),
    ("ascii", |vm, args| {
        vm.ascii(&one("ascii", &args)?).map(Value::Str)
    }),
    ("bin", |vm, args| radix(vm, "bin", args, 2, "0b")),
    ("callable", |vm, args| {
        let value = one("callable", &args)?;
        Ok(Value::Bool(vm.is_callable(&value)))
    }),
    ("chr", chr),
    ("compile", super::dynamic::compile),
    ("delattr", delattr),
    ("dir", dir),
    ("divmod", divmod),
    ("eval", super::dynamic::eval),
    ("exec", super::dynamic::exec),
    ("format", format),
    ("getattr", getattr),
    ("globals", globals),
    ("hasattr", hasattr),
    ("hash", |vm, args| {
        vm.hash(&one("hash", &args)?).map(Value::Int)
    }),
    ("hex", |vm, args| radix(vm, "hex", args, 16, "0x")),
    ("id", |vm, args| {
        let value = one("id", &args)?;
        Ok(Value::Int(vm.identity(&value)))
    }),
    ("input", |vm, _| Err(vm.unsupported("input()"))),
    ("isinstance", |vm, args| {
        let (object, classes) = two("isinstance", &args)?;
        vm.isinstance_of(&object, &classes).map(Value::Bool)
    }),
    ("issubclass", |vm, args| {
        let (class, classes) = two("issubclass", &args)?;
        vm.issubclass_of(&class, &classes).map(Value::Bool)
    }),
    ("iter", iter),
    ("len", |vm, args| {
        vm.len(&one("len", &args)?)
            .map(|len| Value::Int(len as i64))
    }),
    ("locals", |vm, _| {
        Err(vm.unsupported("locals() through another name"))
    }),
    ("max", |vm, args| extreme(vm, "max", args, Compare::Gt)),
    ("min", |vm, args| extreme(vm, "min", args, Compare::Lt)),
    ("next", next),
    ("oct", |vm, args| radix(vm, "oct", args, 8, "0o")),
    ("open", super::files::open),
    ("ord", ord),
    ("pow", pow),
    ("print", print),
    ("repr", |vm, args| {
        vm.repr(&one("repr", &args)?).map(Value::Str)
    }),
    ("round", round),
    ("setattr", setattr),
    ("sorted", super::sorting::sorted),
    ("sum", sum),
    ("vars", vars),
    ("__import__", import),
    ("exit", |_, args| Err(exit(args))),
    ("quit", |_, args| Err(exit(args))),
    ("breakpoint", |vm, _| Err(vm.unsupported("breakpoint()"))),
    ("memoryview", |vm, _| Err(vm.unsupported("memoryview()"))),
    ("__build_class__", |vm, _| {
        Err(vm.unsupported("__build_class__()"))
    }),
];

/// Classes that are builtin names.
const CLASSES: &[&str] = &[
    "object",
    "type",
    "int",
    "bool",
    "float",
    "str",
    "bytes",
    "bytearray",
    "list",
    "tuple",
    "dict",
    "set",
    "frozenset",
    "slice",
    "range",
    "property",
    "classmethod",
    "staticmethod",
    "super",
    "enumerate",
    "zip",
    "map",
    "filter",
    "reversed",
];

pub(super) fn module(types: &Types) -> Rc<Module> {
    let mut builder = ModuleBuilder::new("builtins")
        .value("None", Value::None)
        .value("True", Value::Bool(true))
        .value("False", Value::Bool(false))
        .value("NotImplemented", Value::NotImplemented)
        .value("Ellipsis", Value::Ellipsis)
        .value("__debug__", Value::Bool(true));
    for name in CLASSES {
        builder = builder.value(name, types.get(name).clone());
    }
    for class in types.exceptions() {
        let name = class.name();
        builder = builder.value(&name, class.clone());
    }
    builder = builder
        .value("complex", super::complex::complex_type())
        .value("IOError", types.get("OSError").clone())
        .value("EnvironmentError", types.get("OSError").clone());
    for (name, run) in FUNCTIONS {
        builder = builder.value(name, raw_static(name, *run));
    }
    builder.build()
}

/// The only argument.
pub(super) fn one(name: &str, args: &Args) -> PyResult<Value> {
    if !args.kw.is_empty() {
        return Err(raise(
            "TypeError",
            format!("{name}() takes no keyword arguments"),
        ));
    }
    match args.pos.as_slice() {
        [value] => Ok(value.clone()),
        other => Err(raise(
            "TypeError",
            format!(
                "{name}() takes exactly one argument ({} given)",
                other.len()
            ),
        )),
    }
}

fn two(name: &str, args: &Args) -> PyResult<(Value, Value)> {
    match args.pos.as_slice() {
        [first, second] => Ok((first.clone(), second.clone())),
        other => Err(raise(
            "TypeError",
            format!("{name} expected 2 arguments, got {}", other.len()),
        )),
    }
}

/// Check the number of arguments of a function.
fn count(name: &str, args: &Args, least: usize, most: usize) -> PyResult<()> {
    if args.kw.is_empty() && (least..=most).contains(&args.pos.len()) {
        return Ok(());
    }
    // `arity` leaves out `self`.
    let mut padded = Args::new(Vec::with_capacity(args.pos.len() + 1), args.kw.clone());
    padded.pos.push(Value::None);
    padded.pos.extend(args.pos.iter().cloned());
    arity(name, &padded, least, most)
}

fn exit(args: Args) -> PyError {
    let class = crate::types::types().exception("SystemExit");
    crate::error::raise_class(&class, args.pos)
}

fn abs(vm: &mut Vm, args: Args) -> PyResult {
    let value = one("abs", &args)?;
    match &value {
        Value::Int(number) => Ok(Value::int(num_traits::Signed::abs(
            &num_bigint::BigInt::from(*number),
        ))),
        Value::Bool(flag) => Ok(Value::Int(i64::from(*flag))),
        Value::Float(number) => Ok(Value::Float(number.abs())),
        Value::BigInt(number) => Ok(Value::int(num_traits::Signed::abs(&**number))),
        other => match vm.special_method(other, "__abs__")? {
            Some(method) => vm.call(&method, Vec::new(), Vec::new()),
            None => Err(raise(
                "TypeError",
                format!("bad operand type for abs(): '{}'", vm.type_name(other)),
            )),
        },
    }
}

fn all(vm: &mut Vm, args: Args) -> PyResult {
    let iter = vm.iter(&one("all", &args)?)?;
    while let Some(item) = vm.next(&iter)? {
        if !vm.truthy(&item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn any(vm: &mut Vm, args: Args) -> PyResult {
    let iter = vm.iter(&one("any", &args)?)?;
    while let Some(item) = vm.next(&iter)? {
        if vm.truthy(&item)? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn anext(vm: &mut Vm, args: Args) -> PyResult {
    count("anext", &args, 1, 2)?;
    match vm.next_async(&args.pos[0])? {
        Some(value) => Ok(Value::ready(value)),
        None => match args.pos.get(1) {
            Some(default) => Ok(Value::ready(default.clone())),
            None => Err(raise("StopAsyncIteration", "")),
        },
    }
}

fn radix(vm: &mut Vm, name: &str, args: Args, radix: u32, prefix: &str) -> PyResult {
    let value = one(name, &args)?;
    let number = match to_bigint(&value) {
        Some(number) => number,
        None => index_arg(vm, &value)?.into(),
    };
    let sign = if number.sign() == num_bigint::Sign::Minus {
        "-"
    } else {
        ""
    };
    Ok(Value::str(format!(
        "{sign}{prefix}{}",
        number.magnitude().to_str_radix(radix)
    )))
}

fn chr(vm: &mut Vm, args: Args) -> PyResult {
    let code = index_arg(vm, &one("chr", &args)?)?;
    match u32::try_from(code).ok().filter(|code| *code < 0x11_0000) {
        None => Err(raise("ValueError", "chr() arg not in range(0x110000)")),
        Some(code) => match char::from_u32(code) {
            Some(letter) => Ok(Value::str(letter.encode_utf8(&mut [0; 4]))),
            None => Err(vm.unsupported("characters that are halves of a surrogate pair")),
        },
    }
}

fn ord(vm: &mut Vm, args: Args) -> PyResult {
    let value = one("ord", &args)?;
    let length = if let Some(text) = value.as_str() {
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => return Ok(Value::Int(i64::from(u32::from(letter)))),
            _ => text.chars().count(),
        }
    } else if let Some(data) = crate::eval::ops::bytes_of(&value) {
        match data.as_slice() {
            [byte] => return Ok(Value::Int(i64::from(*byte))),
            other => other.len(),
        }
    } else {
        return Err(raise(
            "TypeError",
            format!(
                "ord() expected string of length 1, but {} found",
                vm.type_name(&value)
            ),
        ));
    };
    Err(raise(
        "TypeError",
        format!("ord() expected a character, but string of length {length} found"),
    ))
}

/// The names that `dir()` gives.
pub(super) fn names_of(vm: &Vm, object: &Value) -> Vec<Rc<str>> {
    let mut names: BTreeSet<Rc<str>> = BTreeSet::new();
    let mut add = |dict: &crate::value::PyDict| {
        names.extend(dict.str_items().into_iter().map(|(name, _)| name));
    };
    match object {
        Value::Module(module) => add(module.dict()),
        Value::Class(class) => class.mro().iter().for_each(|class| add(class.dict())),
        other => {
            if let Value::Instance(instance) = other {
                add(instance.attrs());
            }
            vm.class_of(other)
                .mro()
                .iter()
                .for_each(|class| add(class.dict()));
            names.insert(Rc::from("__class__"));
        }
    }
    names
        .into_iter()
        .filter(|name| !name.ends_with(' '))
        .collect()
}

fn dir(vm: &mut Vm, args: Args) -> PyResult {
    let value = one("dir", &args)?;
    if let Value::Instance(_) = &value
        && let Some(method) = vm.special_method(&value, "__dir__")?
    {
        let names = vm.call(&method, Vec::new(), Vec::new())?;
        let mut names = vm.iterate(&names)?;
        names.sort_by_key(Value::as_str);
        return Ok(Value::list(names));
    }
    let names = names_of(vm, &value);
    Ok(Value::list(names.into_iter().map(Value::Str).collect()))
}

fn divmod(vm: &mut Vm, args: Args) -> PyResult {
    let (a, b) = two("divmod", &args)?;
    if let Some(method) = vm.special_method(&a, "__divmod__")?
        && matches!(a, Value::Instance(_))
    {
        return vm.call(&method, vec![b], Vec::new());
    }
    let quotient = match vm.binary(Binary::FloorDiv, &a, &b) {
        Err(error) if vm.error_is(&error, "TypeError") => {
            return Err(raise(
                "TypeError",
                format!(
                    "unsupported operand type(s) for divmod(): '{}' and '{}'",
                    vm.type_name(&a),
                    vm.type_name(&b)
                ),
            ));
        }
        Err(error) if vm.error_is(&error, "ZeroDivisionError") => {
            let text = if matches!(a, Value::Float(_)) || matches!(b, Value::Float(_)) {
                "float divmod()"
            } else {
                "integer division or modulo by zero"
            };
            return Err(raise("ZeroDivisionError", text));
        }
        other => other?,
    };
    let rest = vm.binary(Binary::Mod, &a, &b)?;
    Ok(Value::tuple(vec![quotient, rest]))
}

fn format(vm: &mut Vm, args: Args) -> PyResult {
    count("format", &args, 1, 2)?;
    let spec = match args.pos.get(1) {
        None => Rc::from(""),
        Some(spec) => super::str_arg(spec, "format() argument 2")?,
    };
    vm.format(&args.pos[0], &spec).map(Value::Str)
}

fn attribute_name(args: &Args) -> PyResult<Rc<str>> {
    args.pos.get(1).and_then(Value::as_str).ok_or_else(|| {
        raise(
            "TypeError",
            format!(
                "attribute name must be string, not '{}'",
                args.pos
                    .get(1)
                    .map_or_else(String::new, crate::types::type_name)
            ),
        )
    })
}

fn getattr(vm: &mut Vm, args: Args) -> PyResult {
    count("getattr", &args, 2, 3)?;
    let name = attribute_name(&args)?;
    match (&args.pos[0], args.pos.get(2)) {
        // What an absent name holds is absent, too: naming it is not using it.
        (Value::Absent(_), _) | (_, None) => vm.getattr(&args.pos[0], &name),
        (object, Some(default)) => Ok(vm
            .attribute(object, &name)?
            .unwrap_or_else(|| default.clone())),
    }
}

fn hasattr(vm: &mut Vm, args: Args) -> PyResult {
    count("hasattr", &args, 2, 2)?;
    let name = attribute_name(&args)?;
    let found = vm.attribute(&args.pos[0], &name)?;
    Ok(Value::Bool(found.is_some()))
}

fn setattr(vm: &mut Vm, args: Args) -> PyResult {
    count("setattr", &args, 3, 3)?;
    let name = attribute_name(&args)?;
    vm.setattr(&args.pos[0], &name, args.pos[2].clone())?;
    Ok(Value::None)
}

fn delattr(vm: &mut Vm, args: Args) -> PyResult {
    count("delattr", &args, 2, 2)?;
    let name = attribute_name(&args)?;
    vm.delattr(&args.pos[0], &name)?;
    Ok(Value::None)
}

fn globals(vm: &mut Vm, _: Args) -> PyResult {
    match vm.calls.last() {
        Some(call) => Ok(Value::Dict(call.globals.dict().clone())),
        None => Ok(Value::dict(Vec::<(Rc<str>, Value)>::new())),
    }
}

fn vars(vm: &mut Vm, args: Args) -> PyResult {
    let value = one("vars", &args)?;
    match vm.getattr_opt(&value, "__dict__")? {
        Some(dict) => Ok(dict),
        None => Err(raise(
            "TypeError",
            "vars() argument must have __dict__ attribute",
        )),
    }
}

fn iter(vm: &mut Vm, args: Args) -> PyResult {
    count("iter", &args, 1, 2)?;
    let Some(sentinel) = args.pos.get(1).cloned() else {
        return vm.iter(&args.pos[0]);
    };
    let function = args.pos[0].clone();
    if !vm.is_callable(&function) {
        return Err(raise("TypeError", "iter(v, w): v must be callable"));
    }
    Ok(crate::value::PyIter::native_named(
        "callable_iterator",
        move |vm| {
            let value = match vm.call(&function, Vec::new(), Vec::new()) {
                Err(error) if vm.error_is(&error, "StopIteration") => return Ok(None),
                other => other?,
            };
            Ok((!vm.eq(&value, &sentinel)?).then_some(value))
        },
    ))
}

fn next(vm: &mut Vm, args: Args) -> PyResult {
    count("next", &args, 1, 2)?;
    let iter = &args.pos[0];
    if !vm.is_iterator(iter) {
        return Err(vm.not_iterator(iter));
    }
    let found = match iter {
        // The exception that a `__next__` raised, or that a generator's return makes, goes through as it is.
        Value::Generator(_) => match vm.send(iter, Value::None) {
            Err(error) if vm.error_is(&error, "StopIteration") && args.pos.len() > 1 => None,
            other => other?,
        },
        Value::Instance(_) if args.pos.len() == 1 => {
            return vm.call_method(iter, "__next__", Vec::new());
        }
        other => vm.next(other)?,
    };
    match (found, args.pos.get(1)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(crate::eval::generator::stop_iteration(
            "StopIteration",
            Value::None,
        )),
    }
}

fn extreme(vm: &mut Vm, name: &str, mut args: Args, better: Compare) -> PyResult {
    let key = take_kw(&mut args, "key").filter(|key| !key.is_none());
    let default = take_kw(&mut args, "default");
    no_more_kw(name, &args)?;
    let items = match args.pos.as_slice() {
        [] => {
            return Err(raise(
                "TypeError",
                format!("{name} expected at least 1 argument, got 0"),
            ));
        }
        [iterable] => vm.iterate(iterable)?,
        _ if default.is_some() => {
            return Err(raise(
                "TypeError",
                format!("Cannot specify a default for {name}() with multiple positional arguments"),
            ));
        }
        several => several.to_vec(),
    };
    let mut best: Option<(Value, Value)> = None;
    for item in items {
        let rank = match &key {
            Some(key) => vm.call(key, vec![item.clone()], Vec::new())?,
            None => item.clone(),
        };
        let wins = match &best {
            None => true,
            Some((_, best)) => {
                let result = vm.compare(better, &rank, best)?;
                vm.truthy(&result)?
            }
        };
        if wins {
            best = Some((item, rank));
        }
    }
    match (best, default) {
        (Some((item, _)), _) => Ok(item),
        (None, Some(default)) => Ok(default),
        (None, None) => Err(raise(
            "ValueError",
            format!("{name}() arg is an empty sequence"),
        )),
    }
}

fn pow(vm: &mut Vm, mut args: Args) -> PyResult {
    for name in ["base", "exp", "mod"] {
        if let Some(value) = take_kw(&mut args, name) {
            args.pos.push(value);
        }
    }
    count("pow", &args, 2, 3)?;
    let Some(modulus) = args.pos.get(2).filter(|modulus| !modulus.is_none()) else {
        return vm.binary(Binary::Pow, &args.pos[0], &args.pos[1]);
    };
    let numbers = (
        to_bigint(&args.pos[0]),
        to_bigint(&args.pos[1]),
        to_bigint(modulus),
    );
    let (Some(base), Some(exponent), Some(modulus)) = numbers else {
        if let Some(method) = vm.special_method(&args.pos[0], "__pow__")?
            && matches!(args.pos[0], Value::Instance(_))
        {
            let rest = args.pos[1..].to_vec();
            return vm.call(&method, rest, Vec::new());
        }
        return Err(raise(
            "TypeError",
            "pow() 3rd argument not allowed unless all arguments are integers",
        ));
    };
    if num_traits::Zero::is_zero(&modulus) {
        return Err(raise("ValueError", "pow() 3rd argument cannot be 0"));
    }
    let result = if exponent.sign() == num_bigint::Sign::Minus {
        match base.modinv(&modulus) {
            Some(inverse) => inverse.modpow(&-exponent, &modulus),
            None => {
                return Err(raise(
                    "ValueError",
                    "base is not invertible for the given modulus",
                ));
            }
        }
    } else {
        base.modpow(&exponent, &modulus)
    };
    Ok(normalize(result))
}

fn print(vm: &mut Vm, mut args: Args) -> PyResult {
    let text = |vm: &mut Vm, value: Option<Value>, name: &str, default: &str| match value {
        None | Some(Value::None) => Ok(Rc::from(default)),
        Some(value) => value.as_str().ok_or_else(|| {
            raise(
                "TypeError",
                format!(
                    "{name} must be None or a string, not {}",
                    vm.type_name(&value)
                ),
            )
        }),
    };
    let sep = take_kw(&mut args, "sep");
    let sep = text(vm, sep, "sep", " ")?;
    let end = take_kw(&mut args, "end");
    let end = text(vm, end, "end", "\n")?;
    let file = take_kw(&mut args, "file").filter(|file| !file.is_none());
    take_kw(&mut args, "flush");
    if let Some((name, _)) = args.kw.first() {
        return Err(raise(
            "TypeError",
            format!("'{name}' is an invalid keyword argument for print()"),
        ));
    }
    let mut line = String::new();
    for (index, value) in args.pos.iter().enumerate() {
        if index > 0 {
            line.push_str(&sep);
        }
        line.push_str(&vm.str(value)?);
    }
    line.push_str(&end);
    let file = match file {
        Some(file) => Some(file),
        None => vm.replaced_stdout(),
    };
    match file {
        None => vm.print(&line),
        Some(file) => {
            vm.call_method(&file, "write", vec![Value::str(line)])?;
        }
    }
    Ok(Value::None)
}

fn round(vm: &mut Vm, mut args: Args) -> PyResult {
    for name in ["number", "ndigits"] {
        if let Some(value) = take_kw(&mut args, name) {
            args.pos.push(value);
        }
    }
    count("round", &args, 1, 2)?;
    let digits = args.pos.get(1).filter(|digits| !digits.is_none());
    super::rounding::round(vm, &args.pos[0], digits)
}

fn sum(vm: &mut Vm, mut args: Args) -> PyResult {
    if let Some(start) = take_kw(&mut args, "start") {
        args.pos.push(start);
    }
    if args.pos.is_empty() {
        return Err(raise(
            "TypeError",
            "sum() takes at least 1 positional argument (0 given)",
        ));
    }
    count("sum", &args, 1, 2)?;
    let mut total = args.pos.get(1).cloned().unwrap_or(Value::Int(0));
    if let Value::Str(_) = total {
        return Err(raise(
            "TypeError",
            "sum() can't sum strings [use ''.join(seq) instead]",
        ));
    }
    let iter = vm.iter(&args.pos[0])?;
    while let Some(item) = vm.next(&iter)? {
        total = vm.binary(Binary::Add, &total, &item)?;
    }
    Ok(total)
}

fn import(vm: &mut Vm, mut args: Args) -> PyResult {
    let from = take_kw(&mut args, "fromlist").or_else(|| args.pos.get(3).cloned());
    let name = match args.pos.first() {
        Some(name) => super::str_arg(name, "__import__() argument 1")?,
        None => {
            return Err(raise(
                "TypeError",
                "__import__() missing required argument 'name' (pos 1)",
            ));
        }
    };
    let module = vm.import(&name)?;
    let whole = match from {
        Some(from) => vm.truthy(&from)?,
        None => false,
    };
    if whole {
        return Ok(module);
    }
    let first = name.split('.').next().unwrap_or("");
    Ok(vm.modules.get(first).cloned().unwrap_or(module))
}
