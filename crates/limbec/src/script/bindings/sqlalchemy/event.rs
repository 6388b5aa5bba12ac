//! `sqlalchemy.event` and `sqlalchemy.ext.compiler`.

use std::rc::Rc;

use limbec_python::{PyDict, PyError, PyResult, Value, Vm, native_fn};

use super::{missing, orm, registry, types};

/// Events that concern nothing that a migration does: they may be listened to.
const HARMLESS: &[&str] = &[
    "connect",
    "first_connect",
    "checkout",
    "checkin",
    "engine_connect",
    "do_connect",
    "before_execute",
    "after_execute",
    "before_cursor_execute",
    "after_cursor_execute",
    "begin",
    "commit",
    "rollback",
    "close",
    "close_detached",
    "dispose",
    "engine_disposed",
    "invalidate",
    "release_savepoint",
    "reset",
    "rollback_savepoint",
    "savepoint",
    "soft_invalidate",
];

/// Events of tables and metadatas: those that `create_all` and its kin call, and that of reflection.
const OF_TABLES: &[&str] = &[
    "before_create",
    "after_create",
    "before_drop",
    "after_drop",
    "column_reflect",
];

/// The event of the engine that is told of errors of the database.
const HANDLE_ERROR: &str = "handle_error";

/// Where a table, a metadata, or the class of either keeps its listeners by the name of the event.
const LISTENERS: &str = "_limbec_listeners";

fn add(vm: &mut Vm, target: &Value, name: &Value, function: &Value, first: bool) -> PyResult<()> {
    if matches!(target, Value::Absent(_)) {
        // Whoever uses the class is told.
        return Ok(());
    }
    let event = name.as_str().unwrap_or_default();
    if HARMLESS.contains(&&*event) {
        return super::engine::listen(vm, target, name, function, first);
    }
    let of_engines = &*event == HANDLE_ERROR && registry::is_class_of(target, "Engine");
    if !of_engines && !OF_TABLES.contains(&&*event) {
        return Err(missing::unsupported(vm, &format!("the event '{event}'")));
    }
    missing::check(vm, target)?;
    let table = own_listeners(target);
    let Some(table) = table else {
        let shown = vm.repr(target)?;
        return Err(missing::unsupported(
            vm,
            &format!("the event '{event}' of {shown}"),
        ));
    };
    let mut known = match table.get_str(&event) {
        Some(list) => vm.iterate(&list)?,
        None => Vec::new(),
    };
    let place = if first { 0 } else { known.len() };
    known.insert(place, function.clone());
    table.set_str(&*event, Value::list(known));
    Ok(())
}

/// The listeners of a target, made where there are none yet.
fn own_listeners(target: &Value) -> Option<Rc<PyDict>> {
    let known = match target {
        Value::Instance(instance) => instance.get(LISTENERS),
        Value::Class(class) => class.dict().get_str(LISTENERS),
        _ => return None,
    };
    if let Some(Value::Dict(known)) = known {
        return Some(known);
    }
    let made = Rc::new(PyDict::new());
    match target {
        Value::Instance(instance) => instance.set(LISTENERS, Value::Dict(made.clone())),
        Value::Class(class) => class.dict().set_str(LISTENERS, Value::Dict(made.clone())),
        _ => return None,
    }
    Some(made)
}

/// What listens to an event of a table or a metadata: those of all tables first.
pub(super) fn listeners(vm: &mut Vm, target: &Value, event: &str) -> PyResult<Vec<Value>> {
    let mut found = Vec::new();
    for of in [Value::Class(vm.class_of(target)), target.clone()] {
        let table = own_listeners(&of);
        if let Some(list) = table.and_then(|table| table.get_str(event)) {
            found.extend(vm.iterate(&list)?);
        }
    }
    Ok(found)
}

/// An error of the database after those who listen to errors of all engines have been told: theirs where one of them
/// raises or answers another.
pub(super) fn handle_error(vm: &mut Vm, error: PyError) -> PyError {
    let Some(table) = own_listeners(&Value::Class(registry::class("Engine"))) else {
        return error;
    };
    let (Some(list), Some(raised)) = (table.get_str(HANDLE_ERROR), error.exception().cloned())
    else {
        return error;
    };
    match orm::call(vm, "_handle_error", vec![Value::Instance(raised), list]) {
        Ok(_) => error,
        Err(theirs) => theirs,
    }
}

/// Whether the target of an event belongs to the ORM: its classes, sessions, attributes.
fn is_orm_target(vm: &mut Vm, target: &Value) -> PyResult<bool> {
    if !matches!(
        target,
        Value::Class(_) | Value::Instance(_) | Value::Function(_)
    ) {
        return Ok(false);
    }
    if ["Engine", "MetaData", "Connection", "FromClause"]
        .iter()
        .any(|key| registry::is_a(vm, target, key) || registry::is_class_of(target, key))
        || registry::is_class_of(target, "Column")
    {
        return Ok(false);
    }
    let answer = orm::call(vm, "_is_event_target", vec![target.clone()])?;
    vm.truthy(&answer)
}

