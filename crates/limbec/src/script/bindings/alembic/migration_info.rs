//! `MigrationInfo`: what `on_version_apply` callbacks are told of a step.

use std::rc::Rc;

use limbec_graph::{RevId, Step};
use limbec_python::{Class, ClassBuilder, PyResult, Value, Vm};

use super::environment::Environment;
use super::script_object;
use super::state::Alembic;

/// The object for a step.
pub fn make(vm: &mut Vm, step: &Step, environment: &Rc<Environment>) -> Value {
    let instance = Alembic::of(vm).class("MigrationInfo").allocate();
    let (up, down) = (ids(step.up_revisions()), ids(step.down_revisions()));
    let (source, destination) = if step.is_upgrade() {
        (down.clone(), up.clone())
    } else {
        (up.clone(), down.clone())
    };
    let first = step.up_revisions().first().map(|id| id.to_string());
    instance.set("is_upgrade", Value::Bool(step.is_upgrade()));
    instance.set("is_stamp", Value::Bool(step.is_stamp()));
    instance.set("is_migration", Value::Bool(!step.is_stamp()));
    instance.set("up_revision_id", Value::opt_str(first));
    instance.set("up_revision_ids", up);
    instance.set("down_revision_ids", down);
    instance.set("source_revision_ids", source);
    instance.set("destination_revision_ids", destination);
    instance.set_payload(environment.clone());
    Value::Instance(instance)
}

fn ids(ids: &[RevId]) -> Value {
    Value::tuple(ids.iter().map(|id| Value::str(&**id)).collect::<Vec<_>>())
}

fn scripts(vm: &mut Vm, this: &Value, attribute: &str) -> PyResult<Vec<Value>> {
    let Some(environment) = this.payload::<Environment>() else {
        return Ok(Vec::new());
    };
    let ids = vm.getattr(this, attribute)?;
    let mut found = Vec::new();
    for id in vm.iterate(&ids)? {
        let id = id.as_str().unwrap_or_else(|| Rc::from(""));
        found.push(script_object::script(vm, environment.scripts(), &id));
    }
    Ok(found)
}

/// The class.
pub fn class() -> Rc<Class> {
    let mut builder = ClassBuilder::new("alembic.runtime.migration", "MigrationInfo").property(
        "up_revision",
        |vm, this| {
            let found = scripts(vm, &this, "up_revision_ids")?;
            Ok(found.into_iter().next().unwrap_or_default())
        },
    );
    for (property, attribute) in [
        ("up_revisions", "up_revision_ids"),
        ("down_revisions", "down_revision_ids"),
        ("source_revisions", "source_revision_ids"),
        ("destination_revisions", "destination_revision_ids"),
    ] {
        builder = builder.property(property, move |vm, this| {
            Ok(Value::tuple(scripts(vm, &this, attribute)?))
        });
    }
    builder.build()
}
