//! `sa.inspect(connection)`: what the database says of its tables.

mod answers;
mod cache;
mod multi;

use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};
use limbec_sql::inspect::{Answer, InspectError, Inspector};

use super::super::util::{attr, error, make};
use super::super::{exc, registry, schema};
use super::host_of;
use crate::script::host::{self, Host, HostError};
use cache::InspectorNode;

pub(in super::super) use answers::{option, warn};
pub(in super::super) use multi::flags;

/// `sa.inspect(subject)`
pub(super) fn inspect(vm: &mut Vm, bound: Bound) -> PyResult {
    let subject = bound.get("subject");
    let kinds = ["Connection", "Engine", "Inspector"];
    if kinds.iter().any(|kind| registry::is_a(vm, subject, kind)) {
        return of(vm, subject);
    }
    if registry::is_a(vm, subject, "ClauseElement") {
        return Ok(subject.clone());
    }
    super::super::missing::check(vm, subject)?;
    let mapped = super::super::orm::call(vm, "_inspect", vec![subject.clone()])?;
    if !mapped.is_none() || !bound.bool("raiseerr")? {
        return Ok(mapped);
    }
    let class = Value::Class(vm.class_of(subject));
    let shown = vm.repr(&class)?;
    Err(error(
        vm,
        "NoInspectionAvailable",
        format!("No inspection system is available for object of type {shown}"),
    ))
}

/// An inspector of a connection or an engine.
pub(in super::super) fn of(vm: &mut Vm, bind: &Value) -> PyResult {
    if registry::is_a(vm, bind, "Inspector") {
        return Ok(bind.clone());
    }
    let host = host_of(vm, bind)?;
    // SQLAlchemy's dialect of PostgreSQL has an inspector of its own.
    let instance = make(match host.dialect().name() {
        "postgresql" => "PGInspector",
        _ => "Inspector",
    });
    instance.set("bind", bind.clone());
    instance.set("dialect", super::dialect_of_host(&host));
    let begins = super::host_of_connection(bind).is_some();
    instance.set_payload(Rc::new(InspectorNode::new(host, begins)));
    Ok(Value::Instance(instance))
}

fn node(vm: &mut Vm, this: &Value) -> PyResult<Rc<InspectorNode>> {
    match this.payload::<InspectorNode>() {
        Some(node) => Ok(node),
        None => Err(vm.raise("TypeError", "inspectors are made by inspect()")),
    }
}

fn raise<T>(vm: &mut Vm, done: Result<T, HostError>) -> PyResult<T> {
    done.map_err(|problem| exc::host_error(vm, problem))
}

/// Asks the database, and warns as SQLAlchemy does.
pub(in super::super) fn ask<T>(
    vm: &mut Vm,
    host: &dyn Host,
    question: impl FnOnce(&mut dyn Inspector) -> Result<T, InspectError>,
) -> PyResult<T> {
    let found = host::inspect(host, question);
    let (found, warnings) = raise(vm, found)?;
    for warning in warnings {
        warn(vm, &warning)?;
    }
    Ok(found)
}

fn schema_of(bound: &Bound) -> PyResult<Option<String>> {
    Ok(bound.opt_str("schema")?.map(|schema| schema.to_string()))
}

/// Asks once, and then remembers the answer, as the object's cache in SQLAlchemy does.
fn answer(
    vm: &mut Vm,
    this: &Value,
    key: String,
    question: impl FnOnce(&mut dyn Inspector) -> Result<Answer, InspectError>,
) -> PyResult {
    let node = node(vm, this)?;
    if let Some(known) = node.known(&key) {
        return Ok(known);
    }
    node.begin();
    let found = ask(vm, &*node.host, question)?;
    let found = answers::value(vm, found, node.host.dialect().name())?;
    node.keep(key, &found);
    Ok(found)
}

/// A question about one table.
fn about_table(
    vm: &mut Vm,
    this: &Value,
    bound: &Bound,
    method: &str,
    question: impl FnOnce(&mut dyn Inspector, &str, Option<&str>) -> Result<Answer, InspectError>,
) -> PyResult {
    let name = bound.str("table_name")?.to_string();
    let schema = schema_of(bound)?;
    let key = format!("{method} {name:?} {schema:?}");
    answer(vm, this, key, |inspector| {
        question(inspector, &name, schema.as_deref())
    })
}

/// A question about a schema.
fn about_schema(
    vm: &mut Vm,
    this: &Value,
    bound: &Bound,
    method: &str,
    question: impl FnOnce(&mut dyn Inspector, Option<&str>) -> Result<Answer, InspectError>,
) -> PyResult {
    let schema = schema_of(bound)?;
    let key = format!("{method} {schema:?}");
    answer(vm, this, key, |inspector| {
        question(inspector, schema.as_deref())
    })
}

