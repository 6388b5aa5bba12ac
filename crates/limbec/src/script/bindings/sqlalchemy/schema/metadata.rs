//! `sa.MetaData`.

use std::rc::Rc;

use limbec_python::{ClassBuilder, PyDict, PyResult, Value, Vm};

use super::super::engine;
use super::super::util::attr;
use super::{constraint, full_name, items, set};

/// The class.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .init(
            "schema=None, quote_schema=None, naming_convention=None, info=None",
            |vm, this, bound| {
                if !bound.get("quote_schema").is_none() {
                    return Err(super::super::missing::unsupported(
                        vm,
                        "quote_schema of MetaData()",
                    ));
                }
                this.set("schema", bound.get("schema").clone());
                this.set("tables", Value::Dict(Rc::new(PyDict::new())));
                let convention = match bound.get("naming_convention") {
                    Value::None => Value::dict([("ix", Value::str("ix_%(column_0_label)s"))]),
                    given => given.clone(),
                };
                this.set("naming_convention", convention);
                this.set(
                    "info",
                    bound
                        .opt("info")
                        .cloned()
                        .unwrap_or_else(|| Value::dict(Vec::<(&str, Value)>::new())),
                );
                Ok(())
            },
        )
        .attr("bind", Value::None)
        .method("__repr__", "", |_, _, _| Ok(Value::str("MetaData()")))
        .method("__contains__", "table_or_key", |vm, this, bound| {
            let key = match bound.at(0).as_str() {
                Some(key) => key.to_string(),
                None => full_name(vm, bound.at(0))?,
            };
            Ok(Value::Bool(find_table(vm, &this, &key)?.is_some()))
        })
        .method("clear", "", |_, this, _| {
            set(&this, "tables", Value::Dict(Rc::new(PyDict::new())));
            Ok(Value::None)
        })
        .method("remove", "table", |vm, this, bound| {
            unregister(vm, &this, bound.at(0))?;
            Ok(Value::None)
        })
        .property("sorted_tables", |vm, this| {
            Ok(Value::list(sorted(vm, &this)?))
        })
        .method(
            "create_all",
            "bind, tables=None, checkfirst=True",
            |vm, this, bound| {
                let check = vm.truthy(bound.get("checkfirst"))?;
                engine::create_all(vm, bound.get("bind"), &this, bound.get("tables"), check)
            },
        )
        .method(
            "drop_all",
            "bind, tables=None, checkfirst=True",
            |vm, this, bound| {
                let check = vm.truthy(bound.get("checkfirst"))?;
                engine::drop_all(vm, bound.get("bind"), &this, bound.get("tables"), check)
            },
        )
        .method(
            "reflect",
            "bind, schema=None, views=False, only=None, extend_existing=False, \
             autoload_replace=True, resolve_fks=True, **dialect_kwargs",
            super::reflect::reflect,
        )
}

/// The table of a key.
pub(super) fn find_table(vm: &mut Vm, metadata: &Value, key: &str) -> PyResult<Option<Value>> {
    match attr(vm, metadata, "tables")? {
        Value::Dict(tables) => Ok(tables.get_str(key)),
        _ => Ok(None),
    }
}

/// Add a table.
pub(super) fn register(vm: &mut Vm, metadata: &Value, table: &Value) -> PyResult<()> {
    let key = full_name(vm, table)?;
    if let Value::Dict(tables) = attr(vm, metadata, "tables")? {
        tables.set_str(key, table.clone());
    }
    Ok(())
}

/// Remove a table.
pub(super) fn unregister(vm: &mut Vm, metadata: &Value, table: &Value) -> PyResult<()> {
    let key = full_name(vm, table)?;
    if let Value::Dict(tables) = attr(vm, metadata, "tables")? {
        tables.remove_str(&key);
    }
    Ok(())
}

/// The tables, each after those that it refers to; equal ones by name.
fn sorted(vm: &mut Vm, metadata: &Value) -> PyResult<Vec<Value>> {
    let Value::Dict(tables) = attr(vm, metadata, "tables")? else {
        return Ok(Vec::new());
    };
    let mut waiting: Vec<(String, Value, Vec<String>)> = Vec::new();
    for (key, table) in tables.str_items() {
        let mut needs = Vec::new();
        for foreign in items(vm, &table, "foreign_keys")? {
            let text = constraint::target_text(vm, &foreign)?;
            let target = text
                .rsplit_once('.')
                .map_or(text.as_str(), |(target, _)| target);
            if *target != *key {
                needs.push(target.to_owned());
            }
        }
        waiting.push((key.to_string(), table, needs));
    }
    waiting.sort_by(|a, b| a.0.cmp(&b.0));
    let mut order: Vec<(String, Value)> = Vec::new();
    while !waiting.is_empty() {
        let (ready, rest): (Vec<_>, Vec<_>) = waiting.iter().cloned().partition(|(_, _, needs)| {
            needs
                .iter()
                .all(|need| !waiting.iter().any(|(key, ..)| key == need))
        });
        if ready.is_empty() {
            // Tables that refer to each other: SQLAlchemy leaves those references out as well.
            order.extend(rest.into_iter().map(|(key, table, _)| (key, table)));
            break;
        }
        order.extend(ready.into_iter().map(|(key, table, _)| (key, table)));
        waiting = rest;
    }
    Ok(order.into_iter().map(|(_, table)| table).collect())
}
