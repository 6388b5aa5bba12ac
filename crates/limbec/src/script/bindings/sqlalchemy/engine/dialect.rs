//! `connection.dialect`.

use std::rc::Rc;

use limbec_python::{ClassBuilder, PyResult, Value, Vm, native_fn};
use limbec_sql::Dialect;

use super::super::util::{attr, attr_str, make};
use super::super::{compiler, types};
use super::{dialects, inspector};
use crate::script::host::Host;

/// Where a dialect without a connection keeps what a script has set.
const DEFAULT_SCHEMA: &str = "_limbec_default_schema";

/// The drivers whose engines are made by `create_async_engine`.
const ASYNC_DRIVERS: [&str; 6] = [
    "aiosqlite",
    "asyncpg",
    "psycopg_async",
    "aiomysql",
    "asyncmy",
    "aioodbc",
];

/// The connection that a `Dialect` object was asked of.
struct DialectNode(Rc<dyn Host>);

/// The host behind a dialect, unless it is one that the script has made itself.
fn host_of(this: &Value) -> Option<Rc<dyn Host>> {
    this.payload::<DialectNode>().map(|node| node.0.clone())
}

/// A `Dialect` object.
pub fn dialect_of_host(host: &Rc<dyn Host>) -> Value {
    let (name, driver) = (host.dialect().name(), host.driver());
    let instance = dialects::class(name, &driver).allocate();
    instance.set("name", Value::str(name));
    instance.set("is_async", Value::Bool(ASYNC_DRIVERS.contains(&&*driver)));
    instance.set("driver", Value::str(driver));
    let version: Vec<Value> = host.server_version().into_iter().map(Value::Int).collect();
    let version = if version.is_empty() {
        Value::None
    } else {
        Value::tuple(version)
    };
    instance.set("server_version_info", version);
    instance.set_payload(Rc::new(DialectNode(host.clone())));
    Value::Instance(instance)
}

fn known(vm: &mut Vm, this: &Value) -> PyResult<Option<&'static dyn Dialect>> {
    Ok(limbec_sql::dialect(
        &attr_str(vm, this, "name")?.unwrap_or_default(),
    ))
}

/// What a dialect can do, by the name that SQLAlchemy gives it.
fn feature(vm: &mut Vm, this: &Value, name: &str) -> PyResult<Option<Value>> {
    let Some(dialect) = known(vm, this)? else {
        return Ok(None);
    };
    let features = dialect.features();
    Ok(Some(match name {
        "supports_sequences" => Value::Bool(features.sequences),
        "supports_native_enum" => Value::Bool(features.native_enum),
        "supports_native_boolean" => Value::Bool(features.native_boolean),
        "supports_comments" => Value::Bool(features.comments),
        "inline_comments" => Value::Bool(features.inline_comments),
        "supports_alter" => Value::Bool(features.alters_constraints),
        "supports_identity_columns" => Value::Bool(features.identity_columns),
        "supports_schemas" => Value::Bool(true),
        "max_identifier_length" => {
            Value::Int(i64::try_from(features.max_identifier_length).unwrap_or(i64::MAX))
        }
        "paramstyle" => Value::str(match dialect.name() {
            "sqlite" => "qmark",
            "postgresql" => "pyformat",
            _ => "format",
        }),
        "is_mariadb" => Value::Bool(dialect.name() == "mariadb"),
        "identifier_preparer" => preparer(dialect.name()),
        _ => return Ok(None),
    }))
}

/// `dialect.identifier_preparer`
fn preparer(name: &str) -> Value {
    let instance = make("IdentifierPreparer");
    instance.set("_limbec_dialect", Value::str(name));
    Value::Instance(instance)
}

