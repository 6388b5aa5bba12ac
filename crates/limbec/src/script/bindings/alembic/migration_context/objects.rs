//! The Python objects of a context: `MigrationContext` and `context.impl`.

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, PyResult, Value, Vm};

use super::super::bridge;
use super::super::run;
use super::super::state::Alembic;
use super::MigrationContext;
use super::options::ContextRequest;
use crate::script::host::Host;

/// An `alembic.util.exc.CommandError`.
pub fn command_error(vm: &mut Vm, message: &str) -> limbec_python::PyError {
    let class = Alembic::of(vm).class("CommandError");
    vm.raise_class(&class, vec![Value::str(message)])
}

/// The context behind a value.
///
/// # Errors
/// `TypeError` where it is something else.
pub fn of(vm: &mut Vm, value: &Value) -> PyResult<Rc<MigrationContext>> {
    match value.payload::<MigrationContext>() {
        Some(context) => Ok(context),
        None => {
            let found = vm.type_name(value);
            Err(vm.raise(
                "TypeError",
                format!("expected a MigrationContext, not {found}"),
            ))
        }
    }
}

/// The Python object of a context.
pub fn object(vm: &Vm, context: Rc<MigrationContext>) -> Value {
    let instance = Alembic::of(vm).class("MigrationContext").allocate();
    instance.set_payload(context);
    Value::Instance(instance)
}

/// `context.impl`: the little of it that scripts use.
pub fn implementation(vm: &Vm, value: &Value) -> Value {
    let Some(context) = value.payload::<MigrationContext>() else {
        return Value::None;
    };
    context
        .implementation
        .get_or_init(|| {
            let instance = Alembic::of(vm).class("DefaultImpl").allocate();
            instance.set_payload(context.clone());
            Value::Instance(instance)
        })
        .clone()
}

/// The class of `context.impl`.
pub fn implementation_class() -> Rc<Class> {
    ClassBuilder::new("alembic.ddl.impl", "DefaultImpl")
        .property("dialect", |vm, this| {
            let context = of(vm, &this)?;
            Ok(bridge::dialect_object(&context))
        })
        .property("bind", |vm, this| Ok(of(vm, &this)?.bind()))
        .property("connection", |vm, this| Ok(of(vm, &this)?.bind()))
        .property("as_sql", |vm, this| Ok(Value::Bool(of(vm, &this)?.as_sql)))
        .property("transactional_ddl", |vm, this| {
            Ok(Value::Bool(of(vm, &this)?.transactional_ddl))
        })
        .property("output_buffer", |vm, this| {
            Ok(of(vm, &this)?.output_buffer.clone())
        })
        .property("context_opts", |vm, this| {
            Ok(Value::Dict(of(vm, &this)?.opts.clone()))
        })
        .property("__dialect__", |vm, this| {
            Ok(Value::str(of(vm, &this)?.session.dialect().name()))
        })
        .method("static_output", "text", |vm, this, bound| {
            let text = bound.str("text")?;
            of(vm, &this)?.static_output(vm, &text)?;
            Ok(Value::None)
        })
        .method("emit_begin", "", |vm, this, _| {
            of(vm, &this)?.static_output(vm, "BEGIN;")?;
            Ok(Value::None)
        })
        .method("emit_commit", "", |vm, this, _| {
            of(vm, &this)?.static_output(vm, "COMMIT;")?;
            Ok(Value::None)
        })
        .method(
            "execute",
            "sql, execution_options=None",
            |vm, this, bound| {
                of(vm, &this)?.execute(vm, bound.get("sql"))?;
                Ok(Value::None)
            },
        )
        .method(
            "_exec",
            "construct, execution_options=None, multiparams=None, params=None",
            |vm, this, bound| {
                of(vm, &this)?.execute(vm, bound.get("construct"))?;
                Ok(Value::None)
            },
        )
        .build()
}

