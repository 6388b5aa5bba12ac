//! The modules of the package: which names each has, and where they come from.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use limbec_python::{Module, ModuleBuilder, PyResult, Value, Vm};

use super::names::{self, Listed};
use super::{constants, engine, missing, orm, ranges, registry};

/// Packages whose submodules exist though they have no names of their own.
const PACKAGES: &[&str] = &[
    "sqlalchemy",
    "sqlalchemy.ext",
    "sqlalchemy.dialects",
    "sqlalchemy.engine",
    "sqlalchemy.sql",
    "sqlalchemy.orm",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.dialects.mysql",
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.dialects.oracle",
    "sqlalchemy.dialects.mssql",
    "sqlalchemy.ext.asyncio",
];

thread_local! {
    static MODULES: RefCell<HashMap<String, Rc<Module>>> = RefCell::default();
}

/// The module of a dotted name, `None` where SQLAlchemy has none of that name.
pub fn module(dotted: &str) -> Option<Rc<Module>> {
    if let Some(found) = MODULES.with(|made| made.borrow().get(dotted).cloned()) {
        return Some(found);
    }
    if !exists(dotted) {
        return None;
    }
    let own = dotted.to_owned();
    let mut builder = ModuleBuilder::new(dotted).lazy(move |vm, name| {
        if name.starts_with("Object")
            && lists(&own, name)
            && let Some(found) = super::engine::flags(vm, name)?
        {
            return Ok(Some(found));
        }
        find(vm, &own, name)
    });
    if dotted == "sqlalchemy" {
        builder = builder.value("__version__", Value::str(crate::SQLALCHEMY_VERSION));
    }
    if let Some(names) = names::of_module(dotted) {
        // What `from module import *` takes.
        builder = builder.value(
            "__all__",
            Value::list(names.all().map(Value::str).collect()),
        );
    }
    if PACKAGES.contains(&dotted) {
        builder = builder.value("__path__", Value::list(Vec::new()));
    }
    let module = builder.build();
    MODULES.with(|made| made.borrow_mut().insert(dotted.to_owned(), module.clone()));
    Some(module)
}

/// A module of SQLAlchemy, its names that there are here, and those that there are not.
pub type Coverage = (&'static str, Vec<&'static str>, Vec<&'static str>);

/// Which of the names of SQLAlchemy's public modules there are, module by module.
///
/// # Errors
/// Whatever running the parts of the ORM raises: a mistake of ours.
pub fn coverage(vm: &mut Vm) -> PyResult<Vec<Coverage>> {
    let mut modules = Vec::new();
    for (module, names) in names::modules().filter(|(_, names)| names.public) {
        let (mut has, mut lacks) = (Vec::new(), Vec::new());
        for name in names.all() {
            let found =
                orm::find(vm, module, name)?.is_some() || item(prefix(module), name).is_some();
            match found {
                true => has.push(name),
                false => lacks.push(name),
            }
        }
        modules.push((module, has, lacks));
    }
    Ok(modules)
}

/// Forget the modules.
pub(super) fn reset() {
    MODULES.with(|made| made.borrow_mut().clear());
}

fn exists(dotted: &str) -> bool {
    PACKAGES.contains(&dotted)
        || dotted.starts_with("sqlalchemy") && names::of_module(dotted).is_some()
}

/// A name of a module: a submodule, or what the name stands for.
fn find(vm: &mut Vm, module_name: &str, name: &str) -> PyResult<Option<Value>> {
    let listed = listed(module_name, name);
    if listed == Some(Listed::Own) {
        let found = engine::own_name(module_name, name);
        return Ok(found.or_else(|| lacking(module_name, name)));
    }
    if let Some(found) = orm::find(vm, module_name, name)? {
        return Ok(Some(found));
    }
    if listed.is_none() {
        let submodule = format!("{module_name}.{name}");
        return Ok(module(&submodule).map(Value::Module));
    }
    if name == "Range" && module_name.starts_with("sqlalchemy.dialects.postgresql") {
        return ranges::class(vm, name).map(Some);
    }
    let found = item(prefix(module_name), name);
    Ok(found.or_else(|| lacking(module_name, name)))
}

/// What stands for a name of a module of SQLAlchemy or Alembic that the bindings do not have; `None` where the module has no
/// such name.
pub(crate) fn lacking(module_name: &str, name: &str) -> Option<Value> {
    listed(module_name, name)?;
    Some(missing::placeholder(&format!("{module_name}.{name}")))
}

/// Whether SQLAlchemy's module has the name.
fn lists(module_name: &str, name: &str) -> bool {
    listed(module_name, name).is_some()
}

fn listed(module_name: &str, name: &str) -> Option<Listed> {
    names::of_module(module_name)?.get(name)
}

/// What stands before a key for the names of a module.
fn prefix(module: &str) -> &'static str {
    const PREFIXES: &[(&str, &str)] = &[
        ("sqlalchemy.dialects.postgresql", "postgresql"),
        ("sqlalchemy.dialects.mysql", "mysql"),
        ("sqlalchemy.dialects.sqlite", "sqlite"),
        ("sqlalchemy.dialects.oracle", "oracle"),
        ("sqlalchemy.dialects.mssql", "mssql"),
        ("sqlalchemy.sql.functions", "functions"),
        ("sqlalchemy.sql.operators", "operators"),
        ("sqlalchemy.orm", "orm"),
        ("sqlalchemy.util", "util"),
    ];
    PREFIXES
        .iter()
        .find(|(start, _)| module.starts_with(start))
        .map_or("", |(_, prefix)| prefix)
}

fn item(prefix: &str, name: &str) -> Option<Value> {
    if !prefix.is_empty()
        && let Some(found) = named(&format!("{prefix}.{name}"))
    {
        return Some(found);
    }
    named(name)
}

fn named(key: &str) -> Option<Value> {
    constants::find(key)
        .or_else(|| registry::find_function(key))
        .or_else(|| registry::find_class(key).map(Value::Class))
}
