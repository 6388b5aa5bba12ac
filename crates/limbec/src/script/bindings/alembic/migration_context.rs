//! `MigrationContext`: a dialect with a connection or a writer, its options and its transaction.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, PyDict, PyResult, Value, Vm};
use limbec_schema::{NamingConvention, Operation, SqlStatement};
use limbec_sql::Dialect;

use super::bridge;
use super::environment::Environment;
use super::logger::{self, Level};
use super::manager::{context_manager, null_context};
use super::run;
use super::state::Alembic;
use crate::runner::{Session, SharedReporter, VersionTable, Writer};
use crate::script::host::{Host, HostError, Outcome, TransactionCommand};

const LOGGER: &str = "alembic.runtime.migration";

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

/// What a context is made from.
#[derive(Default)]
pub struct ContextRequest {
    /// `connection=`
    pub connection: Value,
    /// `url=`
    pub url: Value,
    /// `dialect_name=`
    pub dialect_name: Value,
    /// `dialect=`
    pub dialect: Value,
    /// `dialect_opts=`
    pub dialect_opts: Value,
    /// `opts=`
    pub opts: Rc<PyDict>,
    /// The environment that makes it, if one does.
    pub environment: Option<Rc<Environment>>,
    /// Who is given the SQL, where no environment says so.
    pub reporter: Option<SharedReporter>,
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
        let implementation = implementation_name(self.session.dialect());
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
        match self.opts.get_str("target_metadata") {
            Some(metadata) if !metadata.is_none() => Ok(vm
                .getattr_opt(&metadata, "naming_convention")?
                .unwrap_or_default()),
            _ => Ok(Value::None),
        }
    }

    /// Carry out an operation.
    ///
    /// # Errors
    /// What cannot be compiled, and what the database refuses.
    pub fn invoke(&self, vm: &mut Vm, operation: Operation) -> PyResult<()> {
        // Several contexts may share one connection, each with a convention of its own.
        self.session.set_naming_convention(self.convention.clone());
        let done = self.session.carry_out(&operation);
        self.finish(vm, done)
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
        let dialect = self.session.dialect().name();
        match bridge::command(vm, sql, dialect)? {
            Some(operation) => self.invoke(vm, operation),
            None => Ok(()),
        }
    }

    fn finish<T>(&self, vm: &mut Vm, done: Result<T, HostError>) -> PyResult<T> {
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

    /// A context manager for a transaction: around all migrations, or around one.
    pub fn begin_transaction(self: &Rc<Self>, vm: &Vm, per_migration: bool) -> Value {
        match self.transaction_kind(per_migration) {
            TransactionKind::None => null_context(vm),
            TransactionKind::Written => {
                let (begin, commit) = (self.clone(), self.clone());
                context_manager(
                    vm,
                    move |vm| {
                        begin.static_output(vm, "BEGIN;")?;
                        Ok(Value::None)
                    },
                    move |vm, exception| {
                        if exception.is_none() {
                            commit.static_output(vm, "COMMIT;")?;
                        }
                        Ok(false)
                    },
                )
            }
            TransactionKind::Real => {
                let (begin, end) = (self.clone(), self.clone());
                context_manager(
                    vm,
                    move |vm| {
                        begin.begin(vm)?;
                        Ok(Value::None)
                    },
                    move |vm, exception| {
                        end.end(vm, exception.is_none())?;
                        Ok(false)
                    },
                )
            }
        }
    }

    /// What `begin_transaction` does: Alembic's rules.
    pub fn transaction_kind(&self, per_migration: bool) -> TransactionKind {
        if self.in_external_transaction {
            return TransactionKind::None;
        }
        let now = if self.transactional_ddl {
            per_migration == self.transaction_per_migration
        } else {
            per_migration
        };
        match (now, self.as_sql) {
            (false, _) => TransactionKind::None,
            (true, true) if self.transactional_ddl => TransactionKind::Written,
            (true, true) => TransactionKind::None,
            (true, false) if !self.transactional_ddl && self.own_transaction.get() => {
                TransactionKind::None
            }
            (true, false) => TransactionKind::Real,
        }
    }

    /// Begin a real transaction, or take over the one that a statement has begun.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn begin(&self, vm: &mut Vm) -> PyResult<()> {
        self.session
            .transaction(TransactionCommand::Begin)
            .map_err(|error| bridge::raise(vm, error))?;
        self.own_transaction.set(true);
        Ok(())
    }

    /// End the transaction, if it has not been ended.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn end(&self, vm: &mut Vm, commit: bool) -> PyResult<()> {
        if !self.own_transaction.replace(false) {
            return Ok(());
        }
        let command = if commit {
            TransactionCommand::Commit
        } else {
            TransactionCommand::Rollback
        };
        let ended = self.session.transaction(command);
        match ended {
            // The error that led to a rollback must not be hidden by one of the rollback.
            Err(_) if !commit => Ok(()),
            other => other.map_err(|error| bridge::raise(vm, error)),
        }
    }

    fn autocommit_block(self: &Rc<Self>, vm: &Vm) -> Value {
        let (enter, exit) = (self.clone(), self.clone());
        let resume = Rc::new(Cell::new(false));
        let again = resume.clone();
        context_manager(
            vm,
            move |vm| {
                again.set(enter.leave_transaction(vm)?);
                Ok(Value::None)
            },
            move |vm, _| {
                exit.return_to_transaction(vm, resume.get())?;
                Ok(false)
            },
        )
    }

    /// Commit what there is and let every statement commit itself; says whether there was a
    /// transaction.
    fn leave_transaction(&self, vm: &mut Vm) -> PyResult<bool> {
        if self.as_sql {
            if self.transactional_ddl {
                self.static_output(vm, "COMMIT;")?;
            }
            return Ok(false);
        }
        let open = self.session.in_transaction();
        if open {
            if !self.own_transaction.get() {
                // Alembic asserts here: the transaction belongs to whoever called configure().
                return Err(vm.raise("AssertionError", ""));
            }
            self.end(vm, true)?;
        }
        self.session.switch_autocommit(true);
        Ok(open)
    }

    fn return_to_transaction(&self, vm: &mut Vm, resume: bool) -> PyResult<()> {
        if self.as_sql {
            if self.transactional_ddl {
                self.static_output(vm, "BEGIN;")?;
            }
            return Ok(());
        }
        self.session.switch_autocommit(false);
        // What the statements of the block have begun in name has been done long ago.
        self.session
            .transaction(TransactionCommand::Commit)
            .map_err(|error| bridge::raise(vm, error))?;
        if resume {
            self.begin(vm)?;
        }
        Ok(())
    }
}

