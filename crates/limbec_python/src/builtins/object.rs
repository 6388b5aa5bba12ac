//! `object`, `type`, `property` and the other classes that describe classes.

use std::rc::Rc;

use super::{Raw, arity, class_methods, methods, statics, take_kw};
use crate::args::Args;
use crate::error::{PyResult, TraceEntry, raise};
use crate::types::Types;
use crate::value::{Class, Layout, Property, PyDict, Value};
use crate::vm::Vm;

pub(super) fn fill(types: &Types) {
    statics(&types.object, &[("__new__", object_new)]);
    methods(
        &types.object,
        &[
            ("__init__", object_init),
            ("__repr__", object_repr),
            ("__str__", object_str),
            ("__format__", object_format),
            ("__eq__", object_eq),
            ("__ne__", object_ne),
            ("__hash__", object_hash),
            ("__setattr__", object_setattr),
            ("__getattribute__", object_getattribute),
            ("__delattr__", object_delattr),
            ("__dir__", object_dir),
            ("__sizeof__", |_, _| Ok(Value::Int(16))),
            // Classes name them for `pickle`, which there is not.
            ("__reduce__", |vm, _| Err(vm.unsupported("__reduce__()"))),
            ("__reduce_ex__", |vm, _| {
                Err(vm.unsupported("__reduce_ex__()"))
            }),
        ],
    );
    class_methods(
        &types.object,
        &[("__init_subclass__", object_init_subclass)],
    );
    statics(&types.type_, &[("__new__", type_new)]);
    methods(
        &types.type_,
        &[
            ("__init__", |_, _| Ok(Value::None)),
            ("__call__", type_call),
            ("mro", type_mro),
            ("__subclasses__", type_subclasses),
            ("__instancecheck__", type_instancecheck),
            ("__subclasscheck__", type_subclasscheck),
            ("__setattr__", type_setattr),
        ],
    );
    class_methods(&types.type_, &[("__prepare__", type_prepare)]);
    let property = types.get("property");
    statics(property, &[("__new__", property_new)]);
    methods(
        property,
        &[
            ("getter", |_, args| property_with(args, |p, f| p.get = f)),
            ("setter", |_, args| property_with(args, |p, f| p.set = f)),
            ("deleter", |_, args| {
                property_with(args, |p, f| p.delete = f)
            }),
            ("__get__", descriptor_get),
        ],
    );
    statics(types.get("classmethod"), &[("__new__", classmethod_new)]);
    statics(types.get("staticmethod"), &[("__new__", staticmethod_new)]);
    statics(types.get("method"), &[("__new__", method_new)]);
    statics(types.get("super"), &[("__new__", super_new)]);
    statics(
        types.get("NoneType"),
        &[("__new__", |_, _| Ok(Value::None))],
    );
    methods(
        types.get("NoneType"),
        &[("__bool__", |_, _| Ok(Value::Bool(false)))],
    );
    for (name, get) in [
        ("tb_next", traceback_next as Raw),
        ("tb_lineno", traceback_line),
        ("tb_frame", traceback_frame),
    ] {
        let property = Property {
            get: crate::native::raw_method("traceback", name, get),
            ..Property::default()
        };
        let class = types.get("traceback");
        class
            .dict()
            .set_str(name, Value::Property(Rc::new(property)));
    }
    for kind in [
        "function",
        "builtin_function_or_method",
        "method",
        "classmethod",
        "staticmethod",
    ] {
        methods(
            types.get(kind),
            &[("__get__", descriptor_get), ("__call__", call_itself)],
        );
    }
}

/// The calls of a traceback, innermost first.
fn traceback_entries(args: &Args) -> PyResult<Rc<Vec<TraceEntry>>> {
    args.pos
        .first()
        .and_then(|value| value.payload::<Vec<TraceEntry>>())
        .ok_or_else(|| raise("TypeError", "a traceback is required"))
}

fn traceback_next(vm: &mut Vm, args: Args) -> PyResult {
    let mut entries = (*traceback_entries(&args)?).clone();
    entries.pop();
    if entries.is_empty() {
        return Ok(Value::None);
    }
    let next = vm.types.get("traceback").allocate();
    next.set_payload(Rc::new(entries));
    Ok(Value::Instance(next))
}

fn traceback_line(_: &mut Vm, args: Args) -> PyResult {
    let entries = traceback_entries(&args)?;
    let line = entries.last().map_or(0, TraceEntry::line);
    Ok(Value::Int(i64::from(line)))
}

