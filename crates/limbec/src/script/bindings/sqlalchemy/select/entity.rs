//! What the ORM's objects tell a statement: the protocol between `orm/py` and SELECT.
//!
//! Mapped classes, aliases of them and bundles answer `__limbec_entity__()`; what may be joined
//! along answers `__limbec_join__()`; what stands in FROM for something else has
//! `__limbec_from__()`. The statements know nothing else of mappings.

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::Expr;

use super::{SelectNode, from_item};
use crate::script::bindings::sqlalchemy::registry::is_a;
use crate::script::bindings::sqlalchemy::{convert, missing};

/// What is selected for an entity.
pub(super) struct Answer {
    /// The tables, aliases and joins that it is read from.
    pub sources: Vec<Value>,
    /// The columns.
    pub columns: Vec<Value>,
    /// The condition that its rows meet (a class that shares its table with others), or `None`.
    pub criteria: Value,
}

/// The method of the protocol that an object has.
fn hook(vm: &mut Vm, value: &Value, name: &str) -> PyResult<Option<Value>> {
    if !matches!(value, Value::Instance(_) | Value::Class(_)) {
        return Ok(None);
    }
    missing::check(vm, value)?;
    if matches!(value, Value::Instance(_))
        && (is_a(vm, value, "FromClause") || is_a(vm, value, "Executable"))
    {
        return Ok(None);
    }
    vm.getattr_opt(value, name)
}

/// What an entity answers; `None` for everything that is none.
pub(super) fn answer(vm: &mut Vm, value: &Value) -> PyResult<Option<Answer>> {
    let Some(method) = hook(vm, value, "__limbec_entity__")? else {
        return Ok(None);
    };
    let told = vm.call(&method, Vec::new(), Vec::new())?;
    let parts = vm.iterate(&told)?;
    let [sources, columns, criteria] = parts.as_slice() else {
        return Err(vm.raise("TypeError", "an entity answers with three things"));
    };
    Ok(Some(Answer {
        sources: vm.iterate(sources)?,
        columns: vm.iterate(columns)?,
        criteria: criteria.clone(),
    }))
}

/// The columns of an entity, for RETURNING.
pub(in super::super) fn entity_columns(vm: &mut Vm, value: &Value) -> PyResult<Option<Vec<Value>>> {
    Ok(answer(vm, value)?.map(|answer| answer.columns))
}

/// What stands in FROM for a value: the table or join of a mapped class, the alias of an alias.
pub(in super::super) fn source_of(vm: &mut Vm, value: &Value) -> PyResult<Option<Value>> {
    match hook(vm, value, "__limbec_from__")? {
        Some(method) => {
            let found = vm.call(&method, Vec::new(), Vec::new())?;
            Ok((!found.is_none()).then_some(found))
        }
        None => Ok(None),
    }
}

/// The condition that the rows of a value meet besides those of the statement.
pub(super) fn criteria_of(vm: &mut Vm, value: &Value) -> PyResult<Option<Expr>> {
    let Some(method) = hook(vm, value, "__limbec_criteria__")? else {
        return Ok(None);
    };
    let found = vm.call(&method, Vec::new(), Vec::new())?;
    if found.is_none() {
        return Ok(None);
    }
    convert::expr(vm, &found).map(Some)
}

/// The steps of a join along a relationship: what it starts from, then targets with conditions.
pub(super) fn join_steps(
    vm: &mut Vm,
    along: &Value,
    target: &Value,
) -> PyResult<Option<(Value, Vec<(Value, Value)>, Value)>> {
    let Some(method) = hook(vm, along, "__limbec_join__")? else {
        return Ok(None);
    };
    let told = vm.call(&method, vec![target.clone()], Vec::new())?;
    let parts = vm.iterate(&told)?;
    let [left, steps, entity] = parts.as_slice() else {
        return Err(vm.raise("TypeError", "a join answers with three things"));
    };
    let mut list = Vec::new();
    for step in vm.iterate(steps)? {
        if let [target, condition] = vm.iterate(&step)?.as_slice() {
            list.push((target.clone(), condition.clone()));
        }
    }
    Ok(Some((left.clone(), list, entity.clone())))
}

impl SelectNode {
    /// Note what the statement reads from: a join stands in FROM by itself, a table only when one
    /// of its columns is used.
    pub(super) fn reads(&mut self, vm: &mut Vm, source: &Value) -> PyResult<()> {
        if self.sources.iter().any(|known| known.is(source)) {
            return Ok(());
        }
        if is_a(vm, source, "Join") {
            let item = from_item(vm, source)?;
            if !self.select.from.contains(&item) {
                self.select.from.push(item);
            }
        }
        self.sources.push(source.clone());
        Ok(())
    }

    /// Keep a condition of an entity, once.
    pub(super) fn restrict(&mut self, vm: &mut Vm, criteria: &Value) -> PyResult<()> {
        if criteria.is_none() {
            return Ok(());
        }
        let condition = convert::expr(vm, criteria)?;
        if !self.criteria.contains(&condition) {
            self.criteria.push(condition);
        }
        Ok(())
    }

    /// The whole query: what the script wrote, and what its entities add.
    pub(in super::super) fn query(&self) -> limbec_schema::Select {
        let mut select = self.select.clone();
        select.filter.extend(self.criteria.iter().cloned());
        select
    }
}
