//! `sa.inspect(connection)`: what the database says of its tables.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};
use limbec_schema::{
    Column, Constraint, Expr, ForeignKeyConstraint, Index, IndexElement, OptionValue, Options,
    ServerDefault, Table,
};

use super::super::util::{attr, error, make};
use super::super::{exc, registry, schema, types};
use super::host_of;
use crate::script::host::{Host, HostError};

/// Schema and name.
type TableKey = (Option<String>, String);

/// What an `Inspector` object carries. SQLAlchemy's inspector keeps what it has read, and scripts
/// rely on it either way: a new one sees changes, an old one does not.
struct InspectorNode {
    host: Rc<dyn Host>,
    tables: RefCell<HashMap<TableKey, Option<Rc<Table>>>>,
    names: RefCell<HashMap<Option<String>, Vec<String>>>,
}

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
    if !bound.bool("raiseerr")? {
        return Ok(Value::None);
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
pub(super) fn of(vm: &mut Vm, bind: &Value) -> PyResult {
    if registry::is_a(vm, bind, "Inspector") {
        return Ok(bind.clone());
    }
    let host = host_of(vm, bind)?;
    let instance = make("Inspector");
    instance.set("bind", bind.clone());
    instance.set("dialect", super::dialect_of_host(&*host));
    instance.set_payload(Rc::new(InspectorNode {
        host,
        tables: RefCell::default(),
        names: RefCell::default(),
    }));
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

fn schema_of(bound: &Bound) -> PyResult<Option<String>> {
    Ok(bound.opt_str("schema")?.map(|schema| schema.to_string()))
}

/// The table of a call.
fn table(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult<Rc<Table>> {
    let node = node(vm, this)?;
    let name = bound.str("table_name")?.to_string();
    let schema = schema_of(bound)?;
    let key = (schema.clone(), name.clone());
    let known = node.tables.borrow().get(&key).cloned();
    let found = match known {
        Some(found) => found,
        None => {
            let read = node.host.reflect(&name, schema.as_deref());
            let read = match read {
                Err(HostError::Exception {
                    class: "sqlalchemy.exc.NoSuchTableError",
                    ..
                }) => None,
                other => raise(vm, other)?.map(Rc::new),
            };
            node.tables.borrow_mut().insert(key, read.clone());
            read
        }
    };
    match found {
        Some(table) => Ok(table),
        None => {
            let full = schema.map_or_else(|| name.clone(), |schema| format!("{schema}.{name}"));
            Err(error(vm, "NoSuchTableError", full))
        }
    }
}

fn strings(list: Vec<String>) -> Value {
    Value::list(list.into_iter().map(Value::str).collect())
}

const TABLE: &str = "table_name, schema=None, **kw";

/// The class `Inspector`.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .class_method("from_engine", "bind", |vm, _, bound| of(vm, bound.at(0)))
        .new_object("bind", |vm, _, bound| of(vm, bound.at(0)))
        .method("__init__", "*args, **kwargs", |_, _, _| Ok(Value::None))
        .property("engine", |vm, this| {
            let bind = attr(vm, &this, "bind")?;
            vm.getattr(&bind, "engine")
        })
        .property("default_schema_name", |vm, this| {
            Ok(Value::opt_str(node(vm, &this)?.host.default_schema()))
        })
        .property("info_cache", |_, _| {
            Ok(Value::dict(Vec::<(&str, Value)>::new()))
        })
        .method("clear_cache", "", |vm, this, _| {
            let node = node(vm, &this)?;
            node.tables.borrow_mut().clear();
            node.names.borrow_mut().clear();
            Ok(Value::None)
        })
        .method("get_schema_names", "**kw", |vm, this, _| {
            let names = node(vm, &this)?.host.schema_names();
            raise(vm, names).map(strings)
        })
        .method("get_table_names", "schema=None, **kw", |vm, this, bound| {
            let node = node(vm, &this)?;
            let schema = schema_of(&bound)?;
            let known = node.names.borrow().get(&schema).cloned();
            if let Some(names) = known {
                return Ok(strings(names));
            }
            let names = node.host.table_names(schema.as_deref());
            let names = raise(vm, names)?;
            node.names.borrow_mut().insert(schema, names.clone());
            Ok(strings(names))
        })
        .method("get_view_names", "schema=None, **kw", |vm, this, bound| {
            let names = node(vm, &this)?
                .host
                .view_names(schema_of(&bound)?.as_deref());
            raise(vm, names).map(strings)
        })
        .method(
            "get_materialized_view_names",
            "schema=None, **kw",
            |_, _, _| Ok(Value::list(Vec::new())),
        )
        .method("get_temp_table_names", "**kw", |_, _, _| {
            Ok(Value::list(Vec::new()))
        })
        .method("get_sequence_names", "schema=None, **kw", |_, _, _| {
            Ok(Value::list(Vec::new()))
        })
        .method("has_table", TABLE, |vm, this, bound| {
            let node = node(vm, &this)?;
            let name = bound.str("table_name")?;
            let there = node.host.has_table(&name, schema_of(&bound)?.as_deref());
            raise(vm, there).map(Value::Bool)
        })
        .method("has_schema", "schema_name, **kw", |vm, this, bound| {
            let names = node(vm, &this)?.host.schema_names();
            let wanted = bound.str("schema_name")?;
            Ok(Value::Bool(
                raise(vm, names)?.iter().any(|name| **name == *wanted),
            ))
        })
        .method(
            "has_index",
            "table_name, index_name, schema=None, **kw",
            |vm, this, bound| {
                let wanted = bound.str("index_name")?;
                let Ok(table) = table(vm, &this, &bound) else {
                    return Ok(Value::Bool(false));
                };
                Ok(Value::Bool(
                    table
                        .indexes
                        .iter()
                        .any(|index| index.name.as_str() == Some(&*wanted)),
                ))
            },
        )
        .method("get_columns", TABLE, |vm, this, bound| {
            let table = table(vm, &this, &bound)?;
            let offline = node(vm, &this)?.host.dialect().name();
            let mut list = Vec::new();
            for column in &table.columns {
                list.push(column_dict(vm, &table, column, offline)?);
            }
            Ok(Value::list(list))
        })
        .method("get_pk_constraint", TABLE, |vm, this, bound| {
            let table = table(vm, &this, &bound)?;
            Ok(primary_key(&table))
        })
        .method("get_foreign_keys", TABLE, |vm, this, bound| {
            let table = table(vm, &this, &bound)?;
            Ok(Value::list(foreign_keys(&table)))
        })
        .method("get_unique_constraints", TABLE, |vm, this, bound| {
            let table = table(vm, &this, &bound)?;
            Ok(Value::list(unique_constraints(&table)))
        })
        .method("get_check_constraints", TABLE, |vm, this, bound| {
            let table = table(vm, &this, &bound)?;
            Ok(Value::list(check_constraints(&table)))
        })
        .method("get_indexes", TABLE, |vm, this, bound| {
            let table = table(vm, &this, &bound)?;
            Ok(Value::list(table.indexes.iter().map(index_dict).collect()))
        })
        .method("get_table_comment", TABLE, |vm, this, bound| {
            let table = table(vm, &this, &bound)?;
            if node(vm, &this)?.host.dialect().name() == "sqlite" {
                return Err(vm.raise("NotImplementedError", ""));
            }
            Ok(Value::dict([(
                "text",
                Value::opt_str(table.comment.as_ref()),
            )]))
        })
        .method("get_table_options", TABLE, |vm, this, bound| {
            let table = table(vm, &this, &bound)?;
            Ok(options(&table.options))
        })
        .method(
            "reflect_table",
            "table, include_columns=None, exclude_columns=None, resolve_fks=True, **kw",
            |vm, this, bound| {
                let bind = attr(vm, &this, "bind")?;
                let only = match bound.opt("include_columns") {
                    Some(names) => Some(vm.iterate(names)?),
                    None => None,
                };
                schema::reflect_into(vm, bound.get("table"), &bind, only.as_deref(), &[])?;
                Ok(Value::None)
            },
        )
        .method("get_enums", "schema=None", |vm, _, _| {
            Err(super::super::missing::unsupported(
                vm,
                "Inspector.get_enums()",
            ))
        })
        .method("get_multi_columns", "**kw", |vm, _, _| {
            Err(super::super::missing::unsupported(
                vm,
                "Inspector.get_multi_columns()",
            ))
        })
}

fn names(list: &[String]) -> Value {
    Value::list(list.iter().map(Value::str).collect())
}

fn column_dict(vm: &mut Vm, table: &Table, column: &Column, dialect: &str) -> PyResult {
    let type_value = types::type_value(vm, &column.sql_type)?;
    let default = match &column.server_default {
        Some(ServerDefault::Literal(text)) => Value::str(text),
        Some(ServerDefault::Expr(Expr::Text(clause))) => Value::str(&clause.text),
        Some(ServerDefault::Expr(Expr::Raw { text, .. })) => Value::str(text),
        _ => Value::None,
    };
    let mut pairs = vec![
        ("name", Value::str(&column.name)),
        ("type", type_value),
        ("nullable", Value::Bool(column.is_nullable())),
        ("default", default),
    ];
    let position = table
        .constraints
        .iter()
        .find_map(|constraint| match constraint {
            Constraint::PrimaryKey(key) => key.columns.iter().position(|name| *name == column.name),
            _ => None,
        });
    if dialect == "sqlite" {
        let place = position.map_or(i64::from(column.primary_key), |place| {
            i64::try_from(place).unwrap_or(0) + 1
        });
        pairs.push(("primary_key", Value::Int(place)));
    } else {
        let auto = column.autoincrement == limbec_schema::Autoincrement::On;
        pairs.push(("autoincrement", Value::Bool(auto)));
        pairs.push(("comment", Value::opt_str(column.comment.as_ref())));
    }
    if let Some(computed) = &column.computed {
        let text = match &computed.expr {
            Expr::Text(clause) => clause.text.clone(),
            _ => String::new(),
        };
        let persisted = computed.persisted.map_or(Value::None, Value::Bool);
        pairs.push((
            "computed",
            Value::dict([("sqltext", Value::str(text)), ("persisted", persisted)]),
        ));
    }
    Ok(Value::dict(pairs))
}

fn primary_key(table: &Table) -> Value {
    let found = table
        .constraints
        .iter()
        .find_map(|constraint| match constraint {
            Constraint::PrimaryKey(key) => Some((key.columns.clone(), key.name.as_str())),
            _ => None,
        });
    let (columns, name) = found.unwrap_or_else(|| {
        let columns = table.columns.iter().filter(|column| column.primary_key);
        (columns.map(|column| column.name.clone()).collect(), None)
    });
    Value::dict([
        ("constrained_columns", names(&columns)),
        ("name", Value::opt_str(name)),
    ])
}

fn foreign_keys(table: &Table) -> Vec<Value> {
    let mut list = Vec::new();
    for constraint in &table.constraints {
        if let Constraint::ForeignKey(key) = constraint {
            list.push(foreign_key_dict(key));
        }
    }
    for column in &table.columns {
        for key in &column.foreign_keys {
            list.push(foreign_key_dict(&ForeignKeyConstraint {
                name: key.name.clone(),
                columns: vec![column.name.clone()],
                ref_schema: key.ref_schema.clone(),
                ref_table: key.ref_table.clone(),
                ref_columns: key.ref_column.clone().into_iter().collect(),
                ondelete: key.ondelete.clone(),
                onupdate: key.onupdate.clone(),
                timing: key.timing.clone(),
                ..ForeignKeyConstraint::default()
            }));
        }
    }
    list
}

fn foreign_key_dict(key: &ForeignKeyConstraint) -> Value {
    let mut options = Vec::new();
    if let Some(action) = &key.ondelete {
        options.push(("ondelete", Value::str(action)));
    }
    if let Some(action) = &key.onupdate {
        options.push(("onupdate", Value::str(action)));
    }
    if let Some(deferrable) = key.timing.deferrable {
        options.push(("deferrable", Value::Bool(deferrable)));
    }
    if let Some(initially) = &key.timing.initially {
        options.push(("initially", Value::str(initially)));
    }
    Value::dict([
        ("name", Value::opt_str(key.name.as_str())),
        ("constrained_columns", names(&key.columns)),
        ("referred_schema", Value::opt_str(key.ref_schema.as_ref())),
        ("referred_table", Value::str(&key.ref_table)),
        ("referred_columns", names(&key.ref_columns)),
        ("options", Value::dict(options)),
    ])
}

fn unique_constraints(table: &Table) -> Vec<Value> {
    table
        .constraints
        .iter()
        .filter_map(|constraint| match constraint {
            Constraint::Unique(unique) => Some(Value::dict([
                ("name", Value::opt_str(unique.name.as_str())),
                ("column_names", names(&unique.columns)),
            ])),
            _ => None,
        })
        .collect()
}

fn check_constraints(table: &Table) -> Vec<Value> {
    let own = table.constraints.iter();
    let inline = table
        .columns
        .iter()
        .flat_map(|column| column.constraints.iter());
    own.chain(inline)
        .filter_map(|constraint| match constraint {
            Constraint::Check(check) => {
                let text = match &check.expr {
                    Expr::Text(clause) => clause.text.clone(),
                    Expr::Raw { text, .. } => text.clone(),
                    _ => String::new(),
                };
                Some(Value::dict([
                    ("sqltext", Value::str(text)),
                    ("name", Value::opt_str(check.name.as_str())),
                ]))
            }
            _ => None,
        })
        .collect()
}

fn index_dict(index: &Index) -> Value {
    let columns = index.elements.iter().map(|element| match element {
        IndexElement::Column(name) => Value::str(name),
        IndexElement::Expr(_) => Value::None,
    });
    let mut pairs = vec![
        ("name", Value::opt_str(index.name.as_str())),
        ("column_names", Value::list(columns.collect())),
        ("unique", Value::Int(i64::from(index.unique))),
    ];
    pairs.push(("dialect_options", options(&index.options)));
    Value::dict(pairs)
}

fn options(found: &Options) -> Value {
    Value::dict(
        found
            .iter()
            .map(|(name, value)| (name.as_str(), option(value))),
    )
}

fn option(value: &OptionValue) -> Value {
    match value {
        OptionValue::None => Value::None,
        OptionValue::Bool(flag) => Value::Bool(*flag),
        OptionValue::Int(number) => Value::Int(*number),
        OptionValue::Str(text) => Value::str(text),
        OptionValue::Expr(Expr::Text(clause)) => super::super::expr::text_clause(clause.clone()),
        OptionValue::Expr(found) => super::super::expr::wrap(found.clone()),
        OptionValue::List(items) => Value::list(items.iter().map(option).collect()),
        OptionValue::Map(items) => Value::dict(
            items
                .iter()
                .map(|(name, item)| (name.as_str(), option(item))),
        ),
    }
}