/// See [`MigrationContext::transaction_kind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransactionKind {
    /// Nothing is begun here.
    None,
    /// `BEGIN` and `COMMIT` are written.
    Written,
    /// A transaction of the database.
    Real,
}

fn reporter(request: &ContextRequest) -> SharedReporter {
    match (&request.environment, &request.reporter) {
        (Some(environment), _) => environment.reporter().clone(),
        (None, Some(reporter)) => reporter.clone(),
        (None, None) => std::sync::Arc::new(crate::runner::Recorder::new()),
    }
}

/// A context that writes the SQL of a dialect, values included, to a reporter; as a Python object.
///
/// # Errors
/// None that a dialect of ours could lead to.
pub fn offline_context(
    vm: &mut Vm,
    dialect: &'static dyn Dialect,
    reporter: &SharedReporter,
) -> PyResult {
    let opts = PyDict::new();
    opts.set_str("as_sql", Value::Bool(true));
    opts.set_str("literal_binds", Value::Bool(true));
    let request = ContextRequest {
        dialect_name: Value::str(dialect.name()),
        opts: Rc::new(opts),
        reporter: Some(reporter.clone()),
        ..ContextRequest::default()
    };
    let context = MigrationContext::configure(vm, request)?;
    Ok(object(vm, context))
}