/// The class `Dialect`.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .init("*args, **kwargs", |vm, _, bound| {
            match bound.kwarg("paramstyle") {
                None | Some(Value::None) => Ok(()),
                Some(_) => Err(vm.unsupported("paramstyle of a dialect")),
            }
        })
        .attr("is_async", Value::Bool(false))
        .attr("driver", Value::None)
        .attr("server_version_info", Value::None)
        .property_set(
            "default_schema_name",
            |vm, this| match host_of(&this) {
                Some(host) => Ok(Value::opt_str(host.default_schema())),
                None => attr(vm, &this, DEFAULT_SCHEMA),
            },
            |vm, this, value| {
                if let Some(host) = host_of(&this) {
                    let name = match &value {
                        Value::None => None,
                        name => Some(vm.str(name)?.to_string()),
                    };
                    host.set_default_schema(name);
                } else if let Value::Instance(this) = &this {
                    this.set(DEFAULT_SCHEMA, value);
                }
                Ok(())
            },
        )
        .method("type_descriptor", "typeobj", |vm, _, bound| {
            types::to_instance(vm, bound.at(0))
        })
        .method("get_dialect_cls", "url", |_, this, _| Ok(this))
        .method(
            "has_table",
            "connection, table_name, schema=None, **kw",
            |vm, _, bound| {
                let inspector = inspector::of(vm, bound.get("connection"))?;
                let args = vec![bound.get("table_name").clone(), bound.get("schema").clone()];
                vm.call_method(&inspector, "has_table", args)
            },
        )
        .getattr(|vm, this, name| {
            if let Some(found) = feature(vm, this, name)? {
                return Ok(Some(found));
            }
            if !name.starts_with("get_") && !name.starts_with("has_") {
                return Ok(None);
            }
            // `dialect.get_columns(connection, table)` is what the inspector asks as well.
            let method = name.to_owned();
            Ok(Some(native_fn(
                name,
                "connection, *args, **kw",
                move |vm, bound| {
                    let inspector = inspector::of(vm, bound.get("connection"))?;
                    let function = vm.getattr(&inspector, &method)?;
                    vm.call(&function, bound.varargs().to_vec(), bound.kwargs().to_vec())
                },
            )))
        })
}

/// The class `IdentifierPreparer`.
pub(super) fn preparer_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("quote", "ident, force=None", |vm, this, bound| {
            let ident = bound.str("ident")?;
            Ok(Value::str(dialect_of(vm, &this)?.quote(&ident)))
        })
        .method("quote_identifier", "value", |vm, this, bound| {
            let ident = bound.str("value")?;
            Ok(Value::str(
                dialect_of(vm, &this)?.quote_as(&ident, Some(true)),
            ))
        })
        .method("quote_schema", "schema, force=None", |vm, this, bound| {
            let ident = bound.str("schema")?;
            Ok(Value::str(dialect_of(vm, &this)?.quote(&ident)))
        })
        .method(
            "format_table",
            "table, use_schema=True, name=None",
            |vm, this, bound| {
                let dialect = dialect_of(vm, &this)?;
                let name = attr_str(vm, bound.at(0), "name")?.unwrap_or_default();
                let schema = attr_str(vm, bound.at(0), "schema")?;
                Ok(Value::str(dialect.qualified(schema.as_deref(), &name)))
            },
        )
        .method("format_column", "column, **kw", |vm, this, bound| {
            let dialect = dialect_of(vm, &this)?;
            let name = attr_str(vm, bound.at(0), "name")?.unwrap_or_default();
            Ok(Value::str(dialect.quote(&name)))
        })
}

fn dialect_of(vm: &mut Vm, this: &Value) -> PyResult<&'static dyn Dialect> {
    let name = attr_str(vm, this, "_limbec_dialect")?.unwrap_or_default();
    match limbec_sql::dialect(&name) {
        Some(dialect) => Ok(dialect),
        None => Err(vm.unsupported(format!("the dialect '{name}'"))),
    }
}

/// The class of what `@compiles` functions get for a compiler.
pub(super) fn compiler_class(builder: ClassBuilder) -> ClassBuilder {
    builder.getattr(compiler::attribute)
}
