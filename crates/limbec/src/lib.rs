//! The engine of Limbec and the library that other programs embed: database migrations with Alembic's model, without Python.
//!
//! This crate ties the graph, the schema model, the interpreter and the databases together. It never prints and never exits.

#![warn(missing_docs)]

pub mod autogen;
pub mod commands;
pub mod config;
mod library;
pub mod runner;
pub mod script;
pub mod templates;

pub use library::{Builder, Embedded, EmbeddedScript, Error, Limbec, Pending, PlannedStep};
/// The scripts in SQL of a folder inside of the program: `limbec::embed!("migrations")`.
pub use limbec_macros::embed;
pub use limbec_sql::db_error::DbErrorKind;

#[cfg(feature = "python")]
pub use limbec_python::run_on_big_stack;

/// The version of SQLAlchemy whose behaviour the library has.
pub(crate) const SQLALCHEMY_VERSION: &str = "2.0.58";
