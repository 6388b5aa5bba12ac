//! `Connection` and its transactions.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};
use limbec_schema::Literal;
use limbec_sql::connection::Characteristic;
use limbec_sql::dialect::ParamStyle;
use limbec_sql::{BindMode, Params, Statement};

use super::super::ddl::{self, Executable};
use super::super::util::{argument_error, error, invalid_request, make};
use super::super::{dml, exc, values};
use super::{binds, dialect, factory, result, schemas};
use crate::script::host::{Host, TransactionCommand};

/// What a `Connection` object carries.
pub(super) struct ConnectionNode {
    host: Rc<dyn Host>,
    closed: Cell<bool>,
    savepoints: Cell<u32>,
    engine: RefCell<Value>,
    /// One object, because scripts set attributes of it (`default_schema_name`).
    dialect: RefCell<Value>,
    /// Closing it gives it back and does not end it.
    pooled: bool,
}

/// A `Connection` object for a host.
pub fn connection_object(host: Rc<dyn Host>) -> Value {
    shared_connection(host, false)
}

/// A `Connection` object for a host that outlives it where `pooled` says so.
pub(super) fn shared_connection(host: Rc<dyn Host>, pooled: bool) -> Value {
    let key = if host.is_offline() {
        "MockConnection"
    } else {
        "Connection"
    };
    let instance = make(key);
    instance.set_payload(Rc::new(ConnectionNode {
        host,
        closed: Cell::new(false),
        savepoints: Cell::new(0),
        engine: RefCell::default(),
        dialect: RefCell::default(),
        pooled,
    }));
    Value::Instance(instance)
}

/// The host behind a `Connection` object.
pub fn host_of_connection(value: &Value) -> Option<Rc<dyn Host>> {
    value
        .payload::<ConnectionNode>()
        .map(|node| node.host.clone())
}

fn node(vm: &mut Vm, this: &Value) -> PyResult<Rc<ConnectionNode>> {
    match this.payload::<ConnectionNode>() {
        Some(node) => Ok(node),
        None => Err(vm.raise("AttributeError", "this connection was not opened")),
    }
}

/// The host, unless the connection is closed.
fn open(vm: &mut Vm, this: &Value) -> PyResult<Rc<dyn Host>> {
    let node = node(vm, this)?;
    if node.closed.get() {
        return Err(error(
            vm,
            "ResourceClosedError",
            "This Connection is closed",
        ));
    }
    Ok(node.host.clone())
}

fn command(vm: &mut Vm, this: &Value, command: TransactionCommand) -> PyResult<()> {
    let host = open(vm, this)?;
    host.transaction(command)
        .map_err(|problem| exc::host_error(vm, problem))
}

/// What connections of both kinds share: those of databases and the stand-in of `--sql`.
pub(super) fn shared(builder: ClassBuilder) -> ClassBuilder {
    builder
        .property("dialect", |vm, this| {
            let node = node(vm, &this)?;
            let known = node.dialect.borrow().clone();
            if !known.is_none() {
                return Ok(known);
            }
            let made = dialect::dialect_of_host(&node.host);
            *node.dialect.borrow_mut() = made.clone();
            Ok(made)
        })
        .property("engine", |vm, this| {
            let node = node(vm, &this)?;
            let known = node.engine.borrow().clone();
            if !known.is_none() {
                return Ok(known);
            }
            let made = factory::engine_of_host(&node.host);
            *node.engine.borrow_mut() = made.clone();
            Ok(made)
        })
        .method("execution_options", "**opt", |vm, this, bound| {
            characteristics(vm, &this, &bound)?;
            Ok(this)
        })
        .method("_limbec_translate", "map", |vm, this, bound| {
            let host = open(vm, &this)?;
            let before = host.schema_map();
            let map = schemas::map(vm, bound.at(0))?;
            host.set_schema_map(Some(map));
            schemas::value(vm, &before)
        })
        .method("connect", "**kw", |_, this, _| Ok(this))
        .method(
            "execute",
            "statement, parameters=None, *, execution_options=None",
            |vm, this, bound| executed(vm, &this, &bound),
        )
        .method("close", "", |vm, this, _| {
            close(vm, &this)?;
            Ok(Value::None)
        })
}

