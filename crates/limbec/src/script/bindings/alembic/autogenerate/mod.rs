//! `alembic.autogenerate`: the names of the package, and what `revision` and `check` do inside of a
//! run of env.py. The comparison itself is [`crate::autogen`]; here its hooks become Python calls.

mod declared;
mod directives;
mod generation;
mod hooks;
mod items;
mod objects;
mod options;

use std::rc::Rc;

use limbec_python::{
    Class, ClassBuilder, Module, ModuleBuilder, PyError, PyResult, Value, Vm, native_fn,
};

use super::state::Alembic;
use crate::autogen::ModelError;
use crate::script::host::HostError;

pub use generation::Generation;

/// Functions that would run a part of autogenerate.
const FUNCTIONS: &[&str] = &[
    "compare_metadata",
    "produce_migrations",
    "render_python_code",
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
            let class = Alembic::of(vm).class("_Dispatcher");
            Some(Value::Instance(class.allocate()))
        }
        "rewriter" | "api" | "render" | "compare" => {
            vm.import(&format!("alembic.autogenerate.{name}")).ok()
        }
        _ => FUNCTIONS.contains(&name).then(|| unsupported(name)),
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

/// A decorator that leaves what it is given as it is.
fn keep() -> Value {
    native_fn("decorate", "fn", |_, bound| Ok(bound.get("fn").clone()))
}

/// `Rewriter`
pub fn rewriter_class() -> Rc<Class> {
    ClassBuilder::new("alembic.autogenerate.rewriter", "Rewriter")
        .init("", |_, this, _| {
            this.set("_rewrites", Value::list(Vec::new()));
            this.set("_chained", Value::list(Vec::new()));
            Ok(())
        })
        .method("rewrites", "operator", |_, this, bound| {
            let (this, operator) = (this, bound.get("operator").clone());
            Ok(native_fn("decorate", "fn", move |_, bound| {
                let function = bound.get("fn").clone();
                if let Some(Value::List(rewrites)) =
                    this.as_instance().and_then(|this| this.get("_rewrites"))
                {
                    let entry = Value::tuple(vec![operator.clone(), function.clone()]);
                    rewrites.borrow_mut().push(entry);
                }
                Ok(function)
            }))
        })
        .method("chain", "other", |vm, this, bound| {
            let chained = vm.getattr(&this, "_chained")?;
            vm.call_method(&chained, "append", vec![bound.get("other").clone()])?;
            Ok(this)
        })
        .method("__call__", "context, revision, directives", |vm, _, _| {
            Err(vm.unsupported("calling a Rewriter of alembic.autogenerate"))
        })
        .build()
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
        .method("dispatch_for", "target, **kw", |_, _, _| Ok(keep()))
        .build()
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
