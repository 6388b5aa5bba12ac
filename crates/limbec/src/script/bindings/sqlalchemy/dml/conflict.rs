//! What an INSERT does with rows that are there already.

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};
use limbec_schema::{Expr, OnConflict, OnConflictAction, SqlStatement, SqlType};

use super::super::registry::is_a;
use super::super::util::{attr, attr_str};
use super::super::{convert, expr, schema, types};
use super::given::row;
use super::{change, node_of};

/// `on_conflict_do_nothing` and `on_conflict_do_update` of PostgreSQL and SQLite.
pub(super) fn on_conflict(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method(
            "on_conflict_do_nothing",
            "constraint=None, index_elements=None, index_where=None",
            |vm, this, bound| {
                let clause = conflict_target(vm, &bound, OnConflictAction::Nothing)?;
                set_conflict(vm, &this, clause)
            },
        )
        .method(
            "on_conflict_do_update",
            "constraint=None, index_elements=None, index_where=None, set_=None, where=None",
            |vm, this, bound| {
                let (table, entity) = node_of(&this)
                    .map(|node| (node.table.clone(), node.entity.clone()))
                    .unwrap_or_default();
                let set = match bound.get("set_") {
                    Value::None => {
                        return Err(vm.raise("ValueError", "set parameter must not be empty"));
                    }
                    given => {
                        let given = assignments(vm, given)?;
                        row(vm, (&table, &entity), &given)?
                    }
                };
                let filter = match bound.get("where") {
                    Value::None => None,
                    given => Some(convert::text_or_expr(vm, given)?),
                };
                let action = OnConflictAction::Update { set, filter };
                let clause = conflict_target(vm, &bound, action)?;
                set_conflict(vm, &this, clause)
            },
        )
        .property("excluded", excluded)
}

/// `set_=` may be a dict or a collection of columns (`insert.excluded`).
fn assignments(vm: &mut Vm, given: &Value) -> PyResult {
    if !is_a(vm, given, "ColumnCollection") {
        return Ok(given.clone());
    }
    let columns = schema::columns_of(vm, given)?;
    Ok(Value::dict(columns))
}

fn conflict_target(vm: &mut Vm, bound: &Bound, action: OnConflictAction) -> PyResult<OnConflict> {
    let mut columns = Vec::new();
    if let Some(elements) = bound.opt("index_elements") {
        for element in vm.iterate(elements)? {
            columns.push(match element.as_str() {
                Some(name) => Expr::column(&*name, SqlType::Null),
                None => {
                    let found = convert::expr(vm, &element)?;
                    match found {
                        Expr::Column(mut column) => {
                            column.table = None;
                            Expr::Column(column)
                        }
                        other => other,
                    }
                }
            });
        }
    }
    let constraint = match bound.opt("constraint") {
        None => None,
        Some(given) => match given.as_str() {
            Some(name) => Some(name.to_string()),
            None => attr_str(vm, given, "name")?,
        },
    };
    let index_where = match bound.opt("index_where") {
        None => None,
        Some(given) => Some(convert::text_or_expr(vm, given)?),
    };
    Ok(OnConflict {
        columns,
        constraint,
        index_where,
        action,
    })
}

fn set_conflict(vm: &mut Vm, this: &Value, clause: OnConflict) -> PyResult {
    change(vm, this, |_, node| {
        if let SqlStatement::Insert(insert) = &mut node.statement {
            insert.on_conflict = Some(clause);
        }
        Ok(())
    })
}

pub(super) fn on_duplicate(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
    let (table, entity) = node_of(&this)
        .map(|node| (node.table.clone(), node.entity.clone()))
        .unwrap_or_default();
    let mut set = Vec::new();
    for given in bound.varargs() {
        match given {
            Value::List(_) => {
                for pair in vm.iterate(given)? {
                    if let [key, item] = vm.iterate(&pair)?.as_slice() {
                        let name = key.as_str().unwrap_or_default();
                        let one = Value::dict([(name, item.clone())]);
                        set.extend(row(vm, (&table, &entity), &one)?);
                    }
                }
            }
            given => {
                let given = assignments(vm, given)?;
                set.extend(row(vm, (&table, &entity), &given)?);
            }
        }
    }
    let named = Value::dict(
        bound
            .kwargs()
            .iter()
            .map(|(key, item)| (key.clone(), item.clone())),
    );
    set.extend(row(vm, (&table, &entity), &named)?);
    set_conflict(
        vm,
        &this,
        OnConflict {
            columns: Vec::new(),
            constraint: None,
            index_where: None,
            action: OnConflictAction::DuplicateKeyUpdate(set),
        },
    )
}

/// `insert.excluded` and `insert.inserted`: the row that was to be inserted.
pub(super) fn excluded(vm: &mut Vm, this: Value) -> PyResult {
    let Some(node) = node_of(&this) else {
        return Ok(Value::None);
    };
    let collection = schema::new_collection();
    for (key, column) in schema::columns_of(vm, &node.table)? {
        let type_value = attr(vm, &column, "type")?;
        let name = attr_str(vm, &column, "name")?.unwrap_or_default();
        let sql_type = types::sql_type(vm, &type_value)?;
        let made = expr::wrap(Expr::Excluded {
            name: name.clone(),
            sql_type,
        });
        if let Value::Instance(instance) = &made {
            instance.set("name", Value::str(&name));
            instance.set("key", Value::Str(key.clone()));
            instance.set("type", type_value);
        }
        schema::push(&collection, key, made);
    }
    Ok(collection)
}