fn list<T>(found: &[T], shape: impl Fn(&T) -> Answer) -> Answer {
    Answer::List(found.iter().map(shape).collect())
}

const TABLE: &str = "table_name, schema=None, **kw";
const SCHEMA: &str = "schema=None, **kw";

/// The class `Inspector`.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    let builder = builder
        .class_method("from_engine", "bind", |vm, _, bound| of(vm, bound.at(0)))
        .new_object("bind", |vm, _, bound| of(vm, bound.at(0)))
        .method("__init__", "*args, **kwargs", |_, _, _| Ok(Value::None))
        .property("engine", |vm, this| {
            let bind = attr(vm, &this, "bind")?;
            vm.getattr(&bind, "engine")
        })
        .property("default_schema_name", |vm, this| {
            let dialect = attr(vm, &this, "dialect")?;
            vm.getattr(&dialect, "default_schema_name")
        })
        .property("info_cache", |vm, this| Ok(node(vm, &this)?.as_dict()))
        .method("clear_cache", "", |vm, this, _| {
            node(vm, &this)?.clear();
            Ok(Value::None)
        })
        .method(
            "reflect_table",
            "table, include_columns=None, exclude_columns=(), resolve_fks=True, **kw",
            |vm, this, bound| {
                let only = match bound.opt("include_columns") {
                    Some(names) => Some(vm.iterate(names)?),
                    None => None,
                };
                let exclude = vm.iterate(bound.get("exclude_columns"))?;
                let how = schema::Reflection {
                    include: only,
                    exclude,
                    resolve_fks: vm.truthy(bound.get("resolve_fks"))?,
                    ..schema::Reflection::default()
                };
                schema::reflect_into(vm, bound.get("table"), &this, &how)?;
                Ok(Value::None)
            },
        );
    multi::methods(tables(names(builder)))
}

/// What there is.
fn names(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("get_schema_names", "**kw", |vm, this, _| {
            answer(vm, &this, "schema_names".to_owned(), |inspector| {
                Ok(Answer::strings(&inspector.schema_names()?))
            })
        })
        .method("get_table_names", SCHEMA, |vm, this, bound| {
            about_schema(vm, &this, &bound, "table_names", |inspector, schema| {
                Ok(Answer::strings(&inspector.table_names(schema)?))
            })
        })
        .method("get_view_names", SCHEMA, |vm, this, bound| {
            about_schema(vm, &this, &bound, "view_names", |inspector, schema| {
                Ok(Answer::strings(&inspector.view_names(schema)?))
            })
        })
        .method("get_materialized_view_names", SCHEMA, |vm, this, bound| {
            about_schema(vm, &this, &bound, "materialized", |inspector, schema| {
                Ok(Answer::strings(&inspector.materialized_view_names(schema)?))
            })
        })
        .method("get_sequence_names", SCHEMA, |vm, this, bound| {
            about_schema(vm, &this, &bound, "sequence_names", |inspector, schema| {
                Ok(Answer::strings(&inspector.sequence_names(schema)?))
            })
        })
        .method("get_temp_table_names", "**kw", |vm, this, _| {
            answer(vm, &this, "temp_table_names".to_owned(), |inspector| {
                Ok(Answer::strings(&inspector.temp_table_names()?))
            })
        })
        .method("get_temp_view_names", "**kw", |vm, this, _| {
            answer(vm, &this, "temp_view_names".to_owned(), |inspector| {
                Ok(Answer::strings(&inspector.temp_view_names()?))
            })
        })
        .method("has_table", TABLE, |vm, this, bound| {
            about_table(vm, &this, &bound, "has_table", |inspector, name, schema| {
                inspector.has_table(name, schema).map(Answer::Bool)
            })
        })
        .method(
            "has_sequence",
            "sequence_name, schema=None, **kw",
            |vm, this, bound| {
                let name = bound.str("sequence_name")?.to_string();
                let question = format!("has_sequence {name:?}");
                about_schema(vm, &this, &bound, &question, |inspector, schema| {
                    inspector.has_sequence(&name, schema).map(Answer::Bool)
                })
            },
        )
        .method("has_schema", "schema_name, **kw", |vm, this, bound| {
            let name = bound.str("schema_name")?.to_string();
            answer(vm, &this, format!("has_schema {name:?}"), |inspector| {
                inspector.has_schema(&name).map(Answer::Bool)
            })
        })
        .method(
            "has_index",
            "table_name, index_name, schema=None, **kw",
            has_index,
        )
}

