//! The primary keys of rows that were inserted.

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{Expr, InsertSource, SqlStatement};

use super::super::util::{attr_bool, attr_str, invalid_request};
use super::super::{dml, schema, values};
use super::defaults::Sent;
use super::row;
use crate::script::host::Outcome;

/// The primary key of the row that was inserted: as given, or as the database numbered it.
pub(super) fn inserted_key(
    vm: &mut Vm,
    object: &Value,
    statement: &SqlStatement,
    outcome: &Outcome,
    sent: &[Sent],
) -> PyResult {
    let Some(node) = dml::node_of(object) else {
        return Ok(Value::None);
    };
    let SqlStatement::Insert(insert) = statement else {
        return Ok(Value::None);
    };
    let mut keys: Vec<Rc<str>> = Vec::new();
    let mut cells = Vec::new();
    for (key, column) in schema::columns_of(vm, &node.table)? {
        if !attr_bool(vm, &column, "primary_key")? {
            continue;
        }
        let name = attr_str(vm, &column, "name")?.unwrap_or_else(|| key.to_string());
        let given = match &insert.source {
            InsertSource::Values(values) => values.iter().find(|(known, _)| **known == *key),
            _ => None,
        };
        let told = sent
            .first()
            .and_then(|row| row.iter().find(|(known, _)| *known == key));
        if let Some((_, value)) = told {
            cells.push(value.clone());
            keys.push(Rc::from(name));
            continue;
        }
        let back = outcome
            .columns
            .iter()
            .position(|column| column.name == name);
        if let (Some(place), Some(row)) = (back, outcome.rows.first())
            && insert.returning.is_empty()
        {
            cells.push(values::value(vm, &row[place])?);
            keys.push(Rc::from(name));
            continue;
        }
        cells.push(match given {
            Some((_, Expr::Bind(bind))) => match &bind.value {
                Some(literal) => values::value(vm, literal)?,
                None => Value::None,
            },
            // Which of several rows the database numbered last says nothing.
            _ if matches!(
                insert.source,
                InsertSource::Rows(_) | InsertSource::Select { .. }
            ) =>
            {
                Value::None
            }
            _ => outcome.lastrowid.map_or(Value::None, Value::Int),
        });
        keys.push(Rc::from(name));
    }
    Ok(row::row(&Rc::new(keys), cells))
}

/// The primary key of one of several rows: as it was sent.
pub(super) fn sent_key(vm: &mut Vm, statement: &Value, sent: &Sent) -> PyResult {
    let Some(node) = dml::node_of(statement) else {
        return Ok(Value::None);
    };
    let mut keys: Vec<Rc<str>> = Vec::new();
    let mut cells = Vec::new();
    for (key, column) in schema::columns_of(vm, &node.table)? {
        if attr_bool(vm, &column, "primary_key")? {
            let told = sent.iter().find(|(known, _)| *known == key);
            cells.push(told.map_or(Value::None, |(_, value)| value.clone()));
            let name = attr_str(vm, &column, "name")?;
            keys.push(name.map_or(key, Rc::from));
        }
    }
    Ok(row::row(&Rc::new(keys), cells))
}

/// What is asked of the result of something else.
pub(super) fn no_insert(vm: &mut Vm) -> limbec_python::PyError {
    invalid_request(vm, "Statement is not an insert() expression construct.")
}
