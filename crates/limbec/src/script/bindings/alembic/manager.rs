//! Context managers that are written in Rust.

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, PyResult, Value, Vm};

use super::state::Alembic;

type Enter = Box<dyn Fn(&mut Vm) -> PyResult>;
type Exit = Box<dyn Fn(&mut Vm, &Value) -> PyResult<bool>>;

struct Manager {
    enter: Enter,
    exit: Exit,
}

/// An object for `with`. `exit` is given the exception, or `None`, and says whether to swallow it.
pub fn context_manager(
    vm: &Vm,
    enter: impl Fn(&mut Vm) -> PyResult + 'static,
    exit: impl Fn(&mut Vm, &Value) -> PyResult<bool> + 'static,
) -> Value {
    let instance = Alembic::of(vm).class("_ContextManager").allocate();
    instance.set_payload(Rc::new(Manager {
        enter: Box::new(enter),
        exit: Box::new(exit),
    }));
    Value::Instance(instance)
}

/// A context manager that does nothing.
pub fn null_context(vm: &Vm) -> Value {
    context_manager(vm, |_| Ok(Value::None), |_, _| Ok(false))
}

/// The class of these objects.
pub fn class(module: &str) -> Rc<Class> {
    ClassBuilder::new(module, "_ContextManager")
        .method("__enter__", "", |vm, this, _| {
            match this.payload::<Manager>() {
                Some(manager) => (manager.enter)(vm),
                None => Ok(Value::None),
            }
        })
        .method("__exit__", "type_, value, traceback", |vm, this, bound| {
            let swallow = match this.payload::<Manager>() {
                Some(manager) => (manager.exit)(vm, bound.get("value"))?,
                None => false,
            };
            Ok(Value::Bool(swallow))
        })
        .build()
}
