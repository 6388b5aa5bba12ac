//! `alembic.context` and `EnvironmentContext`.

use std::rc::Rc;

use limbec_python::{
    Bound, Class, ClassBuilder, Module, ModuleBuilder, PyDict, PyResult, Value, Vm, raw_fn,
};

use super::bridge::compiler;
use super::environment::Environment;
use super::migration_context::{self, ContextRequest, MigrationContext};
use super::op::operations;
use super::run;
use super::state::Alembic;
use crate::runner::Destination;
use crate::script::bindings::sqlalchemy;
use crate::script::host::Host as _;

/// The parameters of `configure`.
const CONFIGURE: &str = "connection=None, url=None, dialect_name=None, dialect_opts=None, \
    transactional_ddl=None, transaction_per_migration=False, output_buffer=None, \
    starting_rev=None, tag=None, template_args=None, render_as_batch=False, target_metadata=None, \
    include_name=None, include_object=None, include_schemas=False, \
    process_revision_directives=None, compare_type=True, compare_server_default=False, \
    render_item=None, literal_binds=False, upgrade_token='upgrades', \
    downgrade_token='downgrades', alembic_module_prefix='op.', sqlalchemy_module_prefix='sa.', \
    user_module_prefix=None, on_version_apply=None, autogenerate_plugins=None, **kw";

/// The options that `configure` passes on as they are.
const PASSED: [&str; 14] = [
    "transaction_per_migration",
    "target_metadata",
    "include_name",
    "include_object",
    "include_schemas",
    "render_as_batch",
    "upgrade_token",
    "downgrade_token",
    "sqlalchemy_module_prefix",
    "alembic_module_prefix",
    "user_module_prefix",
    "literal_binds",
    "process_revision_directives",
    "compare_type",
];

/// The options that `configure` passes on where they say something.
const PASSED_UNLESS_NONE: [&str; 5] = [
    "transactional_ddl",
    "output_buffer",
    "autogenerate_plugins",
    "render_item",
    "compare_server_default",
];

/// The module `alembic.context`.
pub fn module() -> Rc<Module> {
    ModuleBuilder::new("alembic.context")
        .lazy(|vm, name| {
            if name.starts_with('_') {
                return Ok(None);
            }
            let state = Alembic::of(vm);
            if matches!(name, "config" | "script") {
                return Ok(state.current_environment().map(|environment| match name {
                    "config" => environment.config_object(),
                    _ => environment.script_object(),
                }));
            }
            if state.class("EnvironmentContext").lookup(name).is_some() {
                return Ok(Some(proxy(name)));
            }
            Ok(sqlalchemy::lacking("alembic.context", name))
        })
        .build()
}

fn proxy(name: &str) -> Value {
    let method: Rc<str> = Rc::from(name);
    raw_fn(name, move |vm, args| {
        let environment = Alembic::of(vm).environment(vm, &method)?;
        let function = vm.getattr(&environment.object(), &method)?;
        vm.call_args(&function, args)
    })
}

fn of(vm: &mut Vm, value: &Value) -> PyResult<Rc<Environment>> {
    match value.payload::<Environment>() {
        Some(environment) => Ok(environment),
        None => Err(vm.unsupported("an EnvironmentContext that a script makes itself")),
    }
}

fn context_of(vm: &mut Vm, value: &Value) -> PyResult<Rc<MigrationContext>> {
    let context = of(vm, value)?.context(vm)?;
    migration_context::of(vm, &context)
}

/// The class.
pub fn class() -> Rc<Class> {
    let builder = ClassBuilder::new("alembic.runtime.environment", "EnvironmentContext")
        .method("configure", CONFIGURE, |vm, this, bound| {
            let environment = of(vm, &this)?;
            configure(vm, &environment, &bound)?;
            Ok(Value::None)
        })
        .method("is_offline_mode", "", |vm, this, _| {
            Ok(Value::Bool(of(vm, &this)?.as_sql()))
        })
        .method("requires_connection", "", |vm, this, _| {
            Ok(Value::Bool(!of(vm, &this)?.as_sql()))
        })
        .method("is_transactional_ddl", "", |vm, this, _| {
            Ok(Value::Bool(context_of(vm, &this)?.transactional_ddl()))
        })
        .method("begin_transaction", "", |vm, this, _| {
            let context = context_of(vm, &this)?;
            Ok(context.begin_transaction(vm, false))
        })
        .method("run_migrations", "**kw", |vm, this, bound| {
            let environment = of(vm, &this)?;
            if !environment.is_configured() {
                return Err(vm.raise("AssertionError", ""));
            }
            let object = environment.context(vm)?;
            run_migrations(vm, &object, bound.kwargs())?;
            Ok(Value::None)
        })
        .method(
            "execute",
            "sql, execution_options=None",
            |vm, this, bound| {
                context_of(vm, &this)?.execute(vm, bound.get("sql"))?;
                Ok(Value::None)
            },
        )
        .method("static_output", "text", |vm, this, bound| {
            let text = bound.str("text")?;
            context_of(vm, &this)?.static_output(vm, &text)?;
            Ok(Value::None)
        })
        .method("get_context", "", |vm, this, _| of(vm, &this)?.context(vm))
        .method("get_bind", "", |vm, this, _| {
            Ok(context_of(vm, &this)?.bind())
        })
        .method("get_impl", "", |vm, this, _| {
            let object = of(vm, &this)?.context(vm)?;
            Ok(migration_context::implementation(vm, &object))
        });
    arguments(builder)
        .property("config", |vm, this| Ok(of(vm, &this)?.config_object()))
        .property("script", |vm, this| Ok(of(vm, &this)?.script_object()))
        .property("_migration_context", |vm, this| {
            let environment = of(vm, &this)?;
            Ok(if environment.is_configured() {
                environment.context(vm)?
            } else {
                Value::None
            })
        })
        .build()
}

