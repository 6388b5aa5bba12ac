//! Parameters that are given when a statement is executed.

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{Bind, InsertSource, Literal, SqlStatement, SqlType, TextClause};
use limbec_sql::{BindMode, Dialect};

use super::super::util::{argument_error, attr_str, error};
use super::super::{dml, expr, schema, values, walk};
use super::defaults::{self, Sent};

/// The parameters of one execution.
pub(super) type Parameters = Vec<(Rc<str>, Value)>;

/// The sets of parameters of a call: none, one dict, or a list of dicts.
pub(super) fn parameter_sets(vm: &mut Vm, value: &Value) -> PyResult<Vec<Parameters>> {
    match value {
        Value::None => Ok(Vec::new()),
        Value::Dict(dict) => Ok(vec![dict.str_items()]),
        Value::List(_) | Value::Tuple(_) => {
            let mut sets = Vec::new();
            for item in vm.iterate(value)? {
                let Value::Dict(dict) = &item else {
                    return Err(argument_error(
                        vm,
                        "List argument must consist only of dictionaries",
                    ));
                };
                sets.push(dict.str_items());
            }
            Ok(sets)
        }
        other => {
            // Any mapping will do, such as a row's `_mapping`.
            if vm.hasattr(other, "keys")? {
                let keys = vm.call_method(other, "keys", Vec::new())?;
                let mut set = Vec::new();
                for key in vm.iterate(&keys)? {
                    let item = vm.get_item(other, &key)?;
                    set.push((key.as_str().unwrap_or_default(), item));
                }
                return Ok(vec![set]);
            }
            Err(argument_error(
                vm,
                "mapping or list expected for parameters",
            ))
        }
    }
}

/// The statement with the values of its parameters in it.
pub(super) fn bind(
    vm: &mut Vm,
    dialect: &dyn Dialect,
    object: &Value,
    statement: SqlStatement,
    given: Option<&Parameters>,
) -> PyResult<(SqlStatement, Sent)> {
    let empty = Vec::new();
    let given = given.unwrap_or(&empty);
    let mut bound = with_values(vm, dialect, object, statement, given)?;
    let sent = defaults::fill(vm, object, &mut bound, given)?;
    Ok((bound, sent))
}

fn with_values(
    vm: &mut Vm,
    dialect: &dyn Dialect,
    object: &Value,
    statement: SqlStatement,
    given: &Parameters,
) -> PyResult<SqlStatement> {
    match statement {
        SqlStatement::Text(mut clause) => {
            fill_text(vm, &mut clause, given)?;
            for name in expr::parameters(&clause.text) {
                if !clause
                    .binds
                    .iter()
                    .any(|bind| bind.key == name && bind.value.is_some())
                {
                    return Err(required(vm, dialect, &name, clause));
                }
            }
            Ok(SqlStatement::Text(clause))
        }
        SqlStatement::Insert(mut insert) => {
            let table = dml::node_of(object)
                .map(|node| node.table.clone())
                .unwrap_or_default();
            let mut values = match &insert.source {
                InsertSource::Values(values) => values.clone(),
                _ => Vec::new(),
            };
            let mut rest = Vec::new();
            for (name, value) in given {
                match column(vm, &table, name)? {
                    Some(column) => {
                        let made = dml::column_value(vm, &column, value)?;
                        values.retain(|(known, _)| **known != **name);
                        values.push((name.to_string(), made));
                    }
                    None => rest.push((name.clone(), value.clone())),
                }
            }
            let takes = matches!(
                insert.source,
                InsertSource::Values(_) | InsertSource::Defaults
            );
            if takes {
                insert.source = InsertSource::Values(values);
            }
            let literals = literals(vm, &rest)?;
            let mut statement = SqlStatement::Insert(insert);
            fill(&mut statement, &literals);
            Ok(statement)
        }
        SqlStatement::Update(mut update) => {
            let table = dml::node_of(object)
                .map(|node| node.table.clone())
                .unwrap_or_default();
            let mut probe = SqlStatement::Update(update.clone());
            let own = names(&mut probe);
            let mut rest = Vec::new();
            for (name, value) in given {
                match column(vm, &table, name)? {
                    Some(column) if !own.iter().any(|known| **known == **name) => {
                        let made = dml::column_value(vm, &column, value)?;
                        update.set.retain(|(known, _)| **known != **name);
                        update.set.push((name.to_string(), made));
                    }
                    _ => rest.push((name.clone(), value.clone())),
                }
            }
            let literals = literals(vm, &rest)?;
            let mut statement = SqlStatement::Update(update);
            fill(&mut statement, &literals);
            Ok(statement)
        }
        mut other => {
            let literals = literals(vm, given)?;
            fill(&mut other, &literals);
            Ok(other)
        }
    }
}

fn column(vm: &mut Vm, table: &Value, name: &str) -> PyResult<Option<Value>> {
    for (key, column) in schema::columns_of(vm, table)? {
        if *key == *name || attr_str(vm, &column, "name")?.as_deref() == Some(name) {
            return Ok(Some(column));
        }
    }
    Ok(None)
}

fn literals(vm: &mut Vm, given: &[(Rc<str>, Value)]) -> PyResult<Vec<(String, Literal)>> {
    let mut list = Vec::new();
    for (name, value) in given {
        list.push((name.to_string(), values::literal(vm, value)?));
    }
    Ok(list)
}

fn fill_text(
    vm: &mut Vm,
    clause: &mut limbec_schema::TextClause,
    given: &Parameters,
) -> PyResult<()> {
    for (name, value) in given {
        let literal = values::literal(vm, value)?;
        match clause.binds.iter_mut().find(|bind| *bind.key == **name) {
            Some(bind) => {
                let json = matches!(bind.sql_type, SqlType::Json(_));
                bind.value = Some(if json {
                    Literal::Json(super::super::json::dumps(vm, value)?)
                } else {
                    literal
                });
            }
            None => clause.binds.push(Bind {
                key: name.to_string(),
                anonymous: false,
                // A value given at execution reaches the driver as it is.
                sql_type: SqlType::Null,
                value: Some(literal),
                inline: false,
                expanding: false,
            }),
        }
    }
    Ok(())
}

/// The error of a parameter that was not given.
fn required(
    vm: &mut Vm,
    dialect: &dyn Dialect,
    name: &str,
    clause: TextClause,
) -> limbec_python::PyError {
    let text = clause.text.clone();
    let statement = SqlStatement::Text(clause);
    let sql = limbec_sql::compile_statement(dialect, &statement, BindMode::Printed)
        .map_or(text, |compiled| compiled.sql);
    error(
        vm,
        "StatementError",
        format!(
            "(sqlalchemy.exc.InvalidRequestError) A value is required for bind parameter \
             '{name}'\n[SQL: {sql}]\n(Background on this error at: https://sqlalche.me/e/20/cd3x)"
        ),
    )
}

/// Give the named binds of a statement their values.
fn fill(statement: &mut SqlStatement, given: &[(String, Literal)]) {
    if given.is_empty() {
        return;
    }
    walk::statement(statement, &mut |bind| {
        if !bind.anonymous
            && let Some((_, value)) = given.iter().find(|(name, _)| *name == bind.key)
        {
            bind.value = Some(value.clone());
        }
    });
}

/// The names of the binds that wait for a value.
fn names(statement: &mut SqlStatement) -> Vec<String> {
    let mut list = Vec::new();
    walk::statement(statement, &mut |bind| {
        if !bind.anonymous && bind.value.is_none() {
            list.push(bind.key.clone());
        }
    });
    list
}
