//! Where modules come from.

use std::rc::Rc;
use std::sync::Arc;

use crate::value::Module;
use crate::vm::Vm;

/// What an [`Importer`] found under a dotted name.
pub enum Found {
    /// A module written in Rust.
    Native(Rc<Module>),
    /// A module or package written in Python.
    Source {
        /// The path that `__file__` and tracebacks show.
        path: String,
        /// The text.
        text: String,
        /// Whether it is a package (`__init__.py`).
        is_package: bool,
    },
    /// A module that comes with the program and is written in Python. A name that it does not have is not supported,
    /// as with the modules of the standard library.
    Library {
        /// The text.
        text: String,
        /// Whether there are modules below it.
        is_package: bool,
    },
    /// A folder without `__init__.py` that has modules in it.
    Namespace {
        /// The folder.
        path: String,
    },
    /// No such module.
    Absent,
}

/// A module whose text could not be run to its end.
#[derive(Debug, Clone)]
pub struct Unread {
    /// The dotted name.
    pub name: Rc<str>,
    /// Its file.
    pub path: Rc<str>,
    /// Its text.
    pub text: Arc<str>,
    /// What it stopped at.
    pub cause: Rc<str>,
    /// The error with which it stopped.
    pub(crate) problem: Box<crate::error::Unsupported>,
}

/// Finds modules. The standard library of the interpreter is asked first, then the importer.
pub trait Importer {
    /// Find a module by its whole dotted name (`app.models`); parents have been imported before.
    fn find(&mut self, vm: &mut Vm, dotted: &str) -> Found;
}

/// An importer without modules.
pub struct NoModules;

impl Importer for NoModules {
    fn find(&mut self, _vm: &mut Vm, _dotted: &str) -> Found {
        Found::Absent
    }
}
