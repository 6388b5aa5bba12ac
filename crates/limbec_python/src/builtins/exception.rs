//! The methods of exceptions.

use std::rc::Rc;

use super::{methods, statics, take_kw};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::types::Types;
use crate::value::{ExceptionState, Instance, Property, Value};
use crate::vm::Vm;

pub(super) fn fill(types: &Types) {
    let base = types.get("BaseException");
    statics(base, &[("__new__", new)]);
    methods(
        base,
        &[
            ("__init__", init),
            ("__str__", to_str),
            ("__repr__", repr),
            ("with_traceback", with_traceback),
            ("add_note", add_note),
        ],
    );
    for (name, get, set) in [
        ("args", get_args as Get, set_args as Set),
        ("__cause__", get_cause, set_cause),
        ("__context__", get_context, set_context),
        ("__suppress_context__", get_suppress, set_suppress),
        ("__traceback__", get_traceback, set_traceback),
    ] {
        let get = crate::native::raw_method("BaseException", name, get);
        let set = crate::native::raw_method("BaseException", name, set);
        let property = Property {
            get,
            set,
            ..Property::default()
        };
        base.dict()
            .set_str(name, Value::Property(Rc::new(property)));
    }
    methods(types.get("KeyError"), &[("__str__", key_error_str)]);
    statics(types.get("OSError"), &[("__new__", os_error_new)]);
    methods(
        types.get("OSError"),
        &[("__str__", os_error_str), ("__init__", os_error_init)],
    );
    for (class, name) in [("StopIteration", "value"), ("SystemExit", "code")] {
        let property = Property {
            get: crate::native::raw_method(class, name, first_arg),
            ..Property::default()
        };
        let class = types.get(class);
        class
            .dict()
            .set_str(name, Value::Property(Rc::new(property)));
    }
    methods(types.get("ImportError"), &[("__init__", import_init)]);
    methods(
        types.get("SyntaxError"),
        &[("__str__", syntax_str), ("__init__", syntax_init)],
    );
    methods(types.get("AttributeError"), &[("__init__", name_init)]);
    methods(types.get("NameError"), &[("__init__", name_init)]);
    methods(
        types.get("UnicodeError"),
        &[("__init__", unicode_init), ("__str__", unicode_str)],
    );
    super::exception_group::fill(types);
}

type Get = fn(&mut Vm, Args) -> PyResult;
type Set = fn(&mut Vm, Args) -> PyResult;

fn this(args: &Args) -> PyResult<Rc<Instance>> {
    match args.pos.first() {
        Some(Value::Instance(instance)) if instance.is_exception() => Ok(instance.clone()),
        _ => Err(raise(
            "TypeError",
            "this method requires a 'BaseException' object",
        )),
    }
}

fn read<R: Default>(args: &Args, read: impl FnOnce(&ExceptionState) -> R) -> PyResult<R> {
    Ok(this(args)?.exception(read).unwrap_or_default())
}

fn new(_: &mut Vm, args: Args) -> PyResult {
    let Some(Value::Class(class)) = args.pos.first() else {
        return Err(raise("TypeError", "__new__() needs a class"));
    };
    let instance = class.allocate();
    instance.exception_mut(|state| state.args = args.pos[1..].to_vec());
    Ok(Value::Instance(instance))
}

/// Arguments without `self`; keywords are refused.
fn init(_: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    if !args.kw.is_empty() {
        return Err(raise(
            "TypeError",
            format!("{}() takes no keyword arguments", instance.class().name()),
        ));
    }
    keep_args(&instance, &args);
    Ok(Value::None)
}

fn keep_args(instance: &Rc<Instance>, args: &Args) {
    instance.exception_mut(|state| state.args = args.pos[1..].to_vec());
}

fn to_str(vm: &mut Vm, args: Args) -> PyResult {
    let values = read(&args, |state| state.args.clone())?;
    Ok(match values.as_slice() {
        [] => Value::str(""),
        [one] => Value::Str(vm.str(one)?),
        _ => Value::Str(vm.repr(&Value::tuple(values))?),
    })
}

fn repr(vm: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    let values = read(&args, |state| state.args.clone())?;
    let mut text = instance.class().name().to_string();
    text.push('(');
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        vm.write_repr(value, &mut text)?;
    }
    text.push(')');
    Ok(Value::str(text))
}

fn with_traceback(vm: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    set_traceback(vm, args)?;
    Ok(Value::Instance(instance))
}

fn add_note(vm: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    let note = args.pos.get(1).cloned().unwrap_or_default();
    if note.as_str().is_none() {
        return Err(raise(
            "TypeError",
            format!("note must be a str, not '{}'", vm.type_name(&note)),
        ));
    }
    match instance.get("__notes__") {
        Some(Value::List(notes)) => notes.borrow_mut().push(note),
        _ => instance.set("__notes__", Value::list(vec![note])),
    }
    Ok(Value::None)
}

