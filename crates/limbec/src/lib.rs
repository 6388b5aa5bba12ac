//! The engine of Limbec and the library that other programs embed: database migrations with Alembic's model, without Python.
//!
//! This crate ties the graph, the schema model, the interpreter and the databases together. It never prints and never exits.

pub mod autogen;
pub mod commands;
pub mod config;
pub mod runner;
pub mod script;
pub mod templates;

pub use limbec_python::run_on_big_stack;

/// The version of SQLAlchemy whose behaviour the library has.
pub(crate) const SQLALCHEMY_VERSION: &str = "2.0.58";