/// The options of a listener.
type Options = Vec<(Rc<str>, Value)>;

/// Hand an event of the ORM to it; `false` where it is another's.
fn orm_event(
    vm: &mut Vm,
    target: &Value,
    name: &Value,
    function: &Value,
    options: &Options,
) -> PyResult<bool> {
    if !is_orm_target(vm, target)? {
        return Ok(false);
    }
    let options = Value::dict(options.iter().cloned());
    let args = vec![target.clone(), name.clone(), function.clone(), options];
    orm::call(vm, "_listen", args)?;
    Ok(true)
}

/// Whether the function is to be called before the others (`insert=True`). Listeners of tables and
/// engines know neither `once` nor `named` nor `retval`.
fn goes_first(vm: &mut Vm, options: &Options) -> PyResult<bool> {
    let mut first = false;
    for (name, value) in options {
        let on = vm.truthy(value)?;
        match &**name {
            "insert" => first = on,
            "propagate" => {}
            _ if !on => {}
            other => {
                return Err(missing::unsupported(vm, &format!("{other}= of an event")));
            }
        }
    }
    Ok(first)
}

/// `event.listen(target, name, function)`: functions for `connect` are kept by the engine.
pub(super) fn listen() -> Value {
    native_fn(
        "listen",
        "target, identifier, fn, *args, **kw",
        |vm, bound| {
            let target = bound.get("target").clone();
            let options = bound.kwargs().to_vec();
            let name = bound.get("identifier");
            if orm_event(vm, &target, name, bound.get("fn"), &options)? {
                return Ok(Value::None);
            }
            let first = goes_first(vm, &options)?;
            add(vm, &target, name, bound.get("fn"), first)?;
            Ok(Value::None)
        },
    )
}

/// `@event.listens_for(target, name)`
pub(super) fn listens_for() -> Value {
    native_fn(
        "listens_for",
        "target, identifier, *args, **kw",
        |vm, bound| {
            let target = bound.get("target").clone();
            let name = bound.get("identifier").clone();
            let options = bound.kwargs().to_vec();
            if is_orm_target(vm, &target)? {
                return Ok(native_fn("decorate", "fn", move |vm, bound| {
                    orm_event(vm, &target, &name, bound.at(0), &options)?;
                    Ok(bound.at(0).clone())
                }));
            }
            let first = goes_first(vm, &options)?;
            Ok(native_fn("decorate", "fn", move |vm, bound| {
                add(vm, &target, &name, bound.at(0), first)?;
                Ok(bound.at(0).clone())
            }))
        },
    )
}

/// `event.remove(target, name, function)`
pub(super) fn remove() -> Value {
    native_fn("remove", "target, identifier, fn", |vm, bound| {
        let event = bound.get("identifier").as_str().unwrap_or_default();
        if let Some(table) = own_listeners(bound.get("target"))
            && let Some(list) = table.get_str(&event)
        {
            let mut known = vm.iterate(&list)?;
            known.retain(|function| !function.is(bound.get("fn")));
            table.set_str(&*event, Value::list(known));
        }
        Ok(Value::None)
    })
}

/// `event.contains(target, name, function)`
pub(super) fn contains() -> Value {
    native_fn("contains", "target, identifier, fn", |vm, bound| {
        let event = bound.get("identifier").as_str().unwrap_or_default();
        let known = match bound.get("target") {
            target @ (Value::Instance(_) | Value::Class(_)) => listeners(vm, target, &event)?,
            _ => Vec::new(),
        };
        let function = bound.get("fn");
        Ok(Value::Bool(known.iter().any(|other| other.is(function))))
    })
}

/// `@compiles(Class, "dialect", ...)`
pub(super) fn compiles() -> Value {
    native_fn("compiles", "class_, *specs", |vm, bound| {
        let Value::Class(class) = bound.get("class_").clone() else {
            missing::check(vm, bound.get("class_"))?;
            if matches!(bound.get("class_"), Value::Absent(_)) {
                // Whoever uses the class is told.
                return Ok(native_fn("decorate", "fn", |_, bound| {
                    Ok(bound.at(0).clone())
                }));
            }
            return Err(vm.raise("TypeError", "compiles() needs a class"));
        };
        let is_part = ["Constraint", "Computed", "Identity", "CreateColumn"]
            .iter()
            .any(|key| class.is_subclass(&registry::class(key)));
        if !class.is_subclass(&registry::class("TypeEngine"))
            && !class.is_subclass(&registry::class("ClauseElement"))
            && !is_part
        {
            let name = class.full_name();
            return Err(missing::unsupported(vm, &format!("compiles({name})")));
        }
        let dialects: Vec<String> = bound
            .varargs()
            .iter()
            .filter_map(|name| name.as_str())
            .map(|name| name.to_string())
            .collect();
        Ok(native_fn("decorate", "fn", move |_, bound| {
            types::hooks::add(&class, &dialects, bound.at(0));
            Ok(bound.at(0).clone())
        }))
    })
}
