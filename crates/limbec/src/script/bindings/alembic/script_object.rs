//! `ScriptDirectory` and `Script` as scripts see them: reading only.

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, PyResult, Value, Vm};

use super::migration_context::command_error;
use super::state::Alembic;
use crate::script::ScriptDirectory;

/// The object of a script directory.
pub fn directory(vm: &mut Vm, scripts: Rc<ScriptDirectory>) -> Value {
    let instance = Alembic::of(vm).class("ScriptDirectory").allocate();
    instance.set(
        "dir",
        Value::str(scripts.settings().dir.display().to_string()),
    );
    instance.set_payload(scripts);
    Value::Instance(instance)
}

/// The object of a revision, `None` where there is none of that identifier.
pub fn script(vm: &mut Vm, scripts: &Rc<ScriptDirectory>, id: &str) -> Value {
    let Ok(Some(view)) = scripts.script_by_id(id) else {
        return Value::None;
    };
    let instance = Alembic::of(vm).class("Script").allocate();
    let names = |names: &mut dyn Iterator<Item = &str>| -> Value {
        Value::tuple(names.map(Value::str).collect::<Vec<_>>())
    };
    let down: Vec<&str> = view
        .revision
        .down_revisions()
        .iter()
        .map(|id| &**id)
        .collect();
    instance.set("revision", Value::str(&**view.revision.id()));
    instance.set(
        "down_revision",
        match down.as_slice() {
            [] => Value::None,
            [only] => Value::str(only),
            several => names(&mut several.iter().copied()),
        },
    );
    let depends: Vec<&str> = view
        .revision
        .dependencies()
        .iter()
        .map(|id| &**id)
        .collect();
    instance.set(
        "dependencies",
        match depends.as_slice() {
            [] => Value::None,
            several => names(&mut several.iter().copied()),
        },
    );
    let labels: Vec<&str> = view.revision.branch_labels().map(|id| &**id).collect();
    let labels: Vec<Value> = labels.into_iter().map(Value::str).collect();
    instance.set("branch_labels", Value::tuple(labels));
    instance.set("doc", Value::str(view.script.doc()));
    instance.set("longdoc", Value::str(view.script.longdoc()));
    instance.set("path", Value::str(view.script.path.display().to_string()));
    instance.set("is_head", Value::Bool(view.revision.is_head()));
    instance.set("is_base", Value::Bool(view.revision.is_base()));
    Value::Instance(instance)
}

fn of(vm: &mut Vm, value: &Value) -> PyResult<Rc<ScriptDirectory>> {
    match value.payload::<ScriptDirectory>() {
        Some(scripts) => Ok(scripts),
        None => Err(vm.unsupported("a ScriptDirectory that a script makes itself")),
    }
}

/// The class of revisions.
pub fn script_class() -> Rc<Class> {
    ClassBuilder::new("alembic.script.base", "Script").build()
}

/// The class of script directories.
pub fn directory_class() -> Rc<Class> {
    ClassBuilder::new("alembic.script.base", "ScriptDirectory")
        .method("get_revision", "id_", |vm, this, bound| {
            let scripts = of(vm, &this)?;
            let id = bound.str("id_")?;
            let found = scripts
                .revision_map()
                .map_err(|error| error.to_string())
                .and_then(|map| {
                    map.get_revision(&id)
                        .map(|found| found.revision().map(|revision| revision.id().clone()))
                        .map_err(|error| error.to_string())
                });
            match found {
                Ok(Some(id)) => Ok(script(vm, &scripts, &id)),
                Ok(None) => Ok(Value::None),
                Err(message) => Err(command_error(vm, &message)),
            }
        })
        .class_method("from_config", "config", |vm, _, _| {
            // There is one directory in a run, whatever object its configuration is read from.
            match Alembic::of(vm).current_environment() {
                Some(environment) => Ok(environment.script_object()),
                None => Err(vm.unsupported("ScriptDirectory.from_config() outside of env.py")),
            }
        })
        .method(
            "walk_revisions",
            "base='base', head='heads'",
            |vm, this, bound| {
                let scripts = of(vm, &this)?;
                let (base, head) = (bound.str("base")?, bound.str("head")?);
                let found = scripts.revision_map().map_err(|error| error.to_string());
                let found = found.and_then(|map| {
                    map.walk(&*base, &*head)
                        .map(|all| all.iter().map(|one| one.id().clone()).collect::<Vec<_>>())
                        .map_err(|error| error.to_string())
                });
                match found {
                    Ok(ids) => Ok(Value::list(
                        ids.iter().map(|id| script(vm, &scripts, id)).collect(),
                    )),
                    Err(message) => Err(command_error(vm, &message)),
                }
            },
        )
        .method("get_base", "", |vm, this, _| {
            let scripts = of(vm, &this)?;
            let bases = match scripts.revision_map() {
                Ok(map) => map.bases().iter().map(|id| Value::str(&**id)).collect(),
                Err(error) => return Err(command_error(vm, &error.to_string())),
            };
            let bases: Vec<Value> = bases;
            match bases.as_slice() {
                [] => Ok(Value::None),
                [only] => Ok(only.clone()),
                _ => Err(command_error(
                    vm,
                    "The script directory has multiple bases. Please use get_bases()",
                )),
            }
        })
        .method("get_heads", "", |vm, this, _| {
            let heads = heads(vm, &this)?;
            Ok(Value::list(heads))
        })
        .method("get_current_head", "", |vm, this, _| {
            let scripts = of(vm, &this)?;
            let found = scripts
                .revision_map()
                .map_err(|error| error.to_string())
                .and_then(|map| {
                    map.get_current_head(None)
                        .map_err(|error| error.to_string())
                });
            match found {
                Ok(head) => Ok(Value::opt_str(head.map(|id| id.to_string()))),
                Err(message) => Err(command_error(vm, &message)),
            }
        })
        .method("get_bases", "", |vm, this, _| {
            let scripts = of(vm, &this)?;
            let bases = match scripts.revision_map() {
                Ok(map) => map.bases().iter().map(|id| Value::str(&**id)).collect(),
                Err(error) => return Err(command_error(vm, &error.to_string())),
            };
            Ok(Value::list(bases))
        })
        .property("env_py_location", |vm, this| {
            Ok(Value::str(of(vm, &this)?.env_py().display().to_string()))
        })
        .build()
}

fn heads(vm: &mut Vm, this: &Value) -> PyResult<Vec<Value>> {
    let scripts = of(vm, this)?;
    match scripts.revision_map() {
        Ok(map) => Ok(map.heads().iter().map(|id| Value::str(&**id)).collect()),
        Err(error) => Err(command_error(vm, &error.to_string())),
    }
}
