//! `MigrationContext`: a dialect with a connection or a writer, its options and its transaction.

mod objects;
mod options;
mod transaction;

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use limbec_python::{PyDict, PyResult, Value, Vm};
use limbec_schema::{ExecuteSql, NamingConvention, Operation, SqlCommand, SqlStatement};

use super::bridge;
use super::environment::Environment;
use super::logger::{self, Level};
use crate::runner::{Session, VersionTable, Writer};
use crate::script::bindings::sqlalchemy::compiled_ddl;
use crate::script::host::{Host, HostError, Outcome};

const LOGGER: &str = "alembic.runtime.migration";

pub use objects::{class, command_error, implementation, implementation_class, object, of};
pub use options::{ContextRequest, offline_context};
use options::{
    dialect_of, doubled_percents, reporter, target_convention, truthy_option, version_table,
};

/// A migration context.
pub struct MigrationContext {
    session: Rc<Session>,
    bind: Value,
    opts: Rc<PyDict>,
    environment: Option<Rc<Environment>>,
    as_sql: bool,
    transactional_ddl: bool,
    transaction_per_migration: bool,
    in_external_transaction: bool,
    own_transaction: Cell<bool>,
    version: VersionTable,
    /// The naming convention of the target metadata.
    convention: Option<NamingConvention>,
    output_buffer: Value,
    implementation: OnceCell<Value>,
}

impl MigrationContext {
    /// Alembic's `MigrationContext.configure(...)`.
    ///
    /// # Errors
    /// Arguments that name no dialect; `CommandError` for options that contradict each other.
    pub fn configure(vm: &mut Vm, request: ContextRequest) -> PyResult<Rc<Self>> {
        let opts = request.opts.clone();
        let online = bridge::session_of(&request.connection);
        let dialect = dialect_of(vm, &request, online.as_ref())?;
        let as_sql = truthy_option(vm, &opts, "as_sql")?;
        let literal_binds = truthy_option(vm, &opts, "literal_binds")?;
        if literal_binds && !as_sql {
            let message = "Can't use literal_binds setting without as_sql mode";
            return Err(command_error(vm, message));
        }
        let output_buffer = opts.get_str("output_buffer").unwrap_or_default();
        let reporter = reporter(&request);
        let session = match (as_sql, online) {
            (false, Some(session)) => session,
            // Without a connection only the dialect is of use, as when a name is to be quoted.
            _ => {
                let writer = if output_buffer.is_none() && as_sql {
                    Writer::to_reporter()
                } else {
                    Writer::buffered()
                };
                let session = Session::offline(dialect, writer, reporter);
                session.set_literal_binds(literal_binds);
                session.set_doubled_percents(doubled_percents(vm, &request, dialect)?);
                session
            }
        };
        session.forget_types();
        let bind = if as_sql {
            bridge::mock_connection(session.clone())
        } else {
            request.connection.clone()
        };
        let transactional_ddl = match opts.get_str("transactional_ddl") {
            None | Some(Value::None) => dialect.features().transactional_ddl,
            Some(value) => vm.truthy(&value)?,
        };
        let context = Rc::new(Self {
            in_external_transaction: !as_sql && session.in_transaction(),
            session,
            bind,
            as_sql,
            transactional_ddl,
            transaction_per_migration: truthy_option(vm, &opts, "transaction_per_migration")?,
            own_transaction: Cell::new(false),
            version: version_table(vm, &opts)?,
            convention: target_convention(vm, &opts)?,
            output_buffer,
            environment: request.environment,
            opts,
            implementation: OnceCell::new(),
        });
        context.announce(vm)?;
        Ok(context)
    }

    fn announce(&self, vm: &mut Vm) -> PyResult<()> {
        let (_, implementation) = self.session.dialect().features().implementation;
        let kind = if self.transactional_ddl {
            "transactional"
        } else {
            "non-transactional"
        };
        logger::log(
            vm,
            LOGGER,
            Level::Info,
            &format!("Context impl {implementation}."),
        )?;
        if self.as_sql {
            logger::log(vm, LOGGER, Level::Info, "Generating static SQL")?;
        }
        logger::log(vm, LOGGER, Level::Info, &format!("Will assume {kind} DDL."))
    }

