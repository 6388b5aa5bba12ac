//! A small Python: enough of the language and of its library to run the scripts that people write, for a program
//! that knows what they mean. It knows nothing of SQL or of migrations.
//!
//! Source is parsed by `ruff_python_parser` (the only user of that crate is [`mod@lower`]), lowered to a tree of its own
//! with resolved variables, and run by a machine with an explicit stack for statements, so that generators are frames
//! that stopped. What the interpreter does not have is an [`error::Unsupported`] with its place, never a guess.
//!
//! Everything of one interpreter lives on one thread; deep recursion needs a big stack, see [`run_on_big_stack`].

pub mod args;
mod assume;
pub mod builtins;
pub mod calls;
pub mod check;
mod cycles;
pub mod error;
pub mod eval;
pub mod header;
pub mod host;
pub mod import;
pub mod ir;
pub mod lower;
mod names;
pub mod native;
pub mod source;
pub mod stdlib;
pub mod traceback;
pub mod types;
pub mod value;
pub mod vm;

pub use args::{Args, Bound};
pub use check::{SourceProblem, check_source};
pub use error::{
    PyError, PyResult, Raised, TraceEntry, Unsupported, raise, raise_class, unsupported,
};
pub use host::{Captured, Config, Output};
pub use import::{Found, Importer, NoModules, Unread};
pub use native::{ClassBuilder, ModuleBuilder, native_fn, raw_fn};
pub use source::{SourceFile, Span};
pub use traceback::format_error;
pub use types::types;
pub use value::{Class, Function, Instance, Module, PyDict, PySet, Value};
pub use vm::{Vm, run_on_big_stack};
