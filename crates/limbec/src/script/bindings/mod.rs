//! What `alembic.op`, `sqlalchemy`, `alembic.context` and the packages beside them mean inside the interpreter.

pub mod alembic;
pub(in crate::script) mod packages;
pub mod sqlalchemy;

use limbec_python::Found;

/// A module of the packages that are built in, absent where they have none of that name; `None`
/// where the package is not built in, so that the project is asked for it.
pub(crate) fn find(dotted: &str) -> Option<Found> {
    let module = match dotted.split('.').next() {
        Some("alembic") => alembic::module(dotted),
        Some("sqlalchemy") => sqlalchemy::module(dotted),
        Some("psycopg2") => sqlalchemy::psycopg2::module(dotted),
        _ => return packages::find(dotted),
    };
    Some(module.map_or(Found::Absent, Found::Native))
}

/// Whether a class of SQLAlchemy or Alembic, by its full name, has an attribute.
pub(crate) fn original_has(class: &str, attribute: &str) -> bool {
    sqlalchemy::class_has(class, attribute)
}

/// Forget what the scripts of an earlier run on this thread did to the packages.
pub(crate) fn reset() {
    sqlalchemy::reset();
}