fn dialect_of(
    vm: &mut Vm,
    request: &ContextRequest,
    online: Option<&Rc<Session>>,
) -> PyResult<&'static dyn Dialect> {
    if let Some(session) = online {
        return Ok(session.dialect());
    }
    if !request.connection.is_none() {
        let shown = vm.repr(&request.connection)?;
        return Err(command_error(
            vm,
            &format!(
                "'connection' argument to configure() is expected to be a \
                 sqlalchemy.engine.Connection instance, got {shown}"
            ),
        ));
    }
    let url = requested_url(vm, request)?;
    if let Some(url) = url {
        return bridge::dialect_of_url(vm, &url);
    }
    if !request.dialect.is_none() {
        let name = vm.getattr(&request.dialect, "name")?;
        let name = bridge::name(vm, &name, "dialect")?;
        return bridge::dialect_of_url(vm, &format!("{name}://"));
    }
    Err(vm.raise("Exception", "Connection, url, or dialect_name is required."))
}

/// The URL that a context is made for: where it is not given, one that names the dialect only.
fn requested_url(vm: &mut Vm, request: &ContextRequest) -> PyResult<Option<String>> {
    let overridden = request
        .environment
        .as_ref()
        .and_then(|environment| environment.url_override());
    Ok(match overridden {
        Some(url) => Some(url),
        None if vm.truthy(&request.url)? => Some(bridge::url_text(vm, &request.url)?),
        None if vm.truthy(&request.dialect_name)? => {
            let name = bridge::name(vm, &request.dialect_name, "dialect_name")?;
            Some(format!("{name}://"))
        }
        None => None,
    })
}

/// Whether SQLAlchemy would double percent signs: by `dialect_opts={"paramstyle": ...}`, which the
/// templates of env.py set, else by the driver.
fn doubled_percents(
    vm: &mut Vm,
    request: &ContextRequest,
    dialect: &dyn Dialect,
) -> PyResult<bool> {
    if let Value::Dict(opts) = &request.dialect_opts
        && let Some(style) = opts.get_str("paramstyle")
        && let Some(style) = style.as_str()
    {
        return Ok(matches!(&*style, "format" | "pyformat"));
    }
    let url = requested_url(vm, request)?.and_then(|url| limbec_sql::Url::parse(&url).ok());
    let driver = url.as_ref().and_then(limbec_sql::Url::driver_name);
    Ok(limbec_sql::doubles_percents(dialect.name(), driver))
}

fn truthy_option(vm: &mut Vm, opts: &PyDict, name: &str) -> PyResult<bool> {
    match opts.get_str(name) {
        None => Ok(false),
        Some(value) => vm.truthy(&value),
    }
}

fn target_convention(vm: &mut Vm, opts: &PyDict) -> PyResult<Option<NamingConvention>> {
    match opts.get_str("target_metadata") {
        Some(metadata) if !metadata.is_none() => {
            match vm.getattr_opt(&metadata, "naming_convention")? {
                Some(convention) => bridge::naming_convention(vm, &convention),
                None => Ok(None),
            }
        }
        _ => Ok(None),
    }
}

fn version_table(vm: &mut Vm, opts: &PyDict) -> PyResult<VersionTable> {
    let mut table = VersionTable::default();
    if let Some(name) = opts.get_str("version_table") {
        table.name = bridge::name(vm, &name, "version_table")?;
    }
    if let Some(schema) = opts.get_str("version_table_schema") {
        table.schema = schema.as_str().map(|text| text.to_string());
    }
    if let Some(primary_key) = opts.get_str("version_table_pk") {
        table.primary_key = vm.truthy(&primary_key)?;
    }
    Ok(table)
}

