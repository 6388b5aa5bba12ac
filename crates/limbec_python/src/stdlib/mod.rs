//! The standard library, as far as it is there: one file a module, one line here.

pub mod datetime;

use std::rc::Rc;

use crate::value::Module;
use crate::vm::Vm;

/// Makes a module when it is first imported.
pub type MakeModule = fn(&mut Vm) -> Rc<Module>;

/// The modules, in alphabetical order.
pub const MODULES: &[(&str, MakeModule)] = &[("datetime", datetime::module)];

/// The maker of a module.
pub fn find(name: &str) -> Option<MakeModule> {
    MODULES
        .iter()
        .find(|(module, _)| *module == name)
        .map(|(_, make)| *make)
}