/// The frame of a traceback, with what scripts read of it: its line and its code.
fn traceback_frame(vm: &mut Vm, args: Args) -> PyResult {
    let entries = traceback_entries(&args)?;
    let Some(entry) = entries.last() else {
        return Ok(Value::None);
    };
    let code = vm.types.get("code").allocate();
    code.set("co_name", Value::Str(entry.function.clone()));
    code.set("co_filename", Value::Str(entry.file.path().clone()));
    let frame = vm.types.get("frame").allocate();
    frame.set("f_lineno", Value::Int(i64::from(entry.line())));
    frame.set("f_code", Value::Instance(code));
    Ok(Value::Instance(frame))
}

/// `types.MethodType(function, object)`
fn method_new(_: &mut Vm, args: Args) -> PyResult {
    match args.pos.as_slice() {
        [_, function, this] => Ok(Vm::bound(function, this)),
        _ => Err(raise(
            "TypeError",
            format!(
                "method expected 2 arguments, got {}",
                args.pos.len().saturating_sub(1)
            ),
        )),
    }
}

fn class_of_arg(args: &Args) -> PyResult<Rc<Class>> {
    match args.pos.first() {
        Some(Value::Class(class)) => Ok(class.clone()),
        _ => Err(raise("TypeError", "__new__(X): X is not a type object")),
    }
}

fn same(a: Option<Value>, b: Option<Value>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.is(&b),
        _ => false,
    }
}

fn object_new(vm: &mut Vm, args: Args) -> PyResult {
    let class = class_of_arg(&args)?;
    let extra = args.pos.len() > 1 || !args.kw.is_empty();
    let object = vm.types.object.clone();
    if extra
        && same(class.lookup("__new__"), object.lookup("__new__"))
        && same(class.lookup("__init__"), object.lookup("__init__"))
    {
        return Err(raise(
            "TypeError",
            format!("{}() takes no arguments", class.name()),
        ));
    }
    if let Some(Value::FrozenSet(left)) = class.dict().get_str("__abstractmethods__")
        && !left.is_empty()
    {
        let left = left.items();
        let mut names: Vec<String> = left
            .iter()
            .filter_map(|name| name.as_str().map(|name| name.to_string()))
            .collect();
        names.sort();
        let plural = if names.len() == 1 { "" } else { "s" };
        return Err(raise(
            "TypeError",
            format!(
                "Can't instantiate abstract class {} with abstract method{plural} {}",
                class.name(),
                names.join(", ")
            ),
        ));
    }
    match class.layout() {
        Layout::Object | Layout::Exception => Ok(Value::Instance(class.allocate())),
        Layout::Wraps | Layout::Type => Err(raise(
            "TypeError",
            format!(
                "object.__new__({0}) is not safe, use {0}.__new__()",
                class.name()
            ),
        )),
    }
}

fn object_init(vm: &mut Vm, args: Args) -> PyResult {
    let extra = args.pos.len() > 1 || !args.kw.is_empty();
    if extra && let Some(this) = args.pos.first() {
        let class = vm.class_of(this);
        let object = vm.types.object.clone();
        if !same(class.lookup("__init__"), object.lookup("__init__")) {
            return Err(raise(
                "TypeError",
                "object.__init__() takes exactly one argument (the instance to initialize)",
            ));
        }
        if same(class.lookup("__new__"), object.lookup("__new__")) {
            return Err(raise(
                "TypeError",
                format!("{}() takes no arguments", class.name()),
            ));
        }
    }
    Ok(Value::None)
}

fn this(args: &Args) -> Value {
    args.pos.first().cloned().unwrap_or_default()
}

fn object_repr(vm: &mut Vm, args: Args) -> PyResult {
    let this = this(&args);
    match &this {
        Value::Instance(_) => Ok(Value::str(vm.default_repr(&this))),
        other => vm.repr(other).map(Value::Str),
    }
}

fn object_str(vm: &mut Vm, args: Args) -> PyResult {
    vm.repr(&this(&args)).map(Value::Str)
}

fn object_format(vm: &mut Vm, args: Args) -> PyResult {
    let this = this(&args);
    let spec = args.pos.get(1).and_then(Value::as_str);
    match spec.as_deref() {
        None | Some("") => vm.str(&this).map(Value::Str),
        Some(_) => Err(raise(
            "TypeError",
            format!(
                "unsupported format string passed to {}.__format__",
                vm.type_name(&this)
            ),
        )),
    }
}

fn object_eq(_: &mut Vm, args: Args) -> PyResult {
    Ok(match args.pos.as_slice() {
        [a, b] if a.is(b) => Value::Bool(true),
        _ => Value::NotImplemented,
    })
}

