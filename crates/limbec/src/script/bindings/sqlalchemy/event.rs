//! `sqlalchemy.event` and `sqlalchemy.ext.compiler`.

use limbec_python::{Value, native_fn};

use super::{missing, registry, types};

/// Events that concern nothing that a migration does: they may be listened to.
const HARMLESS: &[&str] = &[
    "connect",
    "first_connect",
    "checkout",
    "checkin",
    "engine_connect",
    "do_connect",
    "before_cursor_execute",
    "after_cursor_execute",
    "begin",
    "commit",
    "rollback",
];

fn accept(vm: &limbec_python::Vm, name: &Value) -> limbec_python::PyResult<()> {
    let name = name.as_str().unwrap_or_default();
    if HARMLESS.contains(&&*name) {
        return Ok(());
    }
    Err(missing::unsupported(vm, &format!("the event '{name}'")))
}

/// `event.listen(target, name, function)`: functions for `connect` are kept by the engine.
pub(super) fn listen() -> Value {
    native_fn(
        "listen",
        "target, identifier, fn, *args, **kw",
        |vm, bound| {
            accept(vm, bound.get("identifier"))?;
            super::engine::listen(
                vm,
                bound.get("target"),
                bound.get("identifier"),
                bound.get("fn"),
            )?;
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
            accept(vm, bound.get("identifier"))?;
            let target = bound.get("target").clone();
            let name = bound.get("identifier").clone();
            Ok(native_fn("decorate", "fn", move |vm, bound| {
                super::engine::listen(vm, &target, &name, bound.at(0))?;
                Ok(bound.at(0).clone())
            }))
        },
    )
}

/// `event.remove(target, name, function)`
pub(super) fn remove() -> Value {
    native_fn("remove", "target, identifier, fn", |_, _| Ok(Value::None))
}

/// `event.contains(target, name, function)`
pub(super) fn contains() -> Value {
    native_fn("contains", "target, identifier, fn", |_, _| {
        Ok(Value::Bool(false))
    })
}

/// `@compiles(Class, "dialect", ...)`
pub(super) fn compiles() -> Value {
    native_fn("compiles", "class_, *specs", |vm, bound| {
        let Value::Class(class) = bound.get("class_").clone() else {
            missing::check(vm, bound.get("class_"))?;
            return Err(vm.raise("TypeError", "compiles() needs a class"));
        };
        if !class.is_subclass(&registry::class("TypeEngine"))
            && !class.is_subclass(&registry::class("ClauseElement"))
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
