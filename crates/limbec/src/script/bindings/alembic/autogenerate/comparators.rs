//! Comparators of the project's own or of its packages: functions that `comparators.dispatch_for("schema")` has registered.

use std::collections::HashSet;
use std::rc::Rc;

use limbec_python::{PyError, PyResult, PySet, Value, Vm, native_fn};

use super::super::migration_context::MigrationContext;
use super::super::state::Alembic;
use super::declared::Declared;
use super::directives::{self, Reader};
use super::items::autogen_context;
use crate::autogen::{Custom, Directive};

/// What comparators have made of the differences.
pub(super) struct Compared {
    /// All differences.
    pub directives: Vec<Directive>,
    /// The imports that the renderers of new operations ask for.
    pub imports: Vec<String>,
}

/// Let the comparators add to the differences.
///
/// # Errors
/// What a comparator raises; one for tables or columns.
pub(super) fn run(
    vm: &mut Vm,
    context: &Rc<MigrationContext>,
    object: &Value,
    declared: &Declared,
    found: Vec<Directive>,
    schemas: &[Option<String>],
) -> PyResult<Compared> {
    let comparators = Alembic::of(vm).comparators();
    if comparators.is_empty() {
        return Ok(Compared {
            directives: found,
            imports: Vec::new(),
        });
    }
    if let Some((target, _)) = comparators.iter().find(|(target, _)| target != "schema") {
        return Err(vm.unsupported(format!(
            "a comparator of its own for {target}s in autogenerate"
        )));
    }
    let autogen = autogen_context(vm, context, object);
    complete(vm, context, &autogen)?;
    let before = directives::operations_of(vm, &found, declared)?;
    let args = vec![Value::list(before.clone())];
    let class = Alembic::of(vm).class("UpgradeOps");
    let container = vm.instantiate(&class, args, Vec::new())?;
    let names = PySet::new();
    for schema in schemas {
        names.add(vm, Value::opt_str(schema.as_deref()))?;
    }
    let names = Value::Set(Rc::new(names));
    for (_, comparator) in comparators {
        let args = vec![autogen.clone(), container.clone(), names.clone()];
        vm.call(&comparator, args, Vec::new())?;
    }
    let reader = Reader {
        context: object.clone(),
        autogen_context: autogen.clone(),
    };
    let ops = vm.getattr(&container, "ops")?;
    let mut directives = Vec::new();
    let mut kept: HashSet<usize> = HashSet::new();
    for op in vm.iterate(&ops)? {
        let known = before.iter().position(|other| other.is(&op));
        match known {
            Some(at) => {
                kept.insert(at);
                directives.push(found[at].clone());
            }
            None => directives.push(Directive::Custom(custom(vm, &op, &reader)?)),
        }
    }
    let mut imports = Vec::new();
    let asked = vm.getattr(&autogen, "imports")?;
    for line in vm.iterate(&asked)? {
        imports.push(vm.str(&line)?.to_string());
    }
    Ok(Compared {
        directives,
        imports,
    })
}

/// An operation of the project's own, with its way back.
fn custom(vm: &mut Vm, op: &Value, reader: &Reader) -> PyResult<Custom> {
    let forth = directives::read_op(vm, op, reader)?;
    let reverse = vm.getattr(op, "reverse")?;
    let back = vm.call(&reverse, Vec::new(), Vec::new())?;
    let back = directives::read_op(vm, &back, reader)?;
    let diff = match vm.getattr_opt(op, "to_diff_tuple")? {
        Some(function) => match vm.call(&function, Vec::new(), Vec::new()) {
            Ok(tuple) => Some(vm.repr(&tuple)?.to_string()),
            // A class of its own need not have it.
            Err(PyError::Exception(_)) => None,
            Err(error) => return Err(error),
        },
        None => None,
    };
    Ok(Custom { forth, back, diff })
}

/// What comparators use of the `AutogenContext` beside what renderers do.
fn complete(vm: &mut Vm, context: &MigrationContext, autogen: &Value) -> PyResult<()> {
    let Value::Instance(instance) = autogen else {
        return Ok(());
    };
    let module = vm.import("sqlalchemy")?;
    let inspect = vm.getattr(&module, "inspect")?;
    let inspector = vm.call(&inspect, vec![context.bind()], Vec::new())?;
    instance.set("inspector", inspector);
    let given = |name: &str| context.opts().get_str(name).unwrap_or_default();
    let (include_name, include_object) = (given("include_name"), given("include_object"));
    instance.set(
        "run_name_filters",
        native_fn(
            "run_name_filters",
            "name, type_, parent_names",
            move |vm, bound| {
                filtered(
                    vm,
                    &include_name,
                    &["name", "type_", "parent_names"].map(|name| bound.get(name).clone()),
                )
            },
        ),
    );
    instance.set(
        "run_object_filters",
        native_fn(
            "run_object_filters",
            "object_, name, type_, reflected, compare_to",
            move |vm, bound| {
                let names = ["object_", "name", "type_", "reflected", "compare_to"];
                filtered(
                    vm,
                    &include_object,
                    &names.map(|name| bound.get(name).clone()),
                )
            },
        ),
    );
    Ok(())
}

fn filtered(vm: &mut Vm, function: &Value, args: &[Value]) -> PyResult {
    if function.is_none() {
        return Ok(Value::Bool(true));
    }
    let answer = vm.call(function, args.to_vec(), Vec::new())?;
    Ok(Value::Bool(vm.truthy(&answer)?))
}
