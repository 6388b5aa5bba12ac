//! Joins, and the conditions that foreign keys make for them.

use std::rc::Rc;

use limbec_python::{Bound, PyResult, Value, Vm};
use limbec_schema::{BinaryOp, Expr, FromItem, JoinKind, SqlType, build};

use super::from::{FromNode, from_item};
use crate::script::bindings::sqlalchemy::registry::is_a;
use crate::script::bindings::sqlalchemy::util::{attr, attr_str, error, make};
use crate::script::bindings::sqlalchemy::{convert, schema};

/// `left.join(right, onclause, isouter, full)`
pub(super) fn join(vm: &mut Vm, left: &Value, bound: &Bound) -> PyResult {
    let kind = if bound.bool("full")? {
        JoinKind::Full
    } else if bound.bool("isouter")? {
        JoinKind::Left
    } else {
        JoinKind::Inner
    };
    make_join(vm, left, bound.get("right"), bound.get("onclause"), kind)
}

/// `left.outerjoin(right, onclause, full)`
pub(super) fn outer_join(vm: &mut Vm, left: &Value, bound: &Bound) -> PyResult {
    let kind = if bound.bool("full")? {
        JoinKind::Full
    } else {
        JoinKind::Left
    };
    make_join(vm, left, bound.get("right"), bound.get("onclause"), kind)
}

/// A `Join` object.
pub(super) fn make_join(
    vm: &mut Vm,
    left: &Value,
    right: &Value,
    on: &Value,
    kind: JoinKind,
) -> PyResult {
    let right = entity(vm, right)?;
    let left = entity(vm, left)?;
    let condition = if on.is_none() {
        inferred(vm, &left, &right)?
    } else {
        convert::expr(vm, on)?
    };
    let item = FromItem::Join {
        kind,
        left: Box::new(from_item(vm, &left)?),
        right: Box::new(from_item(vm, &right)?),
        on: Some(Box::new(condition)),
    };
    let instance = make("Join");
    instance.set_payload(Rc::new(FromNode(item)));
    let columns = schema::new_collection();
    for side in [&left, &right] {
        let owner = attr_str(vm, side, "name")?.unwrap_or_default();
        for (key, column) in schema::columns_of(vm, side)? {
            schema::push(&columns, format!("{owner}_{key}"), column);
        }
    }
    instance.set("_columns", columns);
    instance.set("left", left);
    instance.set("right", right);
    Ok(Value::Instance(instance))
}

/// A mapped class stands for its table.
pub(super) fn entity(vm: &mut Vm, value: &Value) -> PyResult {
    if let Some(source) = super::source_of(vm, value)? {
        return Ok(source);
    }
    if let Value::Class(_) = value
        && let Some(table) = vm.getattr_opt(value, "__table__")?
    {
        return Ok(table);
    }
    Ok(value.clone())
}

/// The tables of one side: a join has those of both its sides.
fn tables(vm: &mut Vm, value: &Value) -> PyResult<Vec<Value>> {
    if is_a(vm, value, "Join") {
        let left = attr(vm, value, "left")?;
        let right = attr(vm, value, "right")?;
        let mut list = tables(vm, &left)?;
        list.extend(tables(vm, &right)?);
        return Ok(list);
    }
    Ok(vec![value.clone()])
}

/// The `Table` behind an alias.
fn original(vm: &mut Vm, value: &Value) -> PyResult {
    if is_a(vm, value, "Alias") {
        return attr(vm, value, "element");
    }
    Ok(value.clone())
}

/// The condition that the foreign keys between two sides make.
pub(super) fn inferred(vm: &mut Vm, left: &Value, right: &Value) -> PyResult<Expr> {
    let mut conditions = Vec::new();
    for a in tables(vm, left)? {
        for b in tables(vm, right)? {
            conditions.extend(between(vm, &a, &b)?);
            if !a.is(&b) {
                conditions.extend(between(vm, &b, &a)?);
            }
        }
    }
    let describe = |vm: &mut Vm, value: &Value| -> PyResult<String> {
        Ok(attr_str(vm, value, "name")?.unwrap_or_else(|| "Join".to_owned()))
    };
    match conditions.len() {
        0 => {
            let (left, right) = (describe(vm, left)?, describe(vm, right)?);
            Err(error(
                vm,
                "NoForeignKeysError",
                format!("Can't find any foreign key relationships between '{left}' and '{right}'."),
            ))
        }
        1 => Ok(conditions.remove(0)),
        _ => Ok(build::and(conditions)),
    }
}

/// The comparisons of the columns of `owner` that refer to `target`.
fn between(vm: &mut Vm, owner: &Value, target: &Value) -> PyResult<Vec<Expr>> {
    let own_table = original(vm, owner)?;
    let target_table = original(vm, target)?;
    let mut list = Vec::new();
    for (key, column) in schema::columns_of(vm, &own_table)? {
        let keys = attr(vm, &column, "foreign_keys")?;
        let keys = if keys.is_none() {
            Vec::new()
        } else {
            vm.iterate(&keys)?
        };
        for foreign in keys {
            let Ok(referred) = vm.getattr(&foreign, "column") else {
                continue;
            };
            let table = attr(vm, &referred, "table")?;
            if !table.is(&target_table) {
                continue;
            }
            let referred_key = attr_str(vm, &referred, "key")?.unwrap_or_default();
            let mine = column_of(vm, owner, &key)?;
            let other = column_of(vm, target, &referred_key)?;
            list.push(Expr::Binary {
                op: BinaryOp::Eq,
                left: Box::new(other),
                right: Box::new(mine),
                sql_type: SqlType::boolean(),
            });
        }
    }
    Ok(list)
}

fn column_of(vm: &mut Vm, owner: &Value, key: &str) -> PyResult<Expr> {
    for (known, column) in schema::columns_of(vm, owner)? {
        if *known == *key {
            return convert::expr(vm, &column);
        }
    }
    Err(vm.raise("KeyError", key))
}
