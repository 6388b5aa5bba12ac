//! `sqlalchemy.orm` and the extensions that belong to it.
//!
//! The ORM is a library of descriptors, metaclasses and objects, and so it is written in Python:
//! our own, in `py/`, run by the interpreter on top of the native Core. The parts have one namespace
//! and need no imports of each other: a part is run when a name that it defines is first used, be it
//! by a script or by another part. What they ask of Core beyond its public face is in [`native`];
//! what is the same for every class of a large project is native, too ([`scan`], [`nameless`], [`instrument`]). What Core
//! asks of them is the protocol of `select/entity.rs`.

mod instrument;
mod nameless;
mod native;
mod scan;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use limbec_python::{Module, PyResult, Value, Vm};

/// The module whose namespace the parts share.
const MODULE: &str = "sqlalchemy.orm._limbec";

/// The parts.
const PARTS: &[(&str, &str)] = &[
    ("base", include_str!("py/base.py")),
    ("collections", include_str!("py/collections.py")),
    ("state", include_str!("py/state.py")),
    ("attributes", include_str!("py/attributes.py")),
    ("properties", include_str!("py/properties.py")),
    ("relationships", include_str!("py/relationships.py")),
    ("mapper", include_str!("py/mapper.py")),
    ("declarative", include_str!("py/declarative.py")),
    ("options", include_str!("py/options.py")),
    ("loading", include_str!("py/loading.py")),
    ("unitofwork", include_str!("py/unitofwork.py")),
    ("session", include_str!("py/session.py")),
    ("bulk", include_str!("py/bulk.py")),
    ("query", include_str!("py/query.py")),
    ("aliases", include_str!("py/aliases.py")),
    ("events", include_str!("py/events.py")),
    ("hybrid", include_str!("py/hybrid.py")),
    ("mutable", include_str!("py/mutable.py")),
    ("proxies", include_str!("py/proxies.py")),
    ("automap", include_str!("py/automap.py")),
    ("asynchronous", include_str!("py/asynchronous.py")),
];

/// The modules of the package whose names the parts define.
const MODULES: &[&str] = &[
    "sqlalchemy.orm",
    "sqlalchemy.ext.associationproxy",
    "sqlalchemy.ext.automap",
    "sqlalchemy.ext.declarative",
    "sqlalchemy.ext.hybrid",
    "sqlalchemy.ext.indexable",
    "sqlalchemy.ext.mutable",
    "sqlalchemy.ext.orderinglist",
];

/// What the parts define of `sqlalchemy.ext.asyncio`; the rest of it is native, and does without the ORM.
const ASYNCHRONOUS: &[&str] = &[
    "AsyncSession",
    "AsyncSessionTransaction",
    "async_object_session",
    "async_scoped_session",
    "async_session",
    "async_sessionmaker",
];

/// A name of the ORM, `None` where the parts do not define it.
///
/// # Errors
/// Whatever running the parts raises: a mistake of ours.
pub(super) fn find(vm: &mut Vm, module: &str, name: &str) -> PyResult<Option<Value>> {
    let ours = MODULES.iter().any(|known| {
        module
            .strip_prefix(known)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    });
    let ours = ours || module.starts_with("sqlalchemy.ext.asyncio") && ASYNCHRONOUS.contains(&name);
    if !ours || name.starts_with('_') {
        return Ok(None);
    }
    get(vm, name)
}

/// A name of the namespace.
pub(super) fn get(vm: &mut Vm, name: &str) -> PyResult<Option<Value>> {
    namespace(vm).get(vm, name)
}

/// Call a function of the namespace.
pub(super) fn call(vm: &mut Vm, name: &str, args: Vec<Value>) -> PyResult {
    match get(vm, name)? {
        Some(function) => vm.call(&function, args, Vec::new()),
        None => Err(vm.unsupported(format!("{name} of sqlalchemy.orm"))),
    }
}

fn namespace(vm: &mut Vm) -> Rc<Module> {
    if let Some(found) = vm.module(MODULE) {
        return found;
    }
    let places = places();
    let begun: RefCell<HashSet<usize>> = RefCell::default();
    let module = Module::lazy(MODULE, move |vm, name| match places.get(name) {
        Some(place) if begun.borrow_mut().insert(*place) => run(vm, *place, name),
        _ => Ok(None),
    });
    let functions = native::functions().into_iter();
    let functions = functions.chain(scan::functions());
    let functions = functions.chain(nameless::functions());
    for (name, function) in functions.chain(instrument::functions()) {
        module.set(name, function);
    }
    vm.add_module(&module);
    module
}

/// Run a part, for one of its names.
fn run(vm: &mut Vm, place: usize, name: &str) -> PyResult<Option<Value>> {
    let module = namespace(vm);
    let (part, text) = PARTS[place];
    let path = format!(
        "{}sqlalchemy/orm/{part}.py>",
        limbec_python::stdlib::SOURCE_PREFIX
    );
    // Each part says for itself in which modules its classes stand.
    let before = module.dict().get_str("__name__").unwrap_or_default();
    vm.run_in(&module, &path, text)?;
    module.set("__name__", before);
    Ok(module.dict().get_str(name))
}

/// The names that the parts define, each with the place of its part.
fn places() -> HashMap<&'static str, usize> {
    let mut places = HashMap::new();
    for (place, (_, text)) in PARTS.iter().enumerate() {
        for line in text.lines() {
            for name in defined(line) {
                places.entry(name).or_insert(place);
            }
        }
    }
    places
}

/// The names that a line defines at the outermost level.
fn defined(line: &'static str) -> Vec<&'static str> {
    let word = |text: &'static str| {
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
        &text[..end.unwrap_or(text.len())]
    };
    let imported = |item: &'static str| match item.split_once(" as ") {
        Some((_, name)) => name.trim(),
        None => word(item.trim()),
    };
    for keyword in ["def ", "class ", "async def "] {
        if let Some(rest) = line.strip_prefix(keyword) {
            return vec![word(rest)];
        }
    }
    if let Some(modules) = line.strip_prefix("import ") {
        return modules.split(',').map(imported).collect();
    }
    if line.starts_with("from ")
        && let Some((_, names)) = line.split_once(" import ")
    {
        return names.split(',').map(imported).collect();
    }
    let name = word(line);
    let is_assigned = !name.is_empty() && line[name.len()..].starts_with(" = ");
    if is_assigned && name != "__name__" {
        vec![name]
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_the_parts_that_define_them() {
        assert_eq!(defined("class Session(Base):"), ["Session"]);
        assert_eq!(defined("async def f():"), ["f"]);
        assert_eq!(defined("from a.b import C, D as E"), ["C", "E"]);
        assert_eq!(defined("import sqlalchemy as sa"), ["sa"]);
        assert_eq!(defined("_LISTENERS = []"), ["_LISTENERS"]);
        assert!(defined("    inner = 1").is_empty());
        assert!(defined("Class.name = 1").is_empty());
        let places = places();
        assert_eq!(PARTS[places["Mapper"]].0, "mapper");
        assert_eq!(PARTS[places["_LISTENERS"]].0, "events");
    }
}