fn implementation_name(dialect: &dyn Dialect) -> &'static str {
    match dialect.name() {
        "sqlite" => "SQLiteImpl",
        "postgresql" => "PostgresqlImpl",
        "mysql" => "MySQLImpl",
        "mariadb" => "MariaDBImpl",
        _ => "DefaultImpl",
    }
}

/// An `alembic.util.exc.CommandError`.
pub fn command_error(vm: &mut Vm, message: &str) -> limbec_python::PyError {
    let class = Alembic::of(vm).class("CommandError");
    vm.raise_class(&class, vec![Value::str(message)])
}

/// The context behind a value.
///
/// # Errors
/// `TypeError` where it is something else.
pub fn of(vm: &mut Vm, value: &Value) -> PyResult<Rc<MigrationContext>> {
    match value.payload::<MigrationContext>() {
        Some(context) => Ok(context),
        None => {
            let found = vm.type_name(value);
            Err(vm.raise(
                "TypeError",
                format!("expected a MigrationContext, not {found}"),
            ))
        }
    }
}

/// The Python object of a context.
pub fn object(vm: &Vm, context: Rc<MigrationContext>) -> Value {
    let instance = Alembic::of(vm).class("MigrationContext").allocate();
    instance.set_payload(context);
    Value::Instance(instance)
}

/// `context.impl`: the little of it that scripts use.
pub fn implementation(vm: &Vm, value: &Value) -> Value {
    let Some(context) = value.payload::<MigrationContext>() else {
        return Value::None;
    };
    context
        .implementation
        .get_or_init(|| {
            let instance = Alembic::of(vm).class("DefaultImpl").allocate();
            instance.set_payload(context.clone());
            Value::Instance(instance)
        })
        .clone()
}

/// The class of `context.impl`.
pub fn implementation_class() -> Rc<Class> {
    ClassBuilder::new("alembic.ddl.impl", "DefaultImpl")
        .property("dialect", |vm, this| {
            let context = of(vm, &this)?;
            Ok(bridge::dialect_object(&context))
        })
        .property("bind", |vm, this| Ok(of(vm, &this)?.bind()))
        .property("connection", |vm, this| Ok(of(vm, &this)?.bind()))
        .property("as_sql", |vm, this| Ok(Value::Bool(of(vm, &this)?.as_sql)))
        .property("transactional_ddl", |vm, this| {
            Ok(Value::Bool(of(vm, &this)?.transactional_ddl))
        })
        .property("output_buffer", |vm, this| {
            Ok(of(vm, &this)?.output_buffer.clone())
        })
        .property("context_opts", |vm, this| {
            Ok(Value::Dict(of(vm, &this)?.opts.clone()))
        })
        .property("__dialect__", |vm, this| {
            Ok(Value::str(of(vm, &this)?.session.dialect().name()))
        })
        .method("static_output", "text", |vm, this, bound| {
            let text = bound.str("text")?;
            of(vm, &this)?.static_output(vm, &text)?;
            Ok(Value::None)
        })
        .method("emit_begin", "", |vm, this, _| {
            of(vm, &this)?.static_output(vm, "BEGIN;")?;
            Ok(Value::None)
        })
        .method("emit_commit", "", |vm, this, _| {
            of(vm, &this)?.static_output(vm, "COMMIT;")?;
            Ok(Value::None)
        })
        .method(
            "execute",
            "sql, execution_options=None",
            |vm, this, bound| {
                of(vm, &this)?.execute(vm, bound.get("sql"))?;
                Ok(Value::None)
            },
        )
        .method(
            "_exec",
            "construct, execution_options=None, multiparams=None, params=None",
            |vm, this, bound| {
                of(vm, &this)?.execute(vm, bound.get("construct"))?;
                Ok(Value::None)
            },
        )
        .build()
}