fn object_ne(vm: &mut Vm, args: Args) -> PyResult {
    let [a, b] = args.pos.as_slice() else {
        return Ok(Value::NotImplemented);
    };
    let class = vm.class_of(a);
    let Some(eq) = class.lookup("__eq__") else {
        return Ok(Value::NotImplemented);
    };
    let result = vm.call_args(&eq, Args::pos(vec![a.clone(), b.clone()]))?;
    match result {
        Value::NotImplemented => Ok(Value::NotImplemented),
        other => Ok(Value::Bool(!vm.truthy(&other)?)),
    }
}

fn object_hash(vm: &mut Vm, args: Args) -> PyResult {
    match this(&args) {
        Value::Instance(instance) => Ok(Value::Int(crate::value::hash::address(&instance))),
        other => vm.hash(&other).map(Value::Int),
    }
}

fn name_arg(args: &Args) -> PyResult<Rc<str>> {
    args.pos
        .get(1)
        .and_then(Value::as_str)
        .ok_or_else(|| raise("TypeError", "attribute name must be string"))
}

fn object_setattr(vm: &mut Vm, args: Args) -> PyResult {
    arity("__setattr__", &args, 2, 2)?;
    let name = name_arg(&args)?;
    let object = this(&args);
    let value = args.pos.get(2).cloned().unwrap_or_default();
    match &object {
        Value::Instance(instance) => vm.plain_setattr(instance, &object, &name, value)?,
        other => vm.setattr(other, &name, value)?,
    }
    Ok(Value::None)
}

fn object_getattribute(vm: &mut Vm, args: Args) -> PyResult {
    let name = name_arg(&args)?;
    let object = this(&args);
    match &object {
        Value::Instance(instance) => match vm.plain_instance_attr(instance, &object, &name)? {
            Some(value) => Ok(value),
            None => Err(vm.no_attribute(&object, &name)),
        },
        other => vm.getattr(other, &name),
    }
}

fn object_delattr(vm: &mut Vm, args: Args) -> PyResult {
    let name = name_arg(&args)?;
    let object = this(&args);
    match &object {
        Value::Instance(instance) => vm.plain_delattr(instance, &object, &name)?,
        other => vm.delattr(other, &name)?,
    }
    Ok(Value::None)
}

fn object_dir(vm: &mut Vm, args: Args) -> PyResult {
    let names = super::functions::names_of(vm, &this(&args));
    Ok(Value::list(names.into_iter().map(Value::Str).collect()))
}

fn object_init_subclass(_: &mut Vm, args: Args) -> PyResult {
    if let (Some((_, _)), Some(Value::Class(class))) = (args.kw.first(), args.pos.first()) {
        return Err(raise(
            "TypeError",
            format!(
                "{}.__init_subclass__() takes no keyword arguments",
                class.name()
            ),
        ));
    }
    Ok(Value::None)
}

/// `type(object)` and `type(name, bases, names)`
fn type_new(vm: &mut Vm, mut args: Args) -> PyResult {
    let metaclass = class_of_arg(&args)?;
    args.pos.remove(0);
    if args.pos.len() == 1 && args.kw.is_empty() {
        return Ok(Value::Class(vm.class_of(&args.pos[0])));
    }
    if args.pos.len() != 3 {
        return Err(raise("TypeError", "type() takes 1 or 3 arguments"));
    }
    // A base's metaclass takes over when it is more derived.
    if let Some(bases) = args.pos.get(1) {
        let bases = vm.iterate(bases)?;
        let winner = vm.metaclass_of(&bases, Some(Value::Class(metaclass.clone())))?;
        if let Value::Class(winner) = &winner
            && !Rc::ptr_eq(winner, &metaclass)
            && let Some(Value::StaticMethod(new)) = winner.lookup("__new__")
        {
            args.pos.insert(0, Value::Class(winner.clone()));
            return vm.call_args(&new, args);
        }
    }
    vm.type_new(&metaclass, args)
}

fn type_call(vm: &mut Vm, mut args: Args) -> PyResult {
    let class = class_of_arg(&args)?;
    args.pos.remove(0);
    vm.make_object(&class, args)
}

fn type_mro(_: &mut Vm, args: Args) -> PyResult {
    let class = class_of_arg(&args)?;
    Ok(Value::list(
        class.mro().into_iter().map(Value::Class).collect(),
    ))
}

fn type_subclasses(_: &mut Vm, args: Args) -> PyResult {
    let class = class_of_arg(&args)?;
    Ok(Value::list(
        class.subclasses().into_iter().map(Value::Class).collect(),
    ))
}

