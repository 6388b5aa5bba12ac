//! What `values()` is given.

use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};
use limbec_schema::{Expr, InsertSource, SqlStatement};

use super::super::util::{argument_error, invalid_request};
use super::super::{expr, schema};
use super::columns::{attribute, column_value, find_column};
use super::{change, node_of};

/// One row: a dict, or the values in the order of the columns.
pub(super) fn row(
    vm: &mut Vm,
    (table, entity): (&Value, &Value),
    given: &Value,
) -> PyResult<Vec<(String, Expr)>> {
    let pairs: Vec<(Value, Value)> = match given {
        Value::Dict(dict) => dict.items(),
        Value::List(_) | Value::Tuple(_) => {
            let columns = schema::columns_of(vm, table)?;
            let items = vm.iterate(given)?;
            columns
                .into_iter()
                .zip(items)
                .map(|((key, _), item)| (Value::Str(key), item))
                .collect()
        }
        other => {
            let mapping = vm.call_method(other, "items", Vec::new())?;
            let mut pairs = Vec::new();
            for pair in vm.iterate(&mapping)? {
                if let [key, item] = vm.iterate(&pair)?.as_slice() {
                    pairs.push((key.clone(), item.clone()));
                }
            }
            pairs
        }
    };
    let mut list = Vec::new();
    for (key, item) in pairs {
        let key = attribute(vm, entity, key)?;
        let (name, column) = find_column(vm, table, &key)?;
        let value = if column.is_none() {
            let stand_in = schema::new_column_clause(vm, Value::str(&name), &Value::None)?;
            column_value(vm, &stand_in, &item)?
        } else {
            column_value(vm, &column, &item)?
        };
        list.push((name, value));
    }
    Ok(list)
}

/// `values(...)` of INSERT and UPDATE.
pub(super) fn values_base(builder: ClassBuilder) -> ClassBuilder {
    builder.method("values", "*args, **kwargs", |vm, this, bound| {
        give_values(vm, &this, &bound)
    })
}

pub(super) fn give_values(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let Some(node) = node_of(this) else {
        return Ok(this.clone());
    };
    let (table, entity) = (node.table.clone(), node.entity.clone());
    if bound.varargs().len() > 1 {
        return Err(argument_error(
            vm,
            "Only a single dictionary/tuple or list of dictionaries/tuples is accepted positionally.",
        ));
    }
    let mut single = Vec::new();
    let mut many = None;
    let raw = as_given(vm, (&table, &entity), bound)?;
    if let Some(given) = bound.varargs().first() {
        let first = match given {
            Value::List(items) => items.borrow().first().cloned(),
            _ => None,
        };
        if first
            .is_some_and(|item| matches!(item, Value::Dict(_) | Value::Tuple(_) | Value::List(_)))
        {
            if !bound.kwargs().is_empty() {
                return Err(argument_error(
                    vm,
                    "Can't pass positional and kwargs to values() simultaneously",
                ));
            }
            let mut rows = Vec::new();
            for item in vm.iterate(given)? {
                rows.push(row(vm, (&table, &entity), &item)?);
            }
            many = Some(rows);
        } else {
            single.extend(row(vm, (&table, &entity), given)?);
        }
    }
    let named = Value::dict(
        bound
            .kwargs()
            .iter()
            .map(|(key, item)| (key.clone(), item.clone())),
    );
    single.extend(row(vm, (&table, &entity), &named)?);
    change(vm, this, |vm, node| {
        node.given.extend(raw);
        match &mut node.statement {
            SqlStatement::Insert(insert) => match (many, &mut insert.source) {
                (Some(rows), InsertSource::Rows(old)) => old.extend(rows),
                (Some(rows), _) => insert.source = InsertSource::Rows(rows),
                (None, InsertSource::Values(old)) => merge(old, single),
                (None, _) => insert.source = InsertSource::Values(single),
            },
            SqlStatement::Update(update) => {
                if many.is_some() {
                    return Err(invalid_request(
                        vm,
                        "UPDATE construct does not support multiple parameter sets.",
                    ));
                }
                merge(&mut update.set, single);
            }
            _ => {}
        }
        Ok(())
    })
}

/// The values of one row by the names of their columns.
fn as_given(
    vm: &mut Vm,
    (table, entity): (&Value, &Value),
    bound: &Bound,
) -> PyResult<Vec<(Rc<str>, Value)>> {
    let mut pairs: Vec<(Value, Value)> = Vec::new();
    if let Some(Value::Dict(dict)) = bound.varargs().first() {
        pairs.extend(dict.items());
    }
    let named = bound.kwargs().iter();
    pairs.extend(named.map(|(name, value)| (Value::Str(name.clone()), value.clone())));
    let mut list = Vec::new();
    for (key, value) in pairs {
        let key = attribute(vm, entity, key)?;
        let (name, _) = find_column(vm, table, &key)?;
        let kept = if expr::is_sql(vm, &value)? {
            Value::None
        } else {
            Value::tuple(vec![value])
        };
        list.push((Rc::from(name), kept));
    }
    Ok(list)
}

pub(super) fn merge(old: &mut Vec<(String, Expr)>, new: Vec<(String, Expr)>) {
    for (name, value) in new {
        match old.iter_mut().find(|(known, _)| *known == name) {
            Some(place) => place.1 = value,
            None => old.push((name, value)),
        }
    }
}