/// `execution_options(isolation_level=..., postgresql_readonly=...)`: what holds for the
/// transactions from now on, and cannot change in the middle of one.
fn characteristics(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult<()> {
    let host = open(vm, this)?;
    if let Some(map) = bound.kwarg("schema_translate_map") {
        let map = schemas::map(vm, map)?;
        host.set_schema_map(Some(map));
    }
    let mut wanted = Vec::new();
    for name in [
        "isolation_level",
        "postgresql_readonly",
        "postgresql_deferrable",
    ] {
        if let Some(value) = bound.kwarg(name) {
            wanted.push((name, value.clone()));
        }
    }
    if wanted.is_empty() || host.is_offline() {
        return Ok(());
    }
    if host.in_transaction() {
        let names: Vec<&str> = wanted.iter().map(|(name, _)| *name).collect();
        let message = format!(
            "This connection has already initialized a SQLAlchemy Transaction() object via begin() \
             or autobegin; {} may not be altered unless rollback() or commit() is called first.",
            names.join(", ")
        );
        return Err(invalid_request(vm, message));
    }
    for (name, value) in wanted {
        let characteristic = match name {
            "isolation_level" => Characteristic::Isolation(isolation_level(vm, &*host, &value)?),
            "postgresql_readonly" => Characteristic::ReadOnly(vm.truthy(&value)?),
            _ => Characteristic::Deferrable(vm.truthy(&value)?),
        };
        host.set_characteristic(&characteristic)
            .map_err(|problem| exc::host_error(vm, problem))?;
    }
    Ok(())
}

/// `execute(statement, parameters, execution_options={...})`: a map of schemas holds for this
/// statement alone, and the call's goes before the connection's before the statement's own.
fn executed(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let statement = bound.get("statement");
    let parameters = bound.get("parameters");
    let host = open(vm, this)?;
    let known = host.given_schema_map();
    let wanted = match schemas::of_call(vm, bound.get("execution_options"))? {
        None if known.is_none() => schemas::of_statement(vm, statement)?,
        given => given,
    };
    let Some(wanted) = wanted else {
        return execute(vm, this, statement, parameters);
    };
    host.set_schema_map(Some(wanted));
    let done = execute(vm, this, statement, parameters);
    host.set_schema_map(known);
    done
}

/// One of the levels that the driver offers.
fn isolation_level(vm: &mut Vm, host: &dyn Host, value: &Value) -> PyResult<String> {
    let level = vm.str(value)?.replace('_', " ").to_uppercase();
    let levels = host.dialect().isolation_levels(&host.driver());
    if levels.contains(&level.as_str()) {
        return Ok(level);
    }
    let message = format!(
        "Invalid value '{level}' for isolation_level. Valid isolation levels for '{}' are {}",
        host.dialect().name(),
        levels.join(", ")
    );
    Err(argument_error(vm, message))
}

/// The class `MockConnection`, which is its own engine.
pub(super) fn mock(builder: ClassBuilder) -> ClassBuilder {
    shared(builder).property("name", |vm, this| {
        let host = node(vm, &this)?.host.clone();
        Ok(Value::str(host.dialect().name()))
    })
}

/// The class `Connection`.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    shared(builder)
        .method(
            "scalar",
            "statement, parameters=None, *, execution_options=None",
            |vm, this, bound| {
                let found = executed(vm, &this, &bound)?;
                vm.call_method(&found, "scalar", Vec::new())
            },
        )
        .method(
            "scalars",
            "statement, parameters=None, *, execution_options=None",
            |vm, this, bound| {
                let found = executed(vm, &this, &bound)?;
                vm.call_method(&found, "scalars", Vec::new())
            },
        )
        .method(
            "exec_driver_sql",
            "statement, parameters=None, execution_options=None",
            driver_sql,
        )
        .method("begin", "", |vm, this, _| {
            let host = open(vm, &this)?;
            if host.in_transaction() {
                return Err(invalid_request(
                    vm,
                    "This connection has already initialized a SQLAlchemy Transaction() object \
                     via begin() or autobegin; can't call begin() here unless rollback() or \
                     commit() is called first.",
                ));
            }
            command(vm, &this, TransactionCommand::Begin)?;
            Ok(transaction_object("RootTransaction", &this, None))
        })
        .method("begin_nested", "", |vm, this, _| {
            let node = node(vm, &this)?;
            let number = node.savepoints.get() + 1;
            node.savepoints.set(number);
            let name = format!("sa_savepoint_{number}");
            if !node.host.in_transaction() {
                command(vm, &this, TransactionCommand::Begin)?;
            }
            command(vm, &this, TransactionCommand::Savepoint(name.clone()))?;
            Ok(transaction_object("NestedTransaction", &this, Some(name)))
        })
        .method("commit", "", |vm, this, _| {
            command(vm, &this, TransactionCommand::Commit)?;
            Ok(Value::None)
        })
        .method("rollback", "", |vm, this, _| {
            command(vm, &this, TransactionCommand::Rollback)?;
            Ok(Value::None)
        })
        .method("in_transaction", "", |vm, this, _| {
            let host = open(vm, &this)?;
            Ok(Value::Bool(host.in_transaction()))
        })
        .method("in_nested_transaction", "", |vm, this, _| {
            Ok(Value::Bool(node(vm, &this)?.savepoints.get() > 0))
        })
        .method("get_transaction", "", |vm, this, _| {
            let host = open(vm, &this)?;
            Ok(if host.in_transaction() {
                transaction_object("RootTransaction", &this, None)
            } else {
                Value::None
            })
        })
        .property("closed", |vm, this| {
            Ok(Value::Bool(node(vm, &this)?.closed.get()))
        })
        .property("invalidated", |_, _| Ok(Value::Bool(false)))
        .property("info", |_, _| Ok(Value::dict(Vec::<(&str, Value)>::new())))
        .property("connection", |_, this| Ok(factory::raw_connection(&this)))
        .method("get_isolation_level", "", |vm, this, _| {
            let host = open(vm, &this)?;
            if let Some(level) = host.isolation_level() {
                return Ok(Value::str(level));
            }
            Ok(Value::str(match host.dialect().name() {
                "sqlite" => "SERIALIZABLE",
                "postgresql" => "READ COMMITTED",
                _ => "REPEATABLE READ",
            }))
        })
        .method(
            "run_callable",
            "callable_, *args, **kwargs",
            |vm, this, bound| {
                let mut args = vec![this];
                args.extend(bound.varargs().iter().cloned());
                let callable = bound.get("callable_").clone();
                vm.call(&callable, args, bound.kwargs().to_vec())
            },
        )
        .method("detach", "", |_, _, _| Ok(Value::None))
        .method("invalidate", "exception=None", |_, _, _| Ok(Value::None))
        .method("__enter__", "", |_, this, _| Ok(this))
        .method("__exit__", "type_, value, traceback", |vm, this, _| {
            close(vm, &this)?;
            Ok(Value::Bool(false))
        })
}

