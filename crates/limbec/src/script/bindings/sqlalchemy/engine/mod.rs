//! Connections, results and engines: `sqlalchemy.engine`.

mod asynchronous;
mod binds;
mod classes;
mod connect_args;
mod connection;
mod defaults;
mod dialect;
mod dialects;
mod execute;
mod factory;
mod inserted;
mod inspector;
mod process;
mod result;
mod row;
mod schemas;
mod transaction;
mod url;
mod visitor;

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{CreateIndex, DropIndex, ExecuteSql, NamedType, Operation, SqlCommand};

use super::registry::FunctionSpec;
use super::util::{argument_error, attr};
use super::{convert, exc, missing};
use crate::script::host::{Connector, Host};

pub use asynchronous::async_connection;
pub(super) use classes::CLASSES;
pub use connection::{connection_object, host_of_connection};
pub use dialect::dialect_of_host;
pub(super) use dialects::{CLASSES as DIALECTS, class as dialect_class, own_name};
pub(super) use factory::listen;
pub(super) use inspector::{ask, flags, of as inspector, option, warn};
pub(super) use result::made as made_result;
pub use url::url_text;
pub use visitor::declared_sequences;
pub(super) use visitor::{create_all, create_table, drop_all, drop_table};

/// The functions.
pub(super) const FUNCTIONS: &[FunctionSpec] = factory::FUNCTIONS;

/// What opens databases for the scripts of an interpreter: `vm.set_ext(Rc::new(Engines(...)))`.
pub struct Engines(pub Rc<dyn Connector>);

/// The host behind a connection, an engine, or an inspector.
pub(super) fn host_of(vm: &mut Vm, value: &Value) -> PyResult<Rc<dyn Host>> {
    missing::check(vm, value)?;
    if let Some(host) = connection::host_of_connection(value) {
        return Ok(host);
    }
    if let Some(host) = factory::host_of_engine(vm, value)? {
        return Ok(host);
    }
    let inner = attr(vm, value, "bind")?;
    if !inner.is_none() {
        return host_of(vm, &inner);
    }
    let class = Value::Class(vm.class_of(value));
    let shown = vm.repr(&class)?;
    if value.is_none() {
        return Err(vm.raise(
            "AttributeError",
            "'NoneType' object has no attribute '_run_ddl_visitor'",
        ));
    }
    Err(argument_error(
        vm,
        format!("Connection or Engine expected, got an object of {shown}"),
    ))
}

/// Looking at the database on a connection begins a transaction; an engine does it on a connection of
/// its own.
pub(super) fn begins(vm: &mut Vm, bind: &Value, host: &Rc<dyn Host>) -> PyResult<()> {
    let of_inspector = attr(vm, bind, "bind")?;
    if [bind, &of_inspector]
        .iter()
        .any(|bind| connection::host_of_connection(bind).is_some())
    {
        host.autobegin();
    }
    Ok(())
}

/// Carry out an operation on the host of a connection.
fn invoke(vm: &mut Vm, bind: &Value, operation: Operation) -> PyResult {
    factory::with_host(vm, bind, |vm, host| match host.invoke(operation) {
        Ok(()) => Ok(Value::None),
        Err(problem) => Err(exc::host_error(vm, problem)),
    })
}

/// `enum.create(bind)`, `enum.drop(bind)` and those of domains
pub(super) fn create_type(
    vm: &mut Vm,
    bind: &Value,
    named: NamedType,
    check_first: bool,
    create: bool,
) -> PyResult {
    let host = host_of(vm, bind)?;
    if matches!(named, NamedType::Enum(_)) && !host.dialect().features().native_enum {
        return Ok(Value::None);
    }
    if check_first && !host.is_offline() {
        host.autobegin();
        let schemas = host.schema_map();
        let there = host.has_type(named.name(), schemas.of(named.schema()));
        if there.map_err(|problem| exc::host_error(vm, problem))? == create {
            return Ok(Value::None);
        }
    }
    let command = if create {
        SqlCommand::CreateType(named)
    } else {
        SqlCommand::DropType(named)
    };
    invoke(vm, bind, Operation::Execute(ExecuteSql { command }))
}

/// `sequence.create(bind)`, `sequence.drop(bind)`
pub(super) fn create_sequence(
    vm: &mut Vm,
    bind: &Value,
    sequence: &Value,
    check_first: bool,
    create: bool,
) -> PyResult {
    let sequence = convert::sequence(vm, sequence)?;
    let host = host_of(vm, bind)?;
    if check_first && !host.is_offline() {
        host.autobegin();
        let schemas = host.schema_map();
        let there = host.has_sequence(&sequence.name, schemas.of(sequence.schema.as_deref()));
        if there.map_err(|problem| exc::host_error(vm, problem))? == create {
            return Ok(Value::None);
        }
    }
    let command = if create {
        SqlCommand::CreateSequence {
            sequence,
            if_not_exists: false,
        }
    } else {
        SqlCommand::DropSequence {
            sequence,
            if_exists: false,
        }
    };
    invoke(vm, bind, Operation::Execute(ExecuteSql { command }))
}

/// `index.create(bind)`, `index.drop(bind)`
pub(super) fn create_index(
    vm: &mut Vm,
    bind: &Value,
    index: &Value,
    check_first: bool,
    create: bool,
) -> PyResult {
    let index = convert::index(vm, index)?;
    let host = host_of(vm, bind)?;
    if check_first && !host.is_offline() {
        host.autobegin();
        let schemas = host.schema_map();
        let there = ask(vm, &*host, |inspector| {
            let (table, schema) = (&index.table, schemas.of(index.schema.as_deref()));
            if !inspector.has_table(table, schema)? {
                return Ok(false);
            }
            let known = inspector.indexes(table, schema)?;
            Ok(known
                .iter()
                .any(|known| known.name.as_deref() == index.name.as_str()))
        })?;
        if there == create {
            return Ok(Value::None);
        }
    }
    let operation = if create {
        Operation::CreateIndex(CreateIndex {
            index,
            if_not_exists: false,
        })
    } else {
        Operation::DropIndex(DropIndex {
            name: index.name,
            table: Some(index.table),
            schema: index.schema,
            options: index.options,
            ..DropIndex::default()
        })
    };
    invoke(vm, bind, operation)
}
