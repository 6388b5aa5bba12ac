//! The engine of Limbec and the library that other programs embed: database migrations with Alembic's model, without Python.
//!
//! This crate ties the graph, the schema model, the interpreter and the databases together. It never prints and never exits.

pub mod commands;
pub mod config;
pub mod runner;
pub mod script;
pub mod templates;

pub use limbec_python::run_on_big_stack;