/// Close the connection: what was not committed is undone.
pub(super) fn close(vm: &mut Vm, this: &Value) -> PyResult<()> {
    let node = node(vm, this)?;
    if node.closed.replace(true) {
        return Ok(());
    }
    if node.pooled {
        let undone = node.host.transaction(TransactionCommand::Rollback);
        return undone.map_err(|problem| exc::host_error(vm, problem));
    }
    if !node.host.is_offline() {
        node.host.close();
    }
    Ok(())
}

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
        return Ok(result::counted(total, sent));
    }
    for bound in statements {
        let outcome = host
            .execute(&bound)
            .map_err(|problem| exc::host_error(vm, problem))?;
        total += outcome.rowcount.max(0);
    }
    Ok(result::counted(total, sent))
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
        _ => Ok(result::counted(0, sent)),
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
fn driver_sql(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
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

/// What a `Transaction` object carries.
struct TransactionNode {
    connection: Value,
    savepoint: Option<String>,
    active: Cell<bool>,
}

fn transaction_object(key: &str, connection: &Value, savepoint: Option<String>) -> Value {
    let instance = make(key);
    instance.set_payload(Rc::new(TransactionNode {
        connection: connection.clone(),
        savepoint,
        active: Cell::new(true),
    }));
    Value::Instance(instance)
}

/// `engine.begin()` of a connection that was just opened.
pub(super) fn begin(vm: &mut Vm, connection: &Value) -> PyResult {
    vm.call_method(connection, "begin", Vec::new())
}

fn end(vm: &mut Vm, this: &Value, commit: bool) -> PyResult<()> {
    let Some(node) = this.payload::<TransactionNode>() else {
        return Ok(());
    };
    if !node.active.replace(false) {
        if !commit {
            return Ok(());
        }
        return Err(invalid_request(vm, "This transaction is inactive"));
    }
    let order = match (&node.savepoint, commit) {
        (None, true) => TransactionCommand::Commit,
        (None, false) => TransactionCommand::Rollback,
        (Some(name), true) => TransactionCommand::ReleaseSavepoint(name.clone()),
        (Some(name), false) => TransactionCommand::RollbackToSavepoint(name.clone()),
    };
    command(vm, &node.connection, order)
}

/// The class `Transaction`.
pub(super) fn transaction(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("commit", "", |vm, this, _| {
            end(vm, &this, true)?;
            Ok(Value::None)
        })
        .method("rollback", "", |vm, this, _| {
            end(vm, &this, false)?;
            Ok(Value::None)
        })
        .method("close", "", |vm, this, _| {
            end(vm, &this, false)?;
            Ok(Value::None)
        })
        .property("is_active", |_, this| {
            Ok(Value::Bool(
                this.payload::<TransactionNode>()
                    .is_some_and(|node| node.active.get()),
            ))
        })
        .property("is_valid", |_, _| Ok(Value::Bool(true)))
        .property("connection", |_, this| {
            Ok(this
                .payload::<TransactionNode>()
                .map_or(Value::None, |node| node.connection.clone()))
        })
        .method("__enter__", "", |_, this, _| Ok(this))
        .method("__exit__", "type_, value, traceback", |vm, this, bound| {
            let Some(node) = this.payload::<TransactionNode>() else {
                return Ok(Value::Bool(false));
            };
            if node.active.get() {
                end(vm, &this, bound.at(0).is_none())?;
            }
            Ok(Value::Bool(false))
        })
}
