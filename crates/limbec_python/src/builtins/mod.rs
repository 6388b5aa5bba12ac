//! The builtin functions, types and exceptions.

use std::rc::Rc;

use crate::native::ModuleBuilder;
use crate::types::Types;
use crate::value::Module;

/// Give the builtin classes their methods.
pub(crate) fn fill(_types: &Types) {}

/// The module `builtins`.
pub(crate) fn module() -> Rc<Module> {
    ModuleBuilder::new("builtins").build()
}
