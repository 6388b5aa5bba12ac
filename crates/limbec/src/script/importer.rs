//! Where the modules that scripts import come from.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use limbec_python::import::{Found, Importer};
use limbec_python::{Value, Vm};

use super::bindings;
use super::mapped_types::MappedTypes;

/// Finds the packages that are built in, then the project's own modules along `sys.path`, then those that lie in the
/// project as `pip install -e` or `python -m alembic` would find them.
///
/// Installed packages are not looked for: what Limbec does not know of them it could only guess.
/// A name from such a package may be imported and is an error when it is used.
#[derive(Debug, Clone, Default)]
pub struct ProjectImporter {
    /// The types that the configuration maps.
    pub types: MappedTypes,
    /// The folders of the project's own packages.
    pub own: Vec<PathBuf>,
}

impl Importer for ProjectImporter {
    fn find(&mut self, vm: &mut Vm, dotted: &str) -> Found {
        let found = bindings::find(dotted).unwrap_or_else(|| match of_project(vm, dotted) {
            Found::Absent if !dotted.contains('.') => own_package(&self.own, dotted),
            found => found,
        });
        self.types.add_to(dotted, found)
    }
}

fn of_project(vm: &Vm, dotted: &str) -> Found {
    let folders = match dotted.rsplit_once('.') {
        None => search_path(vm),
        Some((parent, _)) => package_path(vm, parent),
    };
    let name = dotted.rsplit('.').next().unwrap_or(dotted);
    look(&folders, name)
}

/// `sys.path`, which scripts may have added to.
fn search_path(vm: &Vm) -> Vec<PathBuf> {
    let path = vm.module("sys").and_then(|sys| sys.dict().get_str("path"));
    folders(vm, path.as_ref())
}

/// `__path__` of the package that a module is in.
fn package_path(vm: &Vm, parent: &str) -> Vec<PathBuf> {
    let path = vm
        .module(parent)
        .and_then(|module| module.dict().get_str("__path__"));
    folders(vm, path.as_ref())
}

fn folders(vm: &Vm, path: Option<&Value>) -> Vec<PathBuf> {
    let items: Vec<Value> = match path {
        Some(Value::List(items)) => items.borrow().clone(),
        Some(Value::Tuple(items)) => items.to_vec(),
        _ => Vec::new(),
    };
    let here = vm.config().current_dir.clone().unwrap_or_default();
    items
        .iter()
        .filter_map(Value::as_str)
        .map(|folder: Rc<str>| here.join(&*folder))
        .collect()
}

/// As [`look`], but a folder that only happens to have the name, without Python in it, is no package.
fn own_package(folders: &[PathBuf], name: &str) -> Found {
    match look(folders, name) {
        Found::Namespace { path } if !has_modules(Path::new(&path)) => Found::Absent,
        found => found,
    }
}

fn has_modules(folder: &Path) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .into_iter()
        .any(|entry| entry.path().extension().is_some_and(|end| end == "py"))
}

fn look(folders: &[PathBuf], name: &str) -> Found {
    let mut namespace = None;
    for folder in folders {
        let package = folder.join(name);
        if let Some(found) = source(&package.join("__init__.py"), true) {
            return found;
        }
        if let Some(found) = source(&folder.join(format!("{name}.py")), false) {
            return found;
        }
        if let Some(found) = compiled(folder, name) {
            return found;
        }
        if namespace.is_none() && package.is_dir() {
            namespace = Some(package.display().to_string());
        }
    }
    match namespace {
        Some(path) => Found::Namespace { path },
        None => Found::Absent,
    }
}

/// A module that was compiled, or is written for a compiler: it is there, and cannot be read.
fn compiled(folder: &Path, name: &str) -> Option<Found> {
    let path = ["pyx", "so", "pyd"]
        .map(|ending| folder.join(format!("{name}.{ending}")))
        .into_iter()
        .find(|path| path.is_file())?;
    Some(Found::Source {
        path: path.display().to_string(),
        text: "import _limbec\n_limbec.unsupported(f'the compiled module {__name__}')\n".to_owned(),
        is_package: false,
    })
}

fn source(path: &Path, is_package: bool) -> Option<Found> {
    if !path.is_file() {
        return None;
    }
    let text = std::fs::read_to_string(path).ok()?;
    Some(Found::Source {
        path: path.display().to_string(),
        text,
        is_package,
    })
}
