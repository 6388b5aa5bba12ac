//! The package `sqlalchemy` as scripts see it.
//!
//! - [`module`] answers imports: modules are made when they are imported, classes and functions
//!   when they are first named (`registry`).
//! - The objects keep what their constructors were given; [`convert`] turns them into the plain
//!   data of `limbec_schema` when an operation or a statement needs them.
//! - Connections reach the engine by a [`crate::script::host::Host`].

mod compile;
pub mod compiled_ddl;
pub mod compiler;
mod constants;
pub mod convert;
pub mod ddl;
pub(in crate::script::bindings) mod dml;
pub mod engine;
mod event;
pub mod exc;
mod expr;
mod json;
mod missing;
mod modules;
mod names;
mod orm;
pub(in crate::script::bindings) mod psycopg2;
mod ranges;
mod registry;
pub(in crate::script::bindings) mod schema;
mod select;
pub mod types;
pub mod util;
pub mod values;
mod walk;

pub(crate) use modules::lacking;
pub use modules::{coverage, module};
pub use names::{class_has, class_names};
pub use registry::reset;

use limbec_python::Value;

/// An object with the same attributes as another.
fn types_shallow_copy(value: &Value) -> Value {
    types::shallow_copy(value)
}