/// The methods that tell what the command was asked for.
fn arguments(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method(
            "get_x_argument",
            "as_dictionary=False",
            |vm, this, bound| {
                let environment = of(vm, &this)?;
                Ok(x_argument(&environment, bound.bool("as_dictionary")?))
            },
        )
        .method("get_tag_argument", "", |vm, this, _| {
            Ok(of(vm, &this)?
                .context_opts()
                .get_str("tag")
                .unwrap_or_default())
        })
        .method("get_head_revision", "", |vm, this, _| {
            let environment = of(vm, &this)?;
            revision_number(vm, &environment, Some("head"))
        })
        .method("get_head_revisions", "", |vm, this, _| {
            let environment = of(vm, &this)?;
            revision_number(vm, &environment, Some("heads"))
        })
        .method("get_revision_argument", "", |vm, this, _| {
            let environment = of(vm, &this)?;
            match environment.destination() {
                None => Err(vm.raise("KeyError", "destination_rev")),
                Some(Destination::One(revision)) => {
                    revision_number(vm, &environment, Some(&revision))
                }
                // Alembic resolves no symbol in a tuple, and answers with the first.
                Some(Destination::Several(revisions)) => {
                    Ok(Value::opt_str(revisions.first().map(String::as_str)))
                }
            }
        })
        .method("get_starting_revision_argument", "", |vm, this, _| {
            let environment = of(vm, &this)?;
            let Some(start) = environment.context_opts().get_str("starting_rev") else {
                return Err(migration_context::command_error(
                    vm,
                    "No starting revision argument is available.",
                ));
            };
            let start = start.as_str();
            revision_number(vm, &environment, start.as_deref())
        })
}

fn configure(vm: &mut Vm, environment: &Rc<Environment>, bound: &Bound) -> PyResult<()> {
    let opts = environment.context_opts();
    for name in PASSED_UNLESS_NONE {
        if let Some(value) = bound.opt(name) {
            opts.set_str(name, value.clone());
        }
    }
    for name in ["starting_rev", "tag"] {
        if vm.truthy(bound.get(name))? {
            opts.set_str(name, bound.get(name).clone());
        }
    }
    if let (Some(Value::Dict(added)), Some(Value::Dict(present))) =
        (bound.opt("template_args"), opts.get_str("template_args"))
    {
        for (name, value) in added.str_items() {
            present.set_str(name, value);
        }
    }
    for name in PASSED {
        opts.set_str(name, bound.get(name).clone());
    }
    opts.set_str("on_version_apply", as_tuple(bound.get("on_version_apply")));
    opts.set_str("script", environment.script_object());
    for (name, value) in bound.kwargs() {
        opts.set_str(name.clone(), value.clone());
    }
    let request = ContextRequest {
        connection: bound.get("connection").clone(),
        url: bound.get("url").clone(),
        dialect_name: bound.get("dialect_name").clone(),
        dialect: Value::None,
        dialect_opts: bound.get("dialect_opts").clone(),
        // Each context keeps the options that it was made with.
        opts: opts.clone(),
        environment: Some(environment.clone()),
        reporter: None,
    };
    let context = MigrationContext::configure(vm, request)?;
    environment.set_context(vm, context);
    Ok(())
}

/// `context.run_migrations(**kw)`: the steps run while `op` stands for operations of this context.
fn run_migrations(vm: &mut Vm, object: &Value, kw: &[(Rc<str>, Value)]) -> PyResult<()> {
    let context = migration_context::of(vm, object)?;
    let operations = operations::make(vm, object)?;
    let state = Alembic::of(vm);
    state.install_operations(vm, operations);
    compiler::enter(context.session().dialect().name());
    let done = run::run_migrations(vm, &context, object, kw);
    compiler::leave();
    state.remove_operations(vm);
    done
}

fn as_tuple(value: &Value) -> Value {
    match value {
        Value::None => Value::tuple(Vec::new()),
        Value::Tuple(_) => value.clone(),
        Value::List(items) => Value::tuple(items.borrow().clone()),
        one => Value::tuple(vec![one.clone()]),
    }
}

fn x_argument(environment: &Environment, as_dictionary: bool) -> Value {
    let config = environment.config().borrow();
    let given = config
        .cmd_opts
        .as_ref()
        .and_then(|options| options.x.clone())
        .unwrap_or_default();
    if !as_dictionary {
        return Value::list(given.iter().map(Value::str).collect());
    }
    let dict = PyDict::new();
    for argument in &given {
        let (name, value) = argument.split_once('=').unwrap_or((argument, ""));
        dict.set_str(name, Value::str(value));
    }
    Value::Dict(Rc::new(dict))
}

/// `script.as_revision_number(symbol)`: a tuple for `heads`, else one identifier or `None`.
pub fn revision_number(
    vm: &mut Vm,
    environment: &Rc<Environment>,
    symbol: Option<&str>,
) -> PyResult {
    let numbers = match environment.scripts().revision_map() {
        Ok(map) => map
            .as_revision_numbers(symbol)
            .map_err(crate::runner::RunError::from),
        Err(error) => Err(crate::runner::RunError::command(error.to_string())),
    };
    let numbers = numbers.map_err(|error| environment.carry(vm, error))?;
    if symbol == Some("heads") {
        let heads: Vec<Value> = numbers.iter().map(|id| Value::str(&**id)).collect();
        return Ok(if heads.is_empty() {
            Value::None
        } else {
            Value::tuple(heads)
        });
    }
    Ok(Value::opt_str(numbers.first().map(|id| id.to_string())))
}
