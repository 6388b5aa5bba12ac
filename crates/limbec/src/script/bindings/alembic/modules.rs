//! The modules of the package: which names each has.

use std::rc::Rc;

use limbec_python::{Module, ModuleBuilder, Value};

use super::op;
use super::state::Alembic;
use super::{autogenerate, context};
use crate::script::bindings::sqlalchemy;

/// The version of Alembic whose behaviour the bindings have.
const VERSION: &str = "1.20.1";

/// The modules with classes, and their classes.
const CLASSES: &[(&str, &[&str])] = &[
    (
        "alembic.operations",
        &[
            "AbstractOperations",
            "Operations",
            "BatchOperations",
            "MigrateOperation",
            "MigrationScript",
        ],
    ),
    (
        "alembic.operations.base",
        &["AbstractOperations", "Operations", "BatchOperations"],
    ),
    ("alembic.migration", &["MigrationContext"]),
    ("alembic.environment", &["EnvironmentContext"]),
    ("alembic.runtime", &[]),
    (
        "alembic.runtime.migration",
        &["MigrationContext", "MigrationInfo"],
    ),
    ("alembic.runtime.environment", &["EnvironmentContext"]),
    ("alembic.config", &["Config"]),
    ("alembic.script", &["Script", "ScriptDirectory"]),
    ("alembic.script.base", &["Script", "ScriptDirectory"]),
    ("alembic.ddl", &["DefaultImpl"]),
    ("alembic.ddl.impl", &["DefaultImpl"]),
    ("alembic.util", &["CommandError"]),
    ("alembic.util.exc", &["CommandError"]),
];

/// The submodules of the packages.
const PACKAGES: &[(&str, &[&str])] = &[
    (
        "alembic",
        &[
            "op",
            "context",
            "autogenerate",
            "operations",
            "runtime",
            "config",
            "script",
            "ddl",
            "util",
            "migration",
            "environment",
        ],
    ),
    ("alembic.operations", &["base", "ops", "toimpl"]),
    ("alembic.runtime", &["migration", "environment"]),
    ("alembic.script", &["base"]),
    ("alembic.ddl", &["impl"]),
    ("alembic.util", &["exc"]),
];

/// The module of a dotted name, `None` where Alembic has none of that name or Limbec none of its
/// names.
pub fn module(dotted: &str) -> Option<Rc<Module>> {
    match dotted {
        "alembic.op" => return Some(op::module()),
        "alembic.context" => return Some(context::module()),
        "alembic.operations.ops" => return Some(ops_module()),
        "alembic.operations.toimpl" => return Some(toimpl_module()),
        _ if dotted.starts_with("alembic.autogenerate") => return autogenerate::module(dotted),
        _ => {}
    }
    let classes = CLASSES
        .iter()
        .find(|(name, _)| *name == dotted)
        .map(|(_, classes)| *classes);
    let submodules = PACKAGES
        .iter()
        .find(|(name, _)| *name == dotted)
        .map(|(_, names)| *names);
    if classes.is_none() && submodules.is_none() {
        return None;
    }
    let own = dotted.to_owned();
    let mut builder = ModuleBuilder::new(dotted);
    if dotted == "alembic" {
        builder = builder.value("__version__", Value::str(VERSION));
    }
    if submodules.is_some() {
        builder = builder.value("__path__", Value::list(Vec::new()));
    }
    Some(
        builder
            .lazy(move |vm, name| {
                if classes.is_some_and(|classes| classes.contains(&name)) {
                    return Ok(Some(Value::Class(Alembic::of(vm).class(name))));
                }
                if submodules.is_some_and(|names| names.contains(&name)) {
                    return vm.import(&format!("{own}.{name}")).map(Some);
                }
                Ok(sqlalchemy::lacking(&own, name))
            })
            .build(),
    )
}

fn ops_module() -> Rc<Module> {
    ModuleBuilder::new("alembic.operations.ops")
        .lazy(|vm, name| {
            let known = op::class_names().find(|known| *known == name);
            Ok(match known {
                Some(name) => Some(Value::Class(Alembic::of(vm).class(name))),
                None => sqlalchemy::lacking("alembic.operations.ops", name),
            })
        })
        .build()
}

fn toimpl_module() -> Rc<Module> {
    ModuleBuilder::new("alembic.operations.toimpl")
        .lazy(|vm, name| Ok(op::toimpl(vm, name)))
        .build()
}
