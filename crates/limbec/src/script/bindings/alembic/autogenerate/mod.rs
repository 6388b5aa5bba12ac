//! `alembic.autogenerate`: the names of the package, and what `revision` and `check` do inside of a
//! run of env.py. The comparison itself is [`crate::autogen`]; here its hooks become Python calls.

pub(crate) mod api;
mod comparators;
mod declared;
mod directives;
mod generation;
mod hooks;
mod items;
mod objects;
mod options;
mod rewriter;
mod shown;
mod unread;
mod values;

use std::rc::Rc;

use limbec_python::{
    Class, ClassBuilder, Module, ModuleBuilder, PyError, PyResult, Value, Vm, native_fn,
};

use super::state::Alembic;
use crate::autogen::ModelError;
use crate::script::host::HostError;

pub(crate) use directives::held_class;
pub use generation::Generation;
pub use rewriter::rewriter_class;

/// Functions of Alembic's own that would run a part of autogenerate.
const FUNCTIONS: &[&str] = &[
    "_produce_migrations",
    "_render_migration_diffs",
    "_compare_tables",
];

/// The module of a dotted name.
pub fn module(dotted: &str) -> Option<Rc<Module>> {
    let builder = match dotted {
        "alembic.autogenerate" => {
            ModuleBuilder::new(dotted).value("__path__", Value::list(Vec::new()))
        }
        "alembic.autogenerate.rewriter"
        | "alembic.autogenerate.api"
        | "alembic.autogenerate.render"
        | "alembic.autogenerate.compare" => ModuleBuilder::new(dotted),
        _ => return None,
    };
    Some(builder.lazy(|vm, name| Ok(find(vm, name))).build())
}

fn find(vm: &mut Vm, name: &str) -> Option<Value> {
    match name {
        "Rewriter" | "AutogenContext" => Some(Value::Class(Alembic::of(vm).class(name))),
        "renderers" | "comparators" => {
            let instance = Alembic::of(vm).class("_Dispatcher").allocate();
            if name == "renderers" {
                instance.set("_renders", Value::Bool(true));
            }
            Some(Value::Instance(instance))
        }
        "rewriter" | "api" | "render" | "compare" => {
            vm.import(&format!("alembic.autogenerate.{name}")).ok()
        }
        _ => api::function(name).or_else(|| FUNCTIONS.contains(&name).then(|| unsupported(name))),
    }
}

fn unsupported(name: &str) -> Value {
    let what = format!("alembic.autogenerate.{name}");
    native_fn(
        name,
        "*args, **kw",
        move |vm, _| Err(vm.unsupported(&*what)),
    )
}

/// A decorator that makes its function a comparator.
fn register_comparator(target: String) -> Value {
    native_fn("decorate", "fn", move |vm, bound| {
        let function = bound.get("fn").clone();
        Alembic::of(vm).register_comparator(target.clone(), function.clone());
        Ok(function)
    })
}

/// `AutogenContext`
pub fn context_class() -> Rc<Class> {
    ClassBuilder::new("alembic.autogenerate.api", "AutogenContext")
        .init("*args, **kw", |vm, _, _| {
            Err(vm.unsupported("an AutogenContext that a script makes itself"))
        })
        .build()
}

/// `renderers` and `comparators`
pub fn dispatcher_class() -> Rc<Class> {
    ClassBuilder::new("alembic.util.langhelpers", "Dispatcher")
        .method("dispatch_for", "target, **kw", |vm, this, bound| {
            let renders = this
                .as_instance()
                .is_some_and(|instance| instance.get("_renders").is_some());
            let target = bound.get("target").clone();
            match target {
                Value::Class(class) if renders => Ok(register_renderer(class)),
                Value::Class(class) => {
                    Err(vm.unsupported(format!("a comparator of its own for {}", class.name())))
                }
                target => {
                    let target = vm.str(&target)?.to_string();
                    Ok(register_comparator(target))
                }
            }
        })
        .build()
}

/// A decorator that makes its function the renderer of a class.
fn register_renderer(class: Rc<Class>) -> Value {
    native_fn("decorate", "fn", move |vm, bound| {
        let function = bound.get("fn").clone();
        Alembic::of(vm).register_renderer(&class, function.clone());
        Ok(function)
    })
}

/// Whether Python could call the value.
fn is_callable(vm: &mut Vm, value: &Value) -> PyResult<bool> {
    Ok(match value {
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Str(_) => false,
        Value::Instance(_) => vm.hasattr(value, "__call__")?,
        _ => true,
    })
}

/// Models that do not fit together, as SQLAlchemy's or Alembic's exception.
fn model_error(vm: &mut Vm, error: &ModelError) -> PyError {
    let class = match error {
        ModelError::NoReferencedTable { .. } => "sqlalchemy.exc.NoReferencedTableError",
        ModelError::Duplicate { .. } => return vm.raise("ValueError", error.to_string()),
    };
    let message = error.to_string();
    super::bridge::raise(vm, HostError::Exception { class, message })
}
