//! The options of `context.configure(...)` that autogenerate reads.

use limbec_python::{PyResult, Value, Vm};

use super::super::migration_context::{MigrationContext, command_error};
use super::generation::log_plugin;
use crate::autogen::render::RenderSettings;
use crate::autogen::{Asked, CompareSettings, GenerationRequest, Plugins};
use crate::script::host::Host;

fn option(context: &MigrationContext, name: &str) -> Value {
    context.opts().get_str(name).unwrap_or_default()
}

fn text(vm: &mut Vm, context: &MigrationContext, name: &str, default: &str) -> PyResult<String> {
    match context.opts().get_str(name) {
        None => Ok(default.to_owned()),
        Some(value) if !vm.truthy(&value)? => Ok(String::new()),
        Some(value) => Ok(vm.str(&value)?.to_string()),
    }
}

/// How operations are written.
///
/// # Errors
/// Options that are no text.
pub(super) fn render_settings(vm: &mut Vm, context: &MigrationContext) -> PyResult<RenderSettings> {
    let user_prefix = option(context, "user_module_prefix");
    let as_batch = option(context, "render_as_batch");
    Ok(RenderSettings {
        dialect: context.session().dialect(),
        sqlalchemy_prefix: text(vm, context, "sqlalchemy_module_prefix", "sa.")?,
        alembic_prefix: text(vm, context, "alembic_module_prefix", "op.")?,
        user_prefix: user_prefix.as_str().map(|prefix| prefix.to_string()),
        as_batch: vm.truthy(&as_batch)?,
    })
}

/// The names by which the template knows the bodies.
///
/// # Errors
/// Options that are no text.
pub(super) fn tokens(vm: &mut Vm, context: &MigrationContext) -> PyResult<(String, String)> {
    Ok((
        text(vm, context, "upgrade_token", "upgrades")?,
        text(vm, context, "downgrade_token", "downgrades")?,
    ))
}

/// What is compared.
///
/// # Errors
/// Plugins that do not exist.
pub(super) fn compare_settings(
    vm: &mut Vm,
    context: &MigrationContext,
    request: &GenerationRequest,
) -> PyResult<CompareSettings> {
    let include_schemas = option(context, "include_schemas");
    let version = context.version();
    let kinds = request.kinds;
    let given_defaults = option(context, "compare_server_default");
    Ok(CompareSettings {
        include_schemas: vm.truthy(&include_schemas)?,
        types: asked(vm, &option(context, "compare_type"), true)?,
        server_defaults: asked(vm, &given_defaults, kinds.defaults)?,
        plugins: plugins(vm, context)?,
        version_table: (version.schema.clone(), version.name.clone()),
        kinds,
        known_names: None,
        rename_requests: request.renames.clone(),
        renames: Vec::new(),
    })
}

/// `False`, something callable, or whatever else, which leaves it to the rules.
fn asked(vm: &mut Vm, value: &Value, default: bool) -> PyResult<Asked> {
    Ok(match value {
        Value::None if !default => Asked::No,
        Value::None => Asked::Rules,
        Value::Bool(false) => Asked::No,
        Value::Bool(true) => Asked::Rules,
        other if super::is_callable(vm, other)? => Asked::Hook,
        _ => Asked::Rules,
    })
}

/// The plugins that Alembic registers, in that order.
const PLUGINS: [&str; 7] = [
    "alembic.autogenerate.schemas",
    "alembic.autogenerate.tables",
    "alembic.autogenerate.types",
    "alembic.autogenerate.constraints",
    "alembic.autogenerate.defaults",
    "alembic.autogenerate.comments",
    "alembic.ext.checkconstraint_byname",
];

fn plugins(vm: &mut Vm, context: &MigrationContext) -> PyResult<Plugins> {
    let given = match option(context, "autogenerate_plugins") {
        Value::None => vec!["alembic.autogenerate.*".to_owned()],
        value => {
            let mut patterns = Vec::new();
            for pattern in vm.iterate(&value)? {
                patterns.push(vm.str(&pattern)?.to_string());
            }
            patterns
        }
    };
    let (exclude, include): (Vec<&str>, Vec<&str>) = given
        .iter()
        .map(String::as_str)
        .partition(|pattern| pattern.starts_with('~'));
    let on: Vec<&str> = PLUGINS
        .into_iter()
        .filter(|name| include.iter().any(|pattern| matches(pattern, name)))
        .filter(|name| !exclude.iter().any(|pattern| matches(&pattern[1..], name)))
        .collect();
    let unknown: Vec<&str> = include
        .iter()
        .filter(|pattern| !on.iter().any(|name| matches(pattern, name)))
        .copied()
        .collect();
    for name in &on {
        log_plugin(vm, name)?;
    }
    if !unknown.is_empty() {
        let text = format!("Did not locate plugins: {}", unknown.join(", "));
        return Err(command_error(vm, &text));
    }
    let has = |name: &str| on.iter().any(|on| on.ends_with(name));
    Ok(Plugins {
        tables: has(".schemas") && has(".tables"),
        types: has(".types"),
        constraints: has(".constraints"),
        defaults: has(".defaults"),
        comments: has(".comments"),
        checks_by_name: has(".checkconstraint_byname"),
    })
}

/// `a.*.c`: a star stands for one or more parts of a name.
fn matches(pattern: &str, name: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else {
        return pattern == name;
    };
    let Some(tail) = name.strip_prefix(head) else {
        return false;
    };
    (1..=tail.len())
        .filter(|at| tail.is_char_boundary(*at))
        .any(|at| matches(rest, &tail[at..]))
}
