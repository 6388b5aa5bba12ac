//! What listens to `before_create`, `after_create`, `before_drop` and `after_drop`.

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};

use super::super::super::registry::is_a;
use super::super::super::util::attr;
use super::super::super::{ddl, event};
use super::{Visitor, answered};

/// An event of a metadata, with the tables that it concerns, or of a table.
pub(super) struct Event<'a> {
    name: &'static str,
    tables: &'a [Value],
}

impl<'a> Event<'a> {
    pub fn before_create(tables: &'a [Value]) -> Self {
        let name = "before_create";
        Event { name, tables }
    }

    pub fn after_create(tables: &'a [Value]) -> Self {
        let name = "after_create";
        Event { name, tables }
    }

    pub fn before_drop(tables: &'a [Value]) -> Self {
        let name = "before_drop";
        Event { name, tables }
    }

    pub fn after_drop(tables: &'a [Value]) -> Self {
        let name = "after_drop";
        Event { name, tables }
    }
}

/// Runs what listens: DDL is executed with the target in mind, functions are called.
pub(super) fn fire(
    vm: &mut Vm,
    visitor: &Visitor,
    target: &Value,
    event: Event<'_>,
) -> PyResult<()> {
    for listener in event::listeners(vm, target, event.name)? {
        let keywords = keywords(visitor, target, &event, vm);
        if is_a(vm, &listener, "BaseDDLElement") {
            let bound = (target, &visitor.connection);
            if !ddl::is_wanted(
                vm,
                &listener,
                visitor.host.dialect().name(),
                bound,
                &keywords,
            )? {
                continue;
            }
            let operation = ddl::for_target(vm, &listener, target, &*visitor.host)?;
            answered(vm, visitor.host.invoke(operation))?;
        } else {
            let arguments = vec![target.clone(), visitor.connection.clone()];
            vm.call(&listener, arguments, keywords)?;
        }
    }
    Ok(())
}

/// The keywords that SQLAlchemy calls listeners with.
fn keywords(
    visitor: &Visitor,
    target: &Value,
    event: &Event<'_>,
    vm: &mut Vm,
) -> Vec<(Rc<str>, Value)> {
    let mut keywords: Vec<(Rc<str>, Value)> =
        vec![(Rc::from("checkfirst"), Value::Bool(visitor.check))];
    if is_a(vm, target, "MetaData") {
        keywords.push((Rc::from("tables"), Value::list(event.tables.to_vec())));
    } else {
        let of_metadata = attr(vm, target, "metadata").is_ok_and(|found| !found.is_none());
        keywords.push((Rc::from("_is_metadata_operation"), Value::Bool(of_metadata)));
    }
    keywords.push((Rc::from("_ddl_runner"), Value::None));
    keywords
}
