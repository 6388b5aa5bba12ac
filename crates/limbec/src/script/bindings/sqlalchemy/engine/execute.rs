//! The statements of a connection: one, many, and those in the driver's own words.

use std::rc::Rc;

use limbec_python::{Bound, PyResult, Value, Vm};
use limbec_schema::Literal;
use limbec_sql::dialect::ParamStyle;
use limbec_sql::{BindMode, Params, Statement};

use super::super::ddl::{self, Executable};
use super::super::util::error;
use super::super::{dml, exc, values};
use super::connection::open;
use super::{binds, result};
use crate::script::host::Host;

/// `connection.execute(statement, parameters)`
pub(in super::super) fn execute(
    vm: &mut Vm,
    this: &Value,
    statement: &Value,
    parameters: &Value,
) -> PyResult {
    let host = open(vm, this)?;
    // The stand-in of `--sql` hands a string to Alembic, which takes it for `text()`.
    if statement.as_str().is_some() && !host.is_offline() {
        let shown = vm.repr(statement)?;
        return Err(error(
            vm,
            "ObjectNotExecutableError",
            format!("Not an executable object: {shown}"),
        ));
    }
    let executable = ddl::executable(vm, statement, host.dialect())?;
    let plain = match executable {
        Executable::Operation(operation) => {
            host.invoke(*operation)
                .map_err(|problem| exc::host_error(vm, problem))?;
            return Ok(result::empty());
        }
        Executable::Statement(plain) => plain,
    };
    if host.is_offline() {
        // SQLAlchemy's stand-in writes the statement and has no result.
        host.execute(&plain)
            .map_err(|problem| exc::host_error(vm, problem))?;
        return Ok(Value::None);
    }
    let sets = binds::parameter_sets(vm, parameters)?;
    if sets.len() > 1 {
        return many(vm, &host, statement, &plain, &sets);
    }
    let (bound, sent) = binds::bind(vm, host.dialect(), statement, plain, sets.first())?;
    let outcome = host
        .execute(&bound)
        .map_err(|problem| exc::host_error(vm, problem))?;
    result::from_outcome(vm, &*host, statement, &bound, outcome, vec![sent])
}

/// One statement, once for each set of parameters.
fn many(
    vm: &mut Vm,
    host: &Rc<dyn Host>,
    statement: &Value,
    plain: &limbec_schema::SqlStatement,
    sets: &[binds::Parameters],
) -> PyResult {
    let mut statements = Vec::with_capacity(sets.len());
    let mut sent = Vec::with_capacity(sets.len());
    for set in sets {
        let (bound, values) = binds::bind(vm, host.dialect(), statement, plain.clone(), Some(set))?;
        statements.push(bound);
        sent.push(values);
    }
    if returns(plain) {
        return returning(vm, host, statement, statements, sent);
    }
    let mut total = 0;
    if let Some(together) = together(&**host, &statements) {
        for statement in together {
            let outcome = host
                .execute_driver(&statement.sql, &statement.params)
                .map_err(|problem| exc::host_error(vm, problem))?;
            // SQLAlchemy tells the count of the last page only.
            total = outcome.rowcount.max(0);
        }
        return Ok(result::repeated(statement, total, sent));
    }
    for bound in statements {
        let outcome = host
            .execute(&bound)
            .map_err(|problem| exc::host_error(vm, problem))?;
        total += outcome.rowcount.max(0);
    }
    Ok(result::repeated(statement, total, sent))
}

/// Whether the rows of an INSERT come back.
fn returns(statement: &limbec_schema::SqlStatement) -> bool {
    matches!(statement, limbec_schema::SqlStatement::Insert(insert) if !insert.returning.is_empty())
}

/// How many rows go into one INSERT, as SQLAlchemy has it.
const PAGE: usize = 1000;

/// INSERT of many rows that come back: by pages, or one by one where their order counts.
fn returning(
    vm: &mut Vm,
    host: &Rc<dyn Host>,
    object: &Value,
    statements: Vec<limbec_schema::SqlStatement>,
    sent: Vec<super::defaults::Sent>,
) -> PyResult {
    let in_order = dml::node_of(object).is_some_and(|node| node.in_order);
    let pages: Vec<limbec_schema::SqlStatement> = if in_order {
        statements
    } else {
        statements.chunks(PAGE).flat_map(page).collect()
    };
    let mut whole: Option<crate::script::host::Outcome> = None;
    for bound in &pages {
        let outcome = host
            .execute(bound)
            .map_err(|problem| exc::host_error(vm, problem))?;
        match &mut whole {
            Some(whole) => {
                whole.rows.extend(outcome.rows);
                whole.rowcount += outcome.rowcount.max(0);
            }
            None => whole = Some(outcome),
        }
    }
    match (whole, pages.first()) {
        (Some(outcome), Some(first)) => {
            result::from_outcome(vm, &**host, object, first, outcome, sent)
        }
        _ => Ok(result::repeated(object, 0, sent)),
    }
}

