//! `compare_metadata`, `produce_migrations` and `render_python_code`: what programs ask autogenerate for themselves.

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm, native_fn};

use super::super::migration_context::{self, MigrationContext};
use super::super::state::Alembic;
use super::comparators::Compared;
use super::directives::{self, Reader};
use super::generation::{self, WantedSchema};
use super::items::{ItemHooks, autogen_context};
use super::options;
use crate::autogen::render::{RenderSettings, Renderer};
use crate::autogen::{Body, Draft, GenerationRequest, reversed};
use crate::script::host::Host;

/// The function of that name.
pub(super) fn function(name: &str) -> Option<Value> {
    Some(match name {
        "compare_metadata" => native_fn("compare_metadata", "context, metadata", |vm, bound| {
            let script = produced(vm, bound.get("context"), bound.get("metadata"))?;
            let upgrade = vm.getattr(&script, "upgrade_ops")?;
            diff_function(vm, "as_diffs", upgrade)
        }),
        "produce_migrations" => {
            native_fn("produce_migrations", "context, metadata", |vm, bound| {
                produced(vm, bound.get("context"), bound.get("metadata"))
            })
        }
        "render_python_code" => native_fn(
            "render_python_code",
            "up_or_down_op, sqlalchemy_module_prefix='sa.', alembic_module_prefix='op.', \
             render_as_batch=False, imports=(), render_item=None, migration_context=None, \
             user_module_prefix=None",
            |vm, bound| {
                let prefix = |name: &str| {
                    let given = bound.get(name).as_str();
                    given.map(|text| text.to_string())
                };
                let as_batch = vm.truthy(bound.get("render_as_batch"))?;
                let given = bound.get("migration_context").clone();
                let is_plain = given.is_none();
                let object = if is_plain { plain_context(vm)? } else { given };
                let context = migration_context::of(vm, &object)?;
                let plain = limbec_sql::dialect("default").filter(|_| is_plain);
                let settings = RenderSettings {
                    dialect: plain.unwrap_or_else(|| context.session().dialect()),
                    sqlalchemy_prefix: prefix("sqlalchemy_module_prefix").unwrap_or_default(),
                    alembic_prefix: prefix("alembic_module_prefix").unwrap_or_default(),
                    user_prefix: prefix("user_module_prefix"),
                    as_batch,
                };
                let imports = bound.iterate(vm, "imports")?;
                let render_item = bound.get("render_item").clone();
                let container = bound.get("up_or_down_op").clone();
                rendered(
                    vm,
                    &context,
                    &object,
                    &container,
                    &settings,
                    imports,
                    render_item,
                )
            },
        ),
        _ => return None,
    })
}

/// A function of the file that makes the tuples of operations, called with an operation or a container.
///
/// # Errors
/// What the function raises.
pub(crate) fn diff_function(vm: &mut Vm, name: &str, argument: Value) -> PyResult {
    const MODULE: &str = "_limbec_diffs";
    let module = match vm.import(MODULE) {
        Ok(module) => module,
        Err(_) => Value::Module(vm.run_module(MODULE, "<diffs>", include_str!("diffs.py"))?),
    };
    let function = vm.getattr(&module, name)?;
    vm.call(&function, vec![argument], Vec::new())
}

/// The `MigrationScript` that leads from the database of a context to a metadata.
fn produced(vm: &mut Vm, object: &Value, metadata: &Value) -> PyResult {
    let context = migration_context::of(vm, object)?;
    let settings = options::compare_settings(vm, &context, &GenerationRequest::default())?;
    let WantedSchema {
        schemas, declared, ..
    } = generation::interpreted(vm, &context, metadata)?;
    let model = generation::model_of(vm, schemas)?;
    let declared = Rc::new(declared);
    let difference = generation::difference(vm, &context, object, &settings, &model, &declared)?;
    let Compared {
        directives,
        imports,
    } = super::comparators::run(
        vm,
        &context,
        object,
        &declared,
        difference.directives,
        &difference.schemas,
    )?;
    let back = reversed(&directives).map_err(|error| vm.raise("ValueError", error.to_string()))?;
    let body = |token: &str, directives| Body {
        token: token.to_owned(),
        directives,
    };
    let draft = Draft {
        imports,
        upgrades: vec![body("upgrades", directives)],
        downgrades: vec![body("downgrades", back)],
        ..Draft::default()
    };
    let script = directives::script_value(vm, &draft, &declared)?;
    if let Value::Instance(instance) = &script {
        instance.set("rev_id", Value::None);
    }
    Ok(script)
}

/// A context for hooks that have none: Alembic's is one of a database that nobody has, which ours cannot be.
fn plain_context(vm: &mut Vm) -> PyResult {
    let class = Value::Class(Alembic::of(vm).class("MigrationContext"));
    let configure = vm.getattr(&class, "configure")?;
    let name = (Rc::from("dialect_name"), Value::str("sqlite"));
    vm.call(&configure, Vec::new(), vec![name])
}

/// The text of a body.
fn rendered(
    vm: &mut Vm,
    context: &Rc<MigrationContext>,
    object: &Value,
    container: &Value,
    settings: &RenderSettings,
    imports: Vec<Value>,
    render_item: Value,
) -> PyResult {
    let reader = Reader {
        context: object.clone(),
        autogen_context: autogen_context(vm, context, object),
    };
    let directives = directives::read_ops(vm, container, &reader)?;
    let mut names = Vec::new();
    for line in imports {
        names.push(vm.str(&line)?.to_string());
    }
    let mut hooks = ItemHooks::with(vm, context, object, Rc::default(), render_item);
    let mut renderer = Renderer::new(settings, &mut hooks);
    renderer.imports.extend(names);
    match renderer.body(&directives) {
        Ok(text) => Ok(Value::str(&text)),
        Err(error) => Err(generation::render_error(vm, error)),
    }
}