fn type_instancecheck(vm: &mut Vm, args: Args) -> PyResult {
    let class = class_of_arg(&args)?;
    let object = args.pos.get(1).cloned().unwrap_or_default();
    Ok(Value::Bool(vm.is_plain_instance(&object, &class)))
}

fn type_subclasscheck(_: &mut Vm, args: Args) -> PyResult {
    let class = class_of_arg(&args)?;
    Ok(Value::Bool(match args.pos.get(1) {
        Some(Value::Class(other)) => other.is_subclass(&class),
        _ => false,
    }))
}

fn type_setattr(vm: &mut Vm, args: Args) -> PyResult {
    let class = class_of_arg(&args)?;
    let name = name_arg(&args)?;
    let value = args.pos.get(2).cloned().unwrap_or_default();
    vm.set_class_attr(&class, &name, value)?;
    Ok(Value::None)
}

fn type_prepare(_: &mut Vm, _: Args) -> PyResult {
    Ok(Value::Dict(Rc::new(PyDict::new())))
}

fn property_new(vm: &mut Vm, mut args: Args) -> PyResult {
    let class = class_of_arg(&args)?;
    if !Rc::ptr_eq(&class, vm.types.get("property")) {
        return Err(vm.unsupported("a class that extends property"));
    }
    let mut parts = args.pos.split_off(1).into_iter();
    let mut part = |name: &str| {
        parts
            .next()
            .or_else(|| take_kw(&mut args, name))
            .unwrap_or_default()
    };
    let property = Property {
        get: part("fget"),
        set: part("fset"),
        delete: part("fdel"),
        doc: part("doc"),
    };
    let doc = match (&property.doc, &property.get) {
        (Value::None, Value::None) => Value::None,
        (Value::None, get) => vm.getattr_opt(get, "__doc__")?.unwrap_or_default(),
        (doc, _) => doc.clone(),
    };
    Ok(Value::Property(Rc::new(Property { doc, ..property })))
}

fn property_with(args: Args, set: impl FnOnce(&mut Property, Value)) -> PyResult {
    match args.pos.as_slice() {
        [Value::Property(property), function] => {
            let mut changed = (**property).clone();
            set(&mut changed, function.clone());
            Ok(Value::Property(Rc::new(changed)))
        }
        _ => Err(raise("TypeError", "getter() takes exactly one argument")),
    }
}

/// `__get__` of the descriptors that the interpreter binds itself.
fn descriptor_get(vm: &mut Vm, args: Args) -> PyResult {
    match args.pos.as_slice() {
        [found, Value::None, Value::Class(_)] if !matches!(found, Value::ClassMethod(_)) => {
            Ok(found.clone())
        }
        [found, object, rest @ ..] => {
            let class = match rest.first() {
                Some(Value::Class(class)) => class.clone(),
                _ => vm.class_of(object),
            };
            vm.bind(found, object, &class)
        }
        _ => Err(raise("TypeError", "expected at least 1 argument, got 0")),
    }
}

fn call_itself(vm: &mut Vm, mut args: Args) -> PyResult {
    if args.pos.is_empty() {
        return Err(raise("TypeError", "__call__() needs an argument"));
    }
    let function = args.pos.remove(0);
    vm.call_args(&function, args)
}

fn one_function(name: &str, args: Args) -> PyResult {
    match args.pos.as_slice() {
        [_, function] => Ok(function.clone()),
        _ => Err(raise(
            "TypeError",
            format!(
                "{name} expected 1 argument, got {}",
                args.pos.len().saturating_sub(1)
            ),
        )),
    }
}

fn classmethod_new(_: &mut Vm, args: Args) -> PyResult {
    one_function("classmethod", args).map(|function| Value::ClassMethod(Rc::new(function)))
}

fn staticmethod_new(_: &mut Vm, args: Args) -> PyResult {
    one_function("staticmethod", args).map(|function| Value::StaticMethod(Rc::new(function)))
}

fn super_new(vm: &mut Vm, args: Args) -> PyResult {
    match args.pos.as_slice() {
        [_, class, this] => vm.super_object(class, this),
        [_] => {
            let takes_none = vm
                .calls
                .last()
                .is_none_or(|call| call.code.params.positional == 0);
            let text = if takes_none {
                "super(): no arguments"
            } else {
                "super(): __class__ cell not found"
            };
            Err(raise("RuntimeError", text))
        }
        [_, other] if !matches!(other, Value::Class(_)) => Err(raise(
            "TypeError",
            format!(
                "super() argument 1 must be a type, not {}",
                vm.type_name(other)
            ),
        )),
        _ => Err(vm.unsupported("super() with one argument")),
    }
}
