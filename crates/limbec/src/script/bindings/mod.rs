//! What `alembic.op`, `sqlalchemy` and `alembic.context` mean inside the interpreter.

pub mod alembic;
pub mod sqlalchemy;

use std::rc::Rc;

use limbec_python::Module;

/// A module of the packages that are built in; `None` where they have none of that name.
pub(crate) fn module(dotted: &str) -> Option<Rc<Module>> {
    match dotted.split('.').next() {
        Some("alembic") => alembic::module(dotted),
        Some(root) if sqlalchemy::is_built_in(root) => sqlalchemy::module(dotted),
        _ => None,
    }
}

/// Whether a package is built in, so that the project is not asked for its modules.
pub(crate) fn is_built_in(root: &str) -> bool {
    root == "alembic" || sqlalchemy::is_built_in(root)
}

/// Forget what the scripts of an earlier run on this thread did to the packages.
pub(crate) fn reset() {
    sqlalchemy::reset();
}