/// The class.
pub fn class() -> Rc<Class> {
    let builder = ClassBuilder::new("alembic.runtime.migration", "MigrationContext")
        .class_method(
            "configure",
            "connection=None, url=None, dialect_name=None, dialect=None, \
             environment_context=None, dialect_opts=None, opts=None",
            |vm, _, bound| {
                let opts = match bound.get("opts") {
                    Value::Dict(opts) => opts.clone(),
                    _ => Rc::default(),
                };
                let request = ContextRequest {
                    connection: bound.get("connection").clone(),
                    url: bound.get("url").clone(),
                    dialect_name: bound.get("dialect_name").clone(),
                    dialect: bound.get("dialect").clone(),
                    dialect_opts: bound.get("dialect_opts").clone(),
                    opts,
                    environment: None,
                    reporter: None,
                };
                let context = MigrationContext::configure(vm, request)?;
                Ok(object(vm, context))
            },
        )
        .method(
            "begin_transaction",
            "_per_migration=False",
            |vm, this, bound| {
                let per_migration = bound.bool("_per_migration")?;
                let context = of(vm, &this)?;
                Ok(context.begin_transaction(vm, per_migration))
            },
        )
        .method("autocommit_block", "", |vm, this, _| {
            let context = of(vm, &this)?;
            Ok(context.autocommit_block(vm))
        })
        .method(
            "execute",
            "sql, execution_options=None",
            |vm, this, bound| {
                of(vm, &this)?.execute(vm, bound.get("sql"))?;
                Ok(Value::None)
            },
        )
        .method("run_migrations", "**kw", |vm, this, bound| {
            let context = of(vm, &this)?;
            run::run_migrations(vm, &context, &this, bound.kwargs())?;
            Ok(Value::None)
        })
        .method("get_current_revision", "", |vm, this, _| {
            let context = of(vm, &this)?;
            run::current_revision(vm, &context)
        })
        .method("get_current_heads", "", |vm, this, _| {
            let context = of(vm, &this)?;
            let heads = run::current_heads(vm, &context)?;
            let heads: Vec<Value> = heads.iter().map(|head| Value::str(&**head)).collect();
            Ok(Value::tuple(heads))
        })
        .method("stamp", "script_directory, revision", |vm, _, _| {
            Err(vm.unsupported("MigrationContext.stamp() inside a script"))
        });
    properties(builder).build()
}

fn properties(builder: ClassBuilder) -> ClassBuilder {
    builder
        .property("connection", |vm, this| Ok(of(vm, &this)?.bind()))
        .property("bind", |vm, this| Ok(of(vm, &this)?.bind()))
        .property("impl", |vm, this| Ok(implementation(vm, &this)))
        .property("dialect", |vm, this| {
            let context = of(vm, &this)?;
            Ok(bridge::dialect_object(&context))
        })
        .property("opts", |vm, this| {
            Ok(Value::Dict(of(vm, &this)?.opts.clone()))
        })
        .property("as_sql", |vm, this| Ok(Value::Bool(of(vm, &this)?.as_sql)))
        .property("version_table", |vm, this| {
            Ok(Value::str(&of(vm, &this)?.version.name))
        })
        .property("version_table_schema", |vm, this| {
            Ok(Value::opt_str(of(vm, &this)?.version.schema.as_deref()))
        })
        .property("output_buffer", |vm, this| {
            Ok(of(vm, &this)?.output_buffer.clone())
        })
        .property("transactional_ddl", |vm, this| {
            Ok(of(vm, &this)?
                .opts
                .get_str("transactional_ddl")
                .unwrap_or_default())
        })
        .property("script", |vm, this| {
            Ok(of(vm, &this)?.opts.get_str("script").unwrap_or_default())
        })
        .property("environment_context", |vm, this| {
            match of(vm, &this)?.environment.clone() {
                Some(environment) => Ok(environment.object()),
                None => Ok(Value::None),
            }
        })
        .property("config", |vm, this| {
            match of(vm, &this)?.environment.clone() {
                Some(environment) => Ok(environment.config_object()),
                None => Ok(Value::None),
            }
        })
}