/// The class.
pub fn class() -> Rc<Class> {
    let builder = ClassBuilder::new("alembic.runtime.migration", "MigrationContext")
        .class_method(
            "configure",
            "connection=None, url=None, dialect_name=None, dialect=None, \
             environment_context=None, dialect_opts=None, opts=None",
            |vm, _, bound| {
                let opts = match bound.get("opts") {
                    Value::Dict(opts) => opts.clone(),
                    _ => Rc::default(),
                };
                let request = ContextRequest {
                    connection: bound.get("connection").clone(),
                    url: bound.get("url").clone(),
                    dialect_name: bound.get("dialect_name").clone(),
                    dialect: bound.get("dialect").clone(),
                    dialect_opts: bound.get("dialect_opts").clone(),
                    opts,
                    environment: None,
                    reporter: None,
                };
                let context = MigrationContext::configure(vm, request)?;
                Ok(object(vm, context))
            },
        )
        .method(
            "begin_transaction",
            "_per_migration=False",
            |vm, this, bound| {
                let per_migration = bound.bool("_per_migration")?;
                let context = of(vm, &this)?;
                Ok(context.begin_transaction(vm, per_migration))
            },
        )
        .method("autocommit_block", "", |vm, this, _| {
            let context = of(vm, &this)?;
            Ok(context.autocommit_block(vm))
        })
        .method(
            "execute",
            "sql, execution_options=None",
            |vm, this, bound| {
                of(vm, &this)?.execute(vm, bound.get("sql"))?;
                Ok(Value::None)
            },
        )
        .method("run_migrations", "**kw", |vm, this, bound| {
            let context = of(vm, &this)?;
            run::run_migrations(vm, &context, &this, bound.kwargs())?;
            Ok(Value::None)
        })
        .method("get_current_revision", "", |vm, this, _| {
            let context = of(vm, &this)?;
            run::current_revision(vm, &context)
        })
        .method("get_current_heads", "", |vm, this, _| {
            let context = of(vm, &this)?;
            let heads = run::current_heads(vm, &context)?;
            let heads: Vec<Value> = heads.iter().map(|head| Value::str(&**head)).collect();
            Ok(Value::tuple(heads))
        })
        .method("stamp", "script_directory, revision", |vm, _, _| {
            Err(vm.unsupported("MigrationContext.stamp() inside a script"))
        });
    properties(builder).build()
}

fn properties(builder: ClassBuilder) -> ClassBuilder {
    builder
        .property("connection", |vm, this| Ok(of(vm, &this)?.bind()))
        .property("bind", |vm, this| Ok(of(vm, &this)?.bind()))
        .property("impl", |vm, this| Ok(implementation(vm, &this)))
        .property("dialect", |vm, this| {
            let context = of(vm, &this)?;
            Ok(bridge::dialect_object(&context))
        })
        .property("opts", |vm, this| {
            Ok(Value::Dict(of(vm, &this)?.opts.clone()))
        })
        .property("as_sql", |vm, this| Ok(Value::Bool(of(vm, &this)?.as_sql)))
        .property("version_table", |vm, this| {
            Ok(Value::str(&of(vm, &this)?.version.name))
        })
        .property("version_table_schema", |vm, this| {
            Ok(Value::opt_str(of(vm, &this)?.version.schema.as_deref()))
        })
        .property("output_buffer", |vm, this| {
            Ok(of(vm, &this)?.output_buffer.clone())
        })
        .property("transactional_ddl", |vm, this| {
            Ok(of(vm, &this)?
                .opts
                .get_str("transactional_ddl")
                .unwrap_or_default())
        })
        .property("script", |vm, this| {
            Ok(of(vm, &this)?.opts.get_str("script").unwrap_or_default())
        })
        .property("environment_context", |vm, this| {
            match of(vm, &this)?.environment.clone() {
                Some(environment) => Ok(environment.object()),
                None => Ok(Value::None),
            }
        })
        .property("config", |vm, this| {
            match of(vm, &this)?.environment.clone() {
                Some(environment) => Ok(environment.config_object()),
                None => Ok(Value::None),
            }
        })
}