/// Several INSERTs of one row as one of many rows, where they name the same columns.
fn page(statements: &[limbec_schema::SqlStatement]) -> Vec<limbec_schema::SqlStatement> {
    use limbec_schema::{InsertSource, SqlStatement};
    let mut rows: Vec<Vec<(String, limbec_schema::Expr)>> = Vec::new();
    for statement in statements {
        let SqlStatement::Insert(insert) = statement else {
            return statements.to_vec();
        };
        let InsertSource::Values(values) = &insert.source else {
            return statements.to_vec();
        };
        let mut row = values.clone();
        for column in &insert.columns {
            if let Some(default) = &column.default
                && !row.iter().any(|(key, _)| *key == column.key)
            {
                row.push((column.key.clone(), default.clone()));
            }
        }
        let keys = |row: &[(String, limbec_schema::Expr)]| {
            let mut keys: Vec<String> = row.iter().map(|(key, _)| key.clone()).collect();
            keys.sort();
            keys
        };
        if rows.first().is_some_and(|first| keys(first) != keys(&row)) {
            return statements.to_vec();
        }
        rows.push(row);
    }
    let mut whole = statements[0].clone();
    if let SqlStatement::Insert(insert) = &mut whole {
        insert.source = InsertSource::Rows(rows);
    }
    vec![whole]
}

/// Statements that differ only in their values, as one text with the values of each (the driver's
/// `executemany`).
fn together(host: &dyn Host, statements: &[limbec_schema::SqlStatement]) -> Option<Vec<Statement>> {
    let mut text = None;
    let mut names: Option<Vec<String>> = None;
    let mut rows = Vec::with_capacity(statements.len());
    let schemas = host.schema_map();
    for statement in statements {
        let compiled = limbec_sql::compile_translated(
            host.dialect(),
            statement,
            BindMode::Parameters,
            &schemas,
        )
        .ok()?;
        if *text.get_or_insert_with(|| compiled.sql.clone()) != compiled.sql {
            return None;
        }
        match compiled.params {
            Params::Positional(values) => rows.push(values),
            Params::Named(pairs) => {
                let (own, values) = pairs.into_iter().unzip();
                if *names.get_or_insert_with(|| Vec::clone(&own)) != own {
                    return None;
                }
                rows.push(values);
            }
            _ => return None,
        }
    }
    let sql = text?;
    Some(match names {
        Some(names) => limbec_sql::many_rows(sql, names, rows),
        None => vec![Statement {
            sql,
            params: Params::Many(rows),
        }],
    })
}

/// `connection.exec_driver_sql("...", parameters)`
pub(super) fn driver_sql(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
    let host = open(vm, &this)?;
    let sql = bound.str("statement")?;
    if sql.to_ascii_lowercase().contains("search_path") {
        // SQLAlchemy asks for it when it connects; the functions that listen for that come before.
        let _ = host.default_schema();
    }
    let mut params = driver_params(vm, bound.get("parameters"))?;
    if host.driver() == "asyncpg" {
        if params != Params::None {
            return Err(vm.unsupported(
                "exec_driver_sql() with parameters in the style of asyncpg ($1): use text() and :name",
            ));
        }
    } else if params == Params::None && host.dialect().features().paramstyle == ParamStyle::Pyformat
    {
        // SQLAlchemy hands an empty dict to such drivers, which makes `%` mean something.
        params = Params::Named(Vec::new());
    }
    let outcome = host
        .execute_driver(&sql, &params)
        .map_err(|problem| exc::host_error(vm, problem))?;
    result::raw(vm, outcome)
}

/// The parameters of a driver: a tuple, a dict, or a list of tuples.
pub(super) fn driver_params(vm: &mut Vm, value: &Value) -> PyResult<Params> {
    Ok(match value {
        Value::None => Params::None,
        Value::Dict(dict) => {
            let mut named = Vec::new();
            for (name, item) in dict.str_items() {
                named.push((name.to_string(), values::literal(vm, &item)?));
            }
            Params::Named(named)
        }
        Value::List(items) if is_named_rows(&items.borrow()) => named_rows(vm, value)?,
        Value::List(items) if items.borrow().iter().all(is_row) && !items.borrow().is_empty() => {
            let mut rows = Vec::new();
            for row in vm.iterate(value)? {
                rows.push(literals(vm, &row)?);
            }
            Params::Many(rows)
        }
        other => Params::Positional(literals(vm, other)?),
    })
}

fn is_named_rows(items: &[Value]) -> bool {
    !items.is_empty() && items.iter().all(|item| matches!(item, Value::Dict(_)))
}

/// Rows by name; a name that a row lacks is Python's `KeyError`.
fn named_rows(vm: &mut Vm, value: &Value) -> PyResult<Params> {
    let mut names: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for row in vm.iterate(value)? {
        if names.is_empty()
            && let Value::Dict(first) = &row
        {
            names = first
                .str_items()
                .into_iter()
                .map(|(name, _)| name.to_string())
                .collect();
        }
        let mut found = Vec::with_capacity(names.len());
        for name in &names {
            let item = vm.get_item(&row, &Value::str(name))?;
            found.push(values::literal(vm, &item)?);
        }
        rows.push(found);
    }
    Ok(Params::NamedMany { names, rows })
}

fn is_row(value: &Value) -> bool {
    matches!(value, Value::Tuple(_) | Value::List(_))
}

fn literals(vm: &mut Vm, value: &Value) -> PyResult<Vec<Literal>> {
    let mut list = Vec::new();
    for item in vm.iterate(value)? {
        list.push(values::literal(vm, &item)?);
    }
    Ok(list)
}
