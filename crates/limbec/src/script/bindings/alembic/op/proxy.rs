//! The module `alembic.op`.

use std::rc::Rc;

use limbec_python::{Module, ModuleBuilder, Value};

use super::super::state::Alembic;
use super::extend;
use crate::script::bindings::{packages, sqlalchemy};

/// The module. Its names are the methods of `Operations`, those that scripts register included.
pub fn module() -> Rc<Module> {
    ModuleBuilder::new("alembic.op")
        .lazy(|vm, name| {
            if name == "_proxy" {
                return Ok(Alembic::of(vm).current_operations());
            }
            if name.starts_with("__") {
                return Ok(None);
            }
            let class = Alembic::of(vm).class("Operations");
            // Alembic loads all scripts of a history, and thereby the packages that any of them imports.
            if class.lookup(name).is_none()
                && let Some(package) = packages::with_operation(name)
            {
                vm.import(package)?;
            }
            match class.lookup(name) {
                Some(Value::ClassMethod(_)) => vm.getattr(&Value::Class(class), name).map(Some),
                Some(_) => Ok(Some(extend::proxy(name))),
                // Attributes of the object, which change with it, are not functions.
                None => Ok(sqlalchemy::lacking("alembic.op", name)),
            }
        })
        .build()
}
