//! Transactions and savepoints of a connection.

use std::cell::Cell;
use std::rc::Rc;

use limbec_python::{ClassBuilder, PyResult, Value, Vm};

use super::super::util::{invalid_request, make};
use super::connection::command;
use crate::script::host::TransactionCommand;

/// What a `Transaction` object carries.
struct TransactionNode {
    connection: Value,
    savepoint: Option<String>,
    active: Cell<bool>,
}

pub(super) fn transaction_object(
    key: &str,
    connection: &Value,
    savepoint: Option<String>,
) -> Value {
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