fn get_args(_: &mut Vm, args: Args) -> PyResult {
    Ok(Value::tuple(read(&args, |state| state.args.clone())?))
}

fn set_args(vm: &mut Vm, args: Args) -> PyResult {
    let values = vm.iterate(args.pos.get(1).unwrap_or(&Value::None))?;
    this(&args)?.exception_mut(|state| state.args = values);
    Ok(Value::None)
}

fn other(vm: &Vm, args: &Args, what: &str) -> PyResult<Option<Rc<Instance>>> {
    match args.pos.get(1) {
        None | Some(Value::None) => Ok(None),
        Some(Value::Instance(instance)) if instance.is_exception() => Ok(Some(instance.clone())),
        Some(_) => Err(vm.raise(
            "TypeError",
            format!("exception {what} must be None or derive from BaseException"),
        )),
    }
}

fn get_cause(_: &mut Vm, args: Args) -> PyResult {
    let cause = read(&args, |state| state.cause.clone())?;
    Ok(Value::option(cause.map(Value::Instance)))
}

fn set_cause(vm: &mut Vm, args: Args) -> PyResult {
    let cause = other(vm, &args, "cause")?;
    this(&args)?.exception_mut(|state| {
        state.cause = cause;
        state.suppress_context = true;
    });
    Ok(Value::None)
}

fn get_context(_: &mut Vm, args: Args) -> PyResult {
    let context = read(&args, |state| state.context.clone())?;
    Ok(Value::option(context.map(Value::Instance)))
}

fn set_context(vm: &mut Vm, args: Args) -> PyResult {
    let context = other(vm, &args, "context")?;
    this(&args)?.exception_mut(|state| state.context = context);
    Ok(Value::None)
}

fn get_suppress(_: &mut Vm, args: Args) -> PyResult {
    Ok(Value::Bool(read(&args, |state| state.suppress_context)?))
}

fn set_suppress(vm: &mut Vm, args: Args) -> PyResult {
    let flag = vm.truthy(args.pos.get(1).unwrap_or(&Value::None))?;
    this(&args)?.exception_mut(|state| state.suppress_context = flag);
    Ok(Value::None)
}

fn get_traceback(vm: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    Ok(vm.traceback_object(&instance))
}

fn set_traceback(_: &mut Vm, args: Args) -> PyResult {
    let entries = args
        .pos
        .get(1)
        .and_then(|value| value.payload::<Vec<crate::TraceEntry>>());
    this(&args)?.exception_mut(|state| {
        state.traceback = entries
            .map(|entries| (*entries).clone())
            .unwrap_or_default();
    });
    Ok(Value::None)
}

fn key_error_str(vm: &mut Vm, args: Args) -> PyResult {
    let values = read(&args, |state| state.args.clone())?;
    match values.as_slice() {
        [one] => vm.repr(one).map(Value::Str),
        _ => to_str(vm, args),
    }
}

/// `OSError(2, …)` is a `FileNotFoundError`, and so on.
fn os_error_new(vm: &mut Vm, mut args: Args) -> PyResult {
    let number = args.pos.get(1).and_then(Value::as_int);
    let name = match number {
        Some(2) => "FileNotFoundError",
        Some(1 | 13) => "PermissionError",
        Some(17) => "FileExistsError",
        Some(20) => "NotADirectoryError",
        Some(21) => "IsADirectoryError",
        Some(32 | 108) => "BrokenPipeError",
        Some(103) => "ConnectionAbortedError",
        Some(104) => "ConnectionResetError",
        Some(110) => "TimeoutError",
        Some(111) => "ConnectionRefusedError",
        Some(4) => "InterruptedError",
        Some(3) => "ProcessLookupError",
        Some(10) => "ChildProcessError",
        Some(11 | 114 | 115) => "BlockingIOError",
        _ => "OSError",
    };
    if args.pos.len() > 2
        && matches!(&args.pos[0], Value::Class(class) if Rc::ptr_eq(class, vm.types.get("OSError")))
    {
        args.pos[0] = Value::Class(vm.types.get(name).clone());
    }
    new(vm, args)
}

/// `OSError(errno, text, file)`
fn os_error_init(_: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    let parts = &args.pos[1..];
    keep_args(&instance, &args);
    for (name, place) in [("errno", 0), ("strerror", 1), ("filename", 2)] {
        let value = if parts.len() >= 2 {
            parts.get(place).cloned().unwrap_or_default()
        } else {
            Value::None
        };
        instance.set(name, value);
    }
    if parts.len() > 2 {
        instance.exception_mut(|state| state.args.truncate(2));
    }
    Ok(Value::None)
}

