//! Connections, results and engines: `sqlalchemy.engine`.

mod asynchronous;
mod binds;
mod classes;
mod connection;
mod dialect;
mod factory;
mod inspector;
mod process;
mod result;
mod row;
mod url;

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{
    CreateIndex, CreateTable, DropIndex, DropTable, EnumType, ExecuteSql, Operation, SqlCommand,
};

use super::registry::FunctionSpec;
use super::util::{argument_error, attr};
use super::{convert, exc, missing};
use crate::script::host::{Connector, Host};

pub use asynchronous::async_connection;
pub(super) use classes::CLASSES;
pub(super) use connection::execute;
pub use connection::{connection_object, host_of_connection};
pub use dialect::dialect_of_host;
pub(super) use factory::listen;
pub(super) use result::map_rows;
pub use url::url_text;

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

/// Carry out an operation on the host of a connection.
fn invoke(vm: &mut Vm, bind: &Value, operation: Operation) -> PyResult {
    factory::with_host(vm, bind, |vm, host| match host.invoke(operation) {
        Ok(()) => Ok(Value::None),
        Err(problem) => Err(exc::host_error(vm, problem)),
    })
}

/// `enum.create(bind)`, `enum.drop(bind)`
pub(super) fn create_type(
    vm: &mut Vm,
    bind: &Value,
    enum_type: EnumType,
    check_first: bool,
    create: bool,
) -> PyResult {
    let host = host_of(vm, bind)?;
    if check_first && !host.is_offline() {
        let name = enum_type.name.as_str().unwrap_or_default();
        let there = host.has_type(name, enum_type.schema.as_deref());
        if there.map_err(|problem| exc::host_error(vm, problem))? == create {
            return Ok(Value::None);
        }
    }
    let command = if create {
        SqlCommand::CreateType {
            enum_type,
            check_first,
        }
    } else {
        SqlCommand::DropType {
            enum_type,
            check_first,
        }
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
        let there = host.has_sequence(&sequence.name, sequence.schema.as_deref());
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
    if check_first {
        let host = host_of(vm, bind)?;
        let found = host.reflect(&index.table, index.schema.as_deref());
        let found = found.map_err(|problem| exc::host_error(vm, problem))?;
        let there = found.is_some_and(|table| {
            table
                .indexes
                .iter()
                .any(|known| known.name.as_str() == index.name.as_str())
        });
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

/// `metadata.create_all(bind)`, `table.create(bind)`
pub(super) fn create_tables(
    vm: &mut Vm,
    bind: &Value,
    tables: &[Value],
    check_first: bool,
) -> PyResult {
    factory::with_host(vm, bind, |vm, host| {
        create_on(vm, host, tables, check_first)
    })
}

fn create_on(vm: &mut Vm, host: &Rc<dyn Host>, tables: &[Value], check_first: bool) -> PyResult {
    for table in tables {
        let table = convert::table(vm, table)?;
        if check_first && !host.is_offline() {
            let there = host.has_table(&table.name, table.schema.as_deref());
            if there.map_err(|problem| exc::host_error(vm, problem))? {
                continue;
            }
        }
        let create = Operation::CreateTable(CreateTable {
            table,
            if_not_exists: false,
        });
        host.invoke(create)
            .map_err(|problem| exc::host_error(vm, problem))?;
    }
    Ok(Value::None)
}

/// `metadata.drop_all(bind)`, `table.drop(bind)`
pub(super) fn drop_tables(
    vm: &mut Vm,
    bind: &Value,
    tables: &[Value],
    check_first: bool,
) -> PyResult {
    factory::with_host(vm, bind, |vm, host| drop_on(vm, host, tables, check_first))
}

fn drop_on(vm: &mut Vm, host: &Rc<dyn Host>, tables: &[Value], check_first: bool) -> PyResult {
    for table in tables {
        let table = convert::table(vm, table)?;
        if check_first && !host.is_offline() {
            let there = host.has_table(&table.name, table.schema.as_deref());
            if !there.map_err(|problem| exc::host_error(vm, problem))? {
                continue;
            }
        }
        let drop = Operation::DropTable(DropTable {
            name: table.name,
            schema: table.schema,
            ..DropTable::default()
        });
        host.invoke(drop)
            .map_err(|problem| exc::host_error(vm, problem))?;
    }
    Ok(Value::None)
}
