//! `Connection`: what it is, its options, and how it is closed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};
use limbec_sql::connection::Characteristic;

use super::super::exc;
use super::super::util::{argument_error, error, invalid_request, make};
use super::execute::{driver_sql, execute};
use super::transaction::transaction_object;
use super::{dialect, factory, schemas};
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
pub(super) fn open(vm: &mut Vm, this: &Value) -> PyResult<Rc<dyn Host>> {
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

pub(super) fn command(vm: &mut Vm, this: &Value, command: TransactionCommand) -> PyResult<()> {
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
