//! What stands for the names of SQLAlchemy that the bindings do not have.
//!
//! Importing such a name is fine, as most imports are of little use to a migration; whatever is
//! done with it is an error that names it.

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, PyError, Value, Vm};

/// The name that is missing.
struct Missing(String);

/// Everything that may be done with a name.
const USES: &[&str] = &[
    "__call__",
    "__getattr__",
    "__getitem__",
    "__mro_entries__",
    "__iter__",
    "__bool__",
    "__len__",
    "__enter__",
    "__instancecheck__",
    "__contains__",
];

thread_local! {
    static CLASS: Rc<Class> = build();
}

/// A stand-in for a name of SQLAlchemy.
pub(super) fn placeholder(name: &str) -> Value {
    let instance = CLASS.with(Class::allocate);
    instance.set_payload(Rc::new(Missing(name.to_owned())));
    Value::Instance(instance)
}

/// The error of using a part of SQLAlchemy that the bindings do not have.
pub(super) fn unsupported(vm: &Vm, what: &str) -> PyError {
    vm.unsupported(format!("{what} is not supported"))
}

/// Complains where the value is a stand-in.
pub(super) fn check(vm: &Vm, value: &Value) -> Result<(), PyError> {
    match value.payload::<Missing>() {
        Some(missing) => Err(unsupported(vm, &missing.0)),
        None => Ok(()),
    }
}

fn build() -> Rc<Class> {
    let mut builder = ClassBuilder::new("sqlalchemy", "NotSupported");
    for name in USES {
        builder = builder.method(name, "*args, **kwargs", |vm, this, _| {
            check(vm, &this)?;
            Ok(Value::None)
        });
    }
    builder
        .method("__missing_base__", "", |_, this, _| {
            Ok(this
                .payload::<Missing>()
                .map_or(Value::None, |missing| Value::str(&missing.0)))
        })
        .method("__repr__", "", |_, this, _| {
            let name = this
                .payload::<Missing>()
                .map_or_else(String::new, |missing| missing.0.clone());
            Ok(Value::str(format!("<{name} (not supported)>")))
        })
        .build()
}
