//! `sqlalchemy.orm` and the extensions that belong to it.
//!
//! The ORM is a library of descriptors, metaclasses and objects, and so it is written in Python:
//! our own, in `py/`, run by the interpreter on top of the native Core. The parts are run one
//! after the other in one namespace, when a script first names something of the ORM; they need no
//! imports of each other. What they ask of Core beyond its public face is in [`native`]; what Core
//! asks of them is the protocol of `select/entity.rs`.

mod native;

use std::rc::Rc;

use limbec_python::{Module, PyResult, Value, Vm};

/// The module whose namespace the parts share.
const MODULE: &str = "sqlalchemy.orm._limbec";

/// The parts, in the order in which they run.
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
    let module = namespace(vm)?;
    Ok(module.dict().get_str(name))
}

/// Call a function of the namespace.
pub(super) fn call(vm: &mut Vm, name: &str, args: Vec<Value>) -> PyResult {
    match get(vm, name)? {
        Some(function) => vm.call(&function, args, Vec::new()),
        None => Err(vm.unsupported(format!("{name} of sqlalchemy.orm"))),
    }
}

fn namespace(vm: &mut Vm) -> PyResult<Rc<Module>> {
    if let Some(found) = vm.module(MODULE) {
        return Ok(found);
    }
    let module = Module::new(MODULE);
    for (name, function) in native::functions() {
        module.set(name, function);
    }
    vm.add_module(&module);
    for (name, text) in PARTS {
        let path = format!(
            "{}sqlalchemy/orm/{name}.py>",
            limbec_python::stdlib::SOURCE_PREFIX
        );
        vm.run_in(&module, &path, *text)?;
    }
    Ok(module)
}
