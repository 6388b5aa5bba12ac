//! `_limbec`: what the modules that are written in Python ask of Rust. Scripts have no use for it.

mod clock;
mod digest;
mod files;
mod frames;
mod functions;
mod imports;
mod literal;
mod memo;

use std::rc::Rc;

use crate::native::ModuleBuilder;
use crate::value::Module;
use crate::vm::Vm;

/// The module.
pub fn module(_: &mut Vm) -> Rc<Module> {
    let builder = ModuleBuilder::new("_limbec");
    let builder = frames::add(builder);
    let builder = files::add(builder);
    let builder = clock::add(builder);
    let builder = digest::add(builder);
    let builder = functions::add(builder);
    let builder = imports::add(builder);
    let builder = memo::add(builder);
    literal::add(builder).build()
}
