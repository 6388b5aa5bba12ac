//! The standard library, as far as it is there: one file a module, one line here.

pub mod datetime;
pub mod decimal;
pub mod json;
pub mod re;
pub mod traceback;
pub mod uuid;

use std::rc::Rc;

use crate::value::Module;
use crate::vm::Vm;

/// Makes a module when it is first imported.
pub type MakeModule = fn(&mut Vm) -> Rc<Module>;

/// The modules, in alphabetical order.
pub const MODULES: &[(&str, MakeModule)] = &[
    ("datetime", datetime::module),
    ("decimal", decimal::module),
    ("json", json::module),
    ("re", re::module),
    ("traceback", traceback::module),
    ("uuid", uuid::module),
];

/// The maker of a module.
pub fn find(name: &str) -> Option<MakeModule> {
    MODULES
        .iter()
        .find(|(module, _)| *module == name)
        .map(|(_, make)| *make)
}

/// The modules that are written in Python, by their dotted name.
pub const SOURCES: &[(&str, &str)] = &[
    ("configparser", include_str!("py/configparser.py")),
    ("contextlib", include_str!("py/contextlib.py")),
    ("copy", include_str!("py/copy.py")),
    ("dataclasses", include_str!("py/dataclasses.py")),
    ("enum", include_str!("py/enum.py")),
    ("logging", include_str!("py/logging.py")),
    ("logging.config", include_str!("py/logging_config.py")),
    ("string", include_str!("py/string.py")),
    ("textwrap", include_str!("py/textwrap.py")),
    ("urllib.parse", include_str!("py/urllib_parse.py")),
];

/// The text of a module that is written in Python.
pub fn source(name: &str) -> Option<&'static str> {
    SOURCES
        .iter()
        .find(|(module, _)| *module == name)
        .map(|(_, text)| *text)
}

/// Whether there are modules below this name.
pub fn is_package(name: &str) -> bool {
    let inside = |module: &str| {
        module
            .strip_prefix(name)
            .is_some_and(|rest| rest.starts_with('.'))
    };
    SOURCES.iter().any(|(module, _)| inside(module))
        || MODULES.iter().any(|(module, _)| inside(module))
}
