//! Defaults of columns that are computed here: when a statement runs, once for each row.

use std::rc::Rc;

use limbec_python::{ClassBuilder, PyDict, PyError, PyResult, Value, Vm};
use limbec_schema::{Expr, InsertSource, SqlStatement, TableColumn};

use super::super::registry::is_a;
use super::super::util::{attr, attr_bool, make};
use super::super::{dml, expr, schema, values};

/// The values of a row as they were sent, by the keys of the columns.
pub(super) type Sent = Vec<(Rc<str>, Value)>;

/// Give a statement that is about to run the defaults that its columns have here.
pub(super) fn fill(
    vm: &mut Vm,
    object: &Value,
    statement: &mut SqlStatement,
    given: &[(Rc<str>, Value)],
) -> PyResult<Sent> {
    let Some(node) = dml::node_of(object) else {
        return Ok(Vec::new());
    };
    let table = node.table.clone();
    let mut sent: Sent = given.to_vec();
    for (name, value) in &node.given {
        if let Value::Tuple(value) = value
            && !sent.iter().any(|(known, _)| known == name)
        {
            sent.push((name.clone(), value[0].clone()));
        }
    }
    match statement {
        SqlStatement::Insert(insert) => {
            if let InsertSource::Rows(rows) = &mut insert.source {
                for row in rows {
                    fill_row(vm, &table, row)?;
                }
                return Ok(sent);
            }
            let keys: Vec<String> = match &insert.source {
                InsertSource::Values(values) => values.iter().map(|(key, _)| key.clone()).collect(),
                InsertSource::Select { columns, .. } => columns.clone(),
                _ => Vec::new(),
            };
            supply(vm, &table, &mut insert.columns, &keys, "default", &mut sent)?;
        }
        SqlStatement::Update(update) => {
            let keys: Vec<String> = update.set.iter().map(|(key, _)| key.clone()).collect();
            supply(
                vm,
                &table,
                &mut update.columns,
                &keys,
                "onupdate",
                &mut sent,
            )?;
        }
        _ => {}
    }
    Ok(sent)
}

/// Compute the defaults of the columns that a row does not name.
fn supply(
    vm: &mut Vm,
    table: &Value,
    columns: &mut [TableColumn],
    keys: &[String],
    slot: &str,
    sent: &mut Sent,
) -> PyResult<()> {
    for (key, column) in schema::columns_of(vm, table)? {
        if keys.iter().any(|known| **known == *key) {
            continue;
        }
        let Some(value) = computed(vm, &column, slot, sent)? else {
            continue;
        };
        let made = dml::column_value(vm, &column, &value)?;
        if let Some(place) = columns.iter_mut().find(|known| *known.key == *key) {
            match slot {
                "default" => place.default = Some(made),
                _ => place.onupdate = Some(made),
            }
        }
        if !expr::is_sql(vm, &value)? {
            sent.push((key, value));
        }
    }
    Ok(())
}

/// Add the defaults to one of several rows of `values([...])`.
fn fill_row(vm: &mut Vm, table: &Value, row: &mut Vec<(String, Expr)>) -> PyResult<()> {
    let mut known = Vec::new();
    for (name, value) in row.iter() {
        if let Expr::Bind(bind) = value
            && let Some(literal) = &bind.value
        {
            known.push((Rc::from(name.as_str()), values::value(vm, literal)?));
        }
    }
    for (key, column) in schema::columns_of(vm, table)? {
        if row.iter().any(|(name, _)| **name == *key) {
            continue;
        }
        if let Some(value) = computed(vm, &column, "default", &known)? {
            row.push((key.to_string(), dml::column_value(vm, &column, &value)?));
        }
    }
    Ok(())
}

/// The value of a default, `None` where the column has none.
fn computed(
    vm: &mut Vm,
    column: &Value,
    slot: &str,
    known: &[(Rc<str>, Value)],
) -> PyResult<Option<Value>> {
    let default = attr(vm, column, slot)?;
    if default.is_none() || is_a(vm, &default, "FetchedValue") || is_a(vm, &default, "Sequence") {
        return Ok(None);
    }
    let value = attr(vm, &default, "arg")?;
    if !attr_bool(vm, &default, "is_callable")? {
        return Ok(Some(value));
    }
    // A function may take the context of the statement or nothing at all.
    match vm.call(&value, Vec::new(), Vec::new()) {
        Err(problem) if wants_argument(vm, &problem) => {
            vm.call(&value, vec![context(known)], Vec::new()).map(Some)
        }
        other => other.map(Some),
    }
}

/// Whether a call failed because the function has a parameter.
fn wants_argument(vm: &Vm, problem: &PyError) -> bool {
    vm.error_is(problem, "TypeError")
        && problem
            .to_string()
            .contains("missing 1 required positional argument")
}

/// What a default function may ask for: the other values of the row.
fn context(known: &[(Rc<str>, Value)]) -> Value {
    let instance = make("DefaultExecutionContext");
    let dict = PyDict::new();
    for (name, value) in known {
        dict.set_str(name.clone(), value.clone());
    }
    instance.set("current_parameters", Value::Dict(Rc::new(dict)));
    Value::Instance(instance)
}

/// The class of that context.
pub(super) fn context_class(builder: ClassBuilder) -> ClassBuilder {
    builder.method(
        "get_current_parameters",
        "isolate_multiinsert_groups=True",
        |vm, this, _| attr(vm, &this, "current_parameters"),
    )
}

/// The keys of a row's values as dicts, for who wants to know what was sent.
pub(super) fn as_dicts(rows: &[Sent]) -> Value {
    Value::list(
        rows.iter()
            .map(|row| Value::dict(row.iter().cloned()))
            .collect(),
    )
}