    /// Whether SQL is written.
    pub fn as_sql(&self) -> bool {
        self.as_sql
    }

    /// The session.
    pub fn session(&self) -> &Rc<Session> {
        &self.session
    }

    /// The connection as scripts see it.
    pub fn bind(&self) -> Value {
        self.bind.clone()
    }

    /// The options.
    pub fn opts(&self) -> &Rc<PyDict> {
        &self.opts
    }

    /// The environment that made the context.
    pub fn environment(&self) -> Option<&Rc<Environment>> {
        self.environment.as_ref()
    }

    /// The version table.
    pub fn version(&self) -> &VersionTable {
        &self.version
    }

    /// Whether DDL is part of transactions.
    pub fn transactional_ddl(&self) -> bool {
        self.transactional_ddl
    }

    /// Whether the caller of `configure` had begun a transaction, which is then the caller's to end.
    pub fn in_external_transaction(&self) -> bool {
        self.in_external_transaction
    }

    /// The naming convention of the target metadata as scripts see it, `None` where there is none.
    pub fn naming_convention_value(&self, vm: &mut Vm) -> PyResult {
        options::naming_convention_value(vm, &self.opts)
    }

    /// Carry out an operation.
    ///
    /// # Errors
    /// What cannot be compiled, and what the database refuses.
    pub fn invoke(&self, vm: &mut Vm, operation: Operation) -> PyResult<()> {
        let dialect = Host::dialect(&*self.session);
        let done = match compiled_ddl::operation_text(vm, &operation, dialect)? {
            Some(text) => self.carry_out(&Operation::Execute(ExecuteSql {
                command: SqlCommand::Raw(text),
            })),
            None => self.carry_out(&operation),
        };
        self.finish(vm, done)
    }

    pub(super) fn carry_out(&self, operation: &Operation) -> Result<(), HostError> {
        // Several contexts may share one connection, each with a convention of its own.
        self.session.set_naming_convention(self.convention.clone());
        self.session.carry_out(operation)
    }

    /// Run a statement of the version table.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn statement(&self, vm: &mut Vm, statement: &SqlStatement) -> PyResult<Outcome> {
        let done = self.session.run(statement);
        self.finish(vm, done)
    }

    /// `op.execute(...)`: a string, a statement or DDL.
    ///
    /// # Errors
    /// What cannot be executed, and what the database refuses.
    pub fn execute(&self, vm: &mut Vm, sql: &Value) -> PyResult<()> {
        let dialect = Host::dialect(&*self.session);
        let operation = bridge::command(vm, sql, dialect)?;
        self.invoke(vm, operation)
    }

    pub(super) fn finish<T>(&self, vm: &mut Vm, done: Result<T, HostError>) -> PyResult<T> {
        self.flush(vm)?;
        done.map_err(|error| bridge::raise(vm, error))
    }

    /// Hand what was written to the script's own buffer.
    ///
    /// # Errors
    /// Whatever the buffer raises.
    pub fn flush(&self, vm: &mut Vm) -> PyResult<()> {
        let Some(writer) = self.session.writer() else {
            return Ok(());
        };
        let text = writer.take();
        if !text.is_empty() {
            vm.call_method(&self.output_buffer, "write", vec![Value::str(text)])?;
            if vm.hasattr(&self.output_buffer, "flush")? {
                vm.call_method(&self.output_buffer, "flush", Vec::new())?;
            }
        }
        Ok(())
    }

    /// Write a text that is no statement; nothing online.
    ///
    /// # Errors
    /// Whatever the buffer raises.
    pub fn static_output(&self, vm: &mut Vm, text: &str) -> PyResult<()> {
        self.session.write_text(text);
        self.flush(vm)
    }
}