fn os_error_str(vm: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    match (instance.get("errno"), instance.get("strerror")) {
        (Some(number), Some(text)) if !number.is_none() && !text.is_none() => {
            let (number, text) = (vm.str(&number)?, vm.str(&text)?);
            match instance.get("filename") {
                Some(file) if !file.is_none() => {
                    let file = vm.repr(&file)?;
                    Ok(Value::str(format!("[Errno {number}] {text}: {file}")))
                }
                _ => Ok(Value::str(format!("[Errno {number}] {text}"))),
            }
        }
        _ => to_str(vm, args),
    }
}

/// `StopIteration.value` and `SystemExit.code`
fn first_arg(_: &mut Vm, args: Args) -> PyResult {
    let values = read(&args, |state| state.args.clone())?;
    Ok(match values.as_slice() {
        [] => Value::None,
        [first, ..] if this(&args)?.class().lookup("value").is_some() => first.clone(),
        [one] => one.clone(),
        _ => Value::tuple(values),
    })
}

fn import_init(_: &mut Vm, mut args: Args) -> PyResult {
    let instance = this(&args)?;
    let name = take_kw(&mut args, "name").unwrap_or_default();
    let path = take_kw(&mut args, "path").unwrap_or_default();
    keep_args(&instance, &args);
    instance.set("msg", args.pos.get(1).cloned().unwrap_or_default());
    instance.set("name", name);
    instance.set("path", path);
    Ok(Value::None)
}

fn name_init(_: &mut Vm, mut args: Args) -> PyResult {
    let instance = this(&args)?;
    let name = take_kw(&mut args, "name");
    let object = take_kw(&mut args, "obj");
    keep_args(&instance, &args);
    for (key, value) in [("name", name), ("obj", object)] {
        if let Some(value) = value {
            instance.set(key, value);
        }
    }
    Ok(Value::None)
}

fn syntax_init(vm: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    keep_args(&instance, &args);
    instance.set("msg", args.pos.get(1).cloned().unwrap_or_default());
    let details = match args.pos.get(2) {
        Some(details) => vm.iterate(details)?,
        None => Vec::new(),
    };
    let names = [
        "filename",
        "lineno",
        "offset",
        "text",
        "end_lineno",
        "end_offset",
    ];
    for (index, name) in names.into_iter().enumerate() {
        instance.set(name, details.get(index).cloned().unwrap_or_default());
    }
    Ok(Value::None)
}

fn syntax_str(vm: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    let message = instance.get("msg").unwrap_or_default();
    let message = vm.str(&message)?;
    let file = instance.get("filename").and_then(|file| file.as_str());
    let line = instance.get("lineno").and_then(|line| line.as_int());
    let file = file.map(|file| {
        let short = file.rsplit(['/', '\\']).next().unwrap_or("");
        short.to_owned()
    });
    Ok(Value::str(match (file, line) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => message.to_string(),
    }))
}

/// `UnicodeDecodeError(encoding, object, start, end, reason)`
fn unicode_init(_: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    keep_args(&instance, &args);
    if args.pos.len() == 6 {
        for (name, value) in ["encoding", "object", "start", "end", "reason"]
            .into_iter()
            .zip(&args.pos[1..])
        {
            instance.set(name, value.clone());
        }
    }
    Ok(Value::None)
}

fn unicode_str(vm: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    let values = read(&args, |state| state.args.clone())?;
    let [encoding, object, start, end, reason] = values.as_slice() else {
        return to_str(vm, args);
    };
    let (encoding, reason) = (vm.str(encoding)?, vm.str(reason)?);
    let (start, end) = (start.as_int().unwrap_or(0), end.as_int().unwrap_or(0));
    let text = match object {
        Value::Bytes(data) if end == start + 1 => {
            let byte = data.get(start as usize).copied().unwrap_or(0);
            format!(
                "'{encoding}' codec can't decode byte {byte:#04x} in position {start}: {reason}"
            )
        }
        Value::Bytes(_) => format!(
            "'{encoding}' codec can't decode bytes in position {start}-{}: {reason}",
            end - 1
        ),
        Value::Str(text) if end == start + 1 => {
            let letter = text.chars().nth(start as usize).unwrap_or(' ');
            let code = u32::from(letter);
            let shown = match code {
                0..0x100 => format!("\\x{code:02x}"),
                0x100..0x10000 => format!("\\u{code:04x}"),
                _ => format!("\\U{code:08x}"),
            };
            format!(
                "'{encoding}' codec can't encode character '{shown}' in position {start}: {reason}"
            )
        }
        _ => format!(
            "'{encoding}' codec can't encode characters in position {start}-{}: {reason}",
            end - 1
        ),
    };
    let _ = instance;
    Ok(Value::str(text))
}