fn has_index(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
    let wanted = bound.str("index_name")?;
    let args = vec![bound.get("table_name").clone(), bound.get("schema").clone()];
    let there = vm.call_method(&this, "has_table", args.clone())?;
    if !vm.truthy(&there)? {
        return Ok(Value::Bool(false));
    }
    let indexes = vm.call_method(&this, "get_indexes", args)?;
    for index in vm.iterate(&indexes)? {
        if let Value::Dict(index) = index
            && let Some(name) = index.get_str("name")
            && name.as_str().is_some_and(|name| *name == *wanted)
        {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

/// What a table consists of.
fn tables(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("get_columns", TABLE, |vm, this, bound| {
            about_table(vm, &this, &bound, "columns", |inspector, name, schema| {
                let found = inspector.columns(name, schema)?;
                Ok(list(&found, |item| inspector.answers().column(item)))
            })
        })
        .method("get_pk_constraint", TABLE, |vm, this, bound| {
            about_table(vm, &this, &bound, "pk", |inspector, name, schema| {
                let found = inspector.primary_key(name, schema)?;
                Ok(inspector.answers().primary_key(&found))
            })
        })
        .method("get_foreign_keys", TABLE, |vm, this, bound| {
            about_table(vm, &this, &bound, "fks", |inspector, name, schema| {
                let found = inspector.foreign_keys(name, schema)?;
                Ok(list(&found, |item| inspector.answers().foreign_key(item)))
            })
        })
        .method("get_unique_constraints", TABLE, |vm, this, bound| {
            about_table(vm, &this, &bound, "uniques", |inspector, name, schema| {
                let found = inspector.unique_constraints(name, schema)?;
                Ok(list(&found, |item| {
                    inspector.answers().unique_constraint(item)
                }))
            })
        })
        .method("get_check_constraints", TABLE, |vm, this, bound| {
            about_table(vm, &this, &bound, "checks", |inspector, name, schema| {
                let found = inspector.check_constraints(name, schema)?;
                Ok(list(&found, |item| {
                    inspector.answers().check_constraint(item)
                }))
            })
        })
        .method("get_indexes", TABLE, |vm, this, bound| {
            about_table(vm, &this, &bound, "indexes", |inspector, name, schema| {
                let found = inspector.indexes(name, schema)?;
                Ok(list(&found, |item| inspector.answers().index(item)))
            })
        })
        .method("get_table_comment", TABLE, |vm, this, bound| {
            about_table(vm, &this, &bound, "comment", |inspector, name, schema| {
                let found = inspector.table_comment(name, schema)?;
                let shaped = inspector.answers().table_comment(found.as_ref());
                shaped.ok_or(InspectError::NotImplemented)
            })
        })
        .method("get_table_options", TABLE, |vm, this, bound| {
            about_table(vm, &this, &bound, "options", |inspector, name, schema| {
                Ok(Answer::options(&inspector.table_options(name, schema)?))
            })
        })
        .method(
            "get_view_definition",
            "view_name, schema=None, **kw",
            |vm, this, bound| {
                let name = bound.str("view_name")?.to_string();
                let question = format!("view_definition {name:?}");
                about_schema(vm, &this, &bound, &question, |inspector, schema| {
                    inspector.view_definition(&name, schema).map(Answer::Str)
                })
            },
        )
}

/// The class `PGInspector`: what only PostgreSQL can be asked.
pub(super) fn postgres_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method(
            "get_table_oid",
            "table_name, schema=None",
            |vm, this, bound| {
                about_table(vm, &this, &bound, "oid", |inspector, name, schema| {
                    inspector.table_oid(name, schema).map(Answer::Int)
                })
            },
        )
        .method("get_enums", "schema=None", |vm, this, bound| {
            about_schema(vm, &this, &bound, "enums", |inspector, schema| {
                let found = inspector.enums(schema)?;
                Ok(list(&found, answers::enum_type))
            })
        })
        .method("get_domains", "schema=None", |vm, this, bound| {
            about_schema(vm, &this, &bound, "domains", |inspector, schema| {
                let found = inspector.domains(schema)?;
                Ok(list(&found, answers::domain))
            })
        })
        .method(
            "get_foreign_table_names",
            "schema=None",
            |vm, this, bound| {
                about_schema(vm, &this, &bound, "foreign_tables", |inspector, schema| {
                    Ok(Answer::strings(&inspector.foreign_table_names(schema)?))
                })
            },
        )
        .method(
            "has_type",
            "type_name, schema=None, **kw",
            |vm, this, bound| {
                let name = bound.str("type_name")?.to_string();
                let question = format!("has_type {name:?}");
                about_schema(vm, &this, &bound, &question, |inspector, schema| {
                    inspector.has_type(&name, schema).map(Answer::Bool)
                })
            },
        )
}
