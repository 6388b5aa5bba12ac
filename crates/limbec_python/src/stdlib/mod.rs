//! The standard library, as far as it is there: one file a module, one line here.

pub mod datetime;
pub mod decimal;
pub mod json;
pub mod math;
pub mod random;
pub mod re;
pub mod support;
pub mod traceback;
pub mod unicodedata;
pub mod uuid;

use std::rc::Rc;

use crate::value::Module;
use crate::vm::Vm;

/// Makes a module when it is first imported.
pub type MakeModule = fn(&mut Vm) -> Rc<Module>;

/// The modules, in alphabetical order.
pub const MODULES: &[(&str, MakeModule)] = &[
    ("_limbec", support::module),
    ("_random", random::module),
    ("_traceback", traceback::module),
    ("datetime", datetime::module),
    ("decimal", decimal::module),
    ("json", json::module),
    ("math", math::module),
    ("re", re::module),
    ("unicodedata", unicodedata::module),
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
    ("abc", include_str!("py/abc.py")),
    ("asyncio", include_str!("py/asyncio.py")),
    ("collections", include_str!("py/collections.py")),
    ("collections.abc", include_str!("py/collections_abc.py")),
    ("configparser", include_str!("py/configparser.py")),
    ("contextlib", include_str!("py/contextlib.py")),
    ("copy", include_str!("py/copy.py")),
    ("dataclasses", include_str!("py/dataclasses.py")),
    ("enum", include_str!("py/enum.py")),
    ("fnmatch", include_str!("py/fnmatch.py")),
    ("functools", include_str!("py/functools.py")),
    ("glob", include_str!("py/glob.py")),
    ("hashlib", include_str!("py/hashlib.py")),
    ("hmac", include_str!("py/hmac.py")),
    ("importlib", include_str!("py/importlib.py")),
    (
        "importlib.metadata",
        include_str!("py/importlib_metadata.py"),
    ),
    (
        "importlib.resources",
        include_str!("py/importlib_resources.py"),
    ),
    ("importlib.util", include_str!("py/importlib_util.py")),
    ("inspect", include_str!("py/inspect.py")),
    ("io", include_str!("py/io.py")),
    ("itertools", include_str!("py/itertools.py")),
    ("logging", include_str!("py/logging.py")),
    ("logging.config", include_str!("py/logging_config.py")),
    ("operator", include_str!("py/operator.py")),
    ("os", include_str!("py/os.py")),
    ("os.path", include_str!("py/posixpath.py")),
    ("pathlib", include_str!("py/pathlib.py")),
    ("pkgutil", include_str!("py/pkgutil.py")),
    ("posixpath", include_str!("py/posixpath.py")),
    ("string", include_str!("py/string.py")),
    ("sys", include_str!("py/sys.py")),
    ("textwrap", include_str!("py/textwrap.py")),
    ("time", include_str!("py/time.py")),
    ("traceback", include_str!("py/traceback.py")),
    ("types", include_str!("py/types.py")),
    ("typing", include_str!("py/typing.py")),
    ("typing_extensions", include_str!("py/typing_extensions.py")),
    ("urllib.parse", include_str!("py/urllib_parse.py")),
    ("warnings", include_str!("py/warnings.py")),
];

/// What the paths of the modules that are written in Python begin with, in tracebacks and in `__file__`.
pub const SOURCE_PREFIX: &str = "<limbec ";

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
