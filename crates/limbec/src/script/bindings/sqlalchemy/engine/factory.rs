//! Engines: `create_engine`, `engine_from_config` and what an `Engine` can do.

use std::cell::RefCell;
use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};

use super::super::exc;
use super::super::registry::FunctionSpec;
use super::super::util::{attr, make};
use super::{
    Engines, asynchronous, connect_args, connection, execute, inspector, result, schemas,
    transaction, url,
};
use crate::script::host::{Host, TransactionCommand};

/// The attribute with the options of the engine that its connections take over.
const OPTIONS: &str = "_limbec_options";

/// Arguments of `create_engine` that change nothing of what one connection does: what is logged, how
/// rows are sent together, how connections are kept. So do all whose names begin with "pool".
const WITHOUT_EFFECT: &[&str] = &[
    "client_encoding",
    "connect_args",
    "convert_unicode",
    "echo",
    "echo_pool",
    "enable_from_linting",
    "encoding",
    "executemany_batch_page_size",
    "executemany_mode",
    "executemany_values_page_size",
    "future",
    "hide_parameters",
    "implicit_returning",
    "insertmanyvalues_page_size",
    "logging_name",
    "max_overflow",
    "query_cache_size",
    "server_side_cursors",
    "skip_autocommit_rollback",
    "strategy",
    "url",
    "use_insertmanyvalues",
    "use_native_hstore",
    "use_native_unicode",
];

/// How scripts wait for an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EngineKind {
    Plain,
    Asynchronous,
}

/// What an `Engine` object carries.
pub(super) struct EngineNode {
    /// The URL with its password.
    url: String,
    /// `connect_args`, as texts.
    arguments: Vec<(String, String)>,
    /// The host of a connection that the engine was asked of; a new one is opened otherwise.
    host: RefCell<Option<Rc<dyn Host>>>,
    /// The functions that listen for `connect`.
    listeners: RefCell<Vec<Value>>,
    /// The one connection to a database in memory, which every `connect()` of the engine shares.
    memory: RefCell<Option<Rc<dyn Host>>>,
}

impl EngineNode {
    fn is_memory(&self) -> bool {
        limbec_sql::Url::parse(&self.url).is_ok_and(|url| url.is_memory())
    }
}

/// The functions.
pub(super) const FUNCTIONS: &[FunctionSpec] = &[
    FunctionSpec {
        key: "create_engine",
        signature: "url, **kwargs",
        run: |vm, bound| create(vm, EngineKind::Plain, bound.at(0), bound.kwargs()),
    },
    FunctionSpec {
        key: "engine_from_config",
        signature: "configuration, prefix='sqlalchemy.', **kwargs",
        run: |vm, bound| from_config(vm, EngineKind::Plain, &bound),
    },
    FunctionSpec {
        key: "create_async_engine",
        signature: "url, **kw",
        run: |vm, bound| asynchronous::create(vm, bound.at(0), bound.kwargs()),
    },
    FunctionSpec {
        key: "async_engine_from_config",
        signature: "configuration, prefix='sqlalchemy.', **kwargs",
        run: |vm, bound| {
            let engine = from_config(vm, EngineKind::Asynchronous, &bound)?;
            Ok(asynchronous::engine(engine))
        },
    },
    FunctionSpec {
        key: "make_url",
        signature: "name_or_url",
        run: |vm, bound| url::make_url(vm, bound.at(0)),
    },
    FunctionSpec {
        key: "inspect",
        signature: "subject, raiseerr=True",
        run: inspector::inspect,
    },
];

/// `create_engine(url)`: the URL is looked at, nothing is opened.
pub(super) fn create(
    vm: &mut Vm,
    kind: EngineKind,
    value: &Value,
    options: &[(Rc<str>, Value)],
) -> PyResult {
    let (object, text) = resolved(vm, kind, value)?;
    let dialect = vm.call_method(&object, "get_dialect", Vec::new())?;
    let instance = make("Engine");
    let mut defaults: Vec<(Rc<str>, Value)> = Vec::new();
    for (name, value) in options {
        match (&**name, value) {
            ("isolation_level", level) => defaults.push((name.clone(), level.clone())),
            ("execution_options", Value::Dict(given)) => defaults.extend(given.str_items()),
            (name, value)
                if !WITHOUT_EFFECT.contains(&name)
                    && !name.starts_with("pool")
                    && vm.truthy(value)? =>
            {
                return Err(vm.unsupported(format!("the argument '{name}' of create_engine()")));
            }
            _ => {}
        }
    }
    if !defaults.is_empty() {
        instance.set(OPTIONS, Value::dict(defaults));
    }
    let arguments = match options.iter().find(|(name, _)| &**name == "connect_args") {
        Some((_, given)) => connect_args::read(vm, given)?,
        None => Vec::new(),
    };
    instance.set("url", object);
    instance.set("dialect", dialect);
    instance.set_payload(Rc::new(EngineNode {
        url: text,
        arguments,
        host: RefCell::default(),
        listeners: RefCell::default(),
        memory: RefCell::default(),
    }));
    Ok(Value::Instance(instance))
}

/// The URL object and the text of the URL that an engine is made for: the user's, if there is one,
/// whatever the script has to say.
fn resolved(vm: &mut Vm, kind: EngineKind, value: &Value) -> PyResult<(Value, String)> {
    let given = match value.as_str() {
        Some(text) => text.to_string(),
        None => {
            let object = url::make_url(vm, value)?;
            url::url_text(vm, &object)?
        }
    };
    let text = match vm.ext::<Engines>() {
        None => given,
        Some(engines) => engines
            .0
            .resolve(&given, kind == EngineKind::Asynchronous)
            .map_err(|problem| exc::host_error(vm, problem))?,
    };
    let object = url::make_url(vm, &Value::str(&text))?;
    Ok((object, text))
}

/// `engine_from_config(section, prefix="sqlalchemy.")`
fn from_config(vm: &mut Vm, kind: EngineKind, bound: &Bound) -> PyResult {
    let prefix = bound.str("prefix")?;
    let name = Value::str(format!("{prefix}url"));
    let url = match bound.kwarg("url") {
        Some(given) => given.clone(),
        None => match vm.get_item(bound.get("configuration"), &name) {
            Ok(found) => found,
            Err(problem) if vm.error_is(&problem, "KeyError") => {
                return Err(vm.raise("KeyError", "url"));
            }
            Err(problem) => return Err(problem),
        },
    };
    create(vm, kind, &url, bound.kwargs())
}

/// The engine of a connection that the runner opened.
pub(super) fn engine_of_host(host: &Rc<dyn Host>) -> Value {
    let instance = make(if host.is_offline() {
        "MockConnection"
    } else {
        "Engine"
    });
    if host.is_offline() {
        return connection::connection_object(host.clone());
    }
    instance.set("dialect", super::dialect_of_host(host));
    instance.set_payload(Rc::new(EngineNode {
        url: host.url(),
        arguments: Vec::new(),
        host: RefCell::new(Some(host.clone())),
        listeners: RefCell::default(),
        memory: RefCell::default(),
    }));
    Value::Instance(instance)
}

fn node(vm: &mut Vm, this: &Value) -> PyResult<Rc<EngineNode>> {
    match this.payload::<EngineNode>() {
        Some(node) => Ok(node),
        None => Err(vm.raise("TypeError", "engines are made by create_engine()")),
    }
}

/// The host behind an engine: an open one, or a new one.
pub(super) fn host_of_engine(vm: &mut Vm, value: &Value) -> PyResult<Option<Rc<dyn Host>>> {
    let Some(node) = value.payload::<EngineNode>() else {
        return Ok(None);
    };
    if let Some(host) = node.host.borrow().clone() {
        return Ok(Some(host));
    }
    open(vm, &node).map(Some)
}

fn open(vm: &mut Vm, node: &EngineNode) -> PyResult<Rc<dyn Host>> {
    let Some(engines) = vm.ext::<Engines>() else {
        return Err(vm.unsupported("connecting to a database here"));
    };
    if let Some(host) = node.memory.borrow().clone() {
        return Ok(host);
    }
    let opened = engines.0.connect(&node.url, &node.arguments);
    let host = opened.map_err(|problem| exc::host_error(vm, problem))?;
    if node.is_memory() {
        *node.memory.borrow_mut() = Some(host.clone());
    }
    Ok(host)
}

/// Run something on the host behind a bind. What an engine is asked for directly is committed, as
/// its connection is not seen by anybody else.
pub(super) fn with_host<R>(
    vm: &mut Vm,
    bind: &Value,
    run: impl FnOnce(&mut Vm, &Rc<dyn Host>) -> PyResult<R>,
) -> PyResult<R> {
    let host = super::host_of(vm, bind)?;
    let Some(node) = bind
        .payload::<EngineNode>()
        .filter(|node| node.host.borrow().is_none())
    else {
        return run(vm, &host);
    };
    let known = host.given_schema_map();
    if let Value::Dict(options) = attr(vm, bind, OPTIONS)?
        && let Some(map) = schemas::of_call(vm, &Value::Dict(options))?
    {
        host.set_schema_map(Some(map));
    }
    let done = run(vm, &host);
    host.set_schema_map(known);
    let command = if done.is_ok() {
        TransactionCommand::Commit
    } else {
        TransactionCommand::Rollback
    };
    if host.in_transaction() {
        let ended = host.transaction(command);
        ended.map_err(|problem| exc::host_error(vm, problem))?;
    }
    if !node.is_memory() {
        host.close();
    }
    done
}

/// `engine.connect()`
pub(super) fn connect(vm: &mut Vm, this: &Value) -> PyResult {
    let node = node(vm, this)?;
    let host = open(vm, &node)?;
    let made = connection::shared_connection(host.clone(), node.is_memory());
    let listeners = node.listeners.borrow().clone();
    if !listeners.is_empty() {
        let raw = raw_connection(&made);
        for listener in listeners {
            vm.call(&listener, vec![raw.clone(), Value::None], Vec::new())?;
        }
        // What a listener does to the driver's connection begins no transaction of SQLAlchemy's.
        if host.in_transaction() {
            let ended = host.transaction(TransactionCommand::Commit);
            ended.map_err(|problem| exc::host_error(vm, problem))?;
        }
    }
    if let Value::Dict(options) = attr(vm, this, OPTIONS)? {
        let method = vm.getattr(&made, "execution_options")?;
        vm.call(&method, Vec::new(), options.str_items())?;
    }
    Ok(made)
}

/// `event.listen(engine, "connect", function)`
pub(in super::super) fn listen(
    vm: &mut Vm,
    target: &Value,
    name: &Value,
    function: &Value,
    first: bool,
) -> PyResult<()> {
    let target = match vm.getattr_opt(target, "sync_engine")? {
        Some(engine) => engine,
        None => target.clone(),
    };
    if let Some(node) = target.payload::<EngineNode>()
        && matches!(name.as_str().as_deref(), Some("connect" | "first_connect"))
    {
        let mut known = node.listeners.borrow_mut();
        let place = if first { 0 } else { known.len() };
        known.insert(place, function.clone());
    }
    Ok(())
}

/// The class `Engine`.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("connect", "", |vm, this, _| connect(vm, &this))
        .method("begin", "", |_, this, _| {
            let made = make("_EngineBegin");
            made.set("engine", this);
            Ok(Value::Instance(made))
        })
        .method("dispose", "close=True", |_, _, _| Ok(Value::None))
        .method("execution_options", "**opt", |vm, this, bound| {
            let copy = super::super::types_shallow_copy(&this);
            if let (Value::Instance(copy), Some(node)) = (&copy, this.payload::<EngineNode>()) {
                copy.set_payload(node);
                let mut options = match attr(vm, &this, OPTIONS)? {
                    Value::Dict(known) => known.str_items(),
                    _ => Vec::new(),
                };
                options.extend(bound.kwargs().iter().cloned());
                copy.set(OPTIONS, Value::dict(options));
            }
            Ok(copy)
        })
        .method("raw_connection", "", |vm, this, _| {
            let connection = connect(vm, &this)?;
            Ok(raw_connection(&connection))
        })
        .method("has_table", "*args, **kw", |vm, this, _| {
            Err(vm.no_attribute(&this, "has_table"))
        })
        .method("execute", "*args, **kw", |vm, this, _| {
            Err(vm.no_attribute(&this, "execute"))
        })
        .property("url", |vm, this| {
            let text = node(vm, &this)?.url.clone();
            url::url_object(vm, &text)
        })
        .property("name", |vm, this| {
            let dialect = attr(vm, &this, "dialect")?;
            attr(vm, &dialect, "name")
        })
        .property("driver", |vm, this| {
            let dialect = attr(vm, &this, "dialect")?;
            attr(vm, &dialect, "driver")
        })
        .property("engine", |_, this| Ok(this))
        .property("pool", |_, _| Ok(Value::Instance(make("Pool"))))
        .property("echo", |_, _| Ok(Value::Bool(false)))
        .method("__repr__", "", |vm, this, _| {
            let url = vm.getattr(&this, "url")?;
            let text = vm.str(&url)?;
            Ok(Value::str(format!("Engine({text})")))
        })
}

/// What `engine.begin()` gives: a connection in a transaction, for `with`.
pub(super) fn begin_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("__enter__", "", |vm, this, _| {
            let engine = attr(vm, &this, "engine")?;
            let made = connect(vm, &engine)?;
            let transaction = transaction::begin(vm, &made)?;
            if let Value::Instance(this) = &this {
                this.set("connection", made.clone());
                this.set("transaction", transaction);
            }
            Ok(made)
        })
        .method("__exit__", "type_, value, traceback", |vm, this, bound| {
            let transaction = attr(vm, &this, "transaction")?;
            let made = attr(vm, &this, "connection")?;
            let args = vec![
                bound.at(0).clone(),
                bound.at(1).clone(),
                bound.at(2).clone(),
            ];
            let ended = vm.call_method(&transaction, "__exit__", args);
            connection::close(vm, &made)?;
            ended?;
            Ok(Value::Bool(false))
        })
}

/// The connection of the driver: a cursor and the methods of a transaction.
pub(super) fn raw_connection(connection: &Value) -> Value {
    let instance = make("DBAPIConnection");
    instance.set("_limbec_connection", connection.clone());
    // A listener may switch it: what it sends is committed in any case.
    instance.set("autocommit", Value::Bool(false));
    Value::Instance(instance)
}

/// The class of that connection.
pub(super) fn raw_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .property("dbapi_connection", |_, this| Ok(this))
        .property("driver_connection", |_, this| Ok(this))
        .property("connection", |_, this| Ok(this))
        .method("cursor", "*args, **kwargs", |vm, this, _| {
            let cursor = make("DBAPICursor");
            cursor.set("connection", this.clone());
            cursor.set("_limbec_connection", attr(vm, &this, "_limbec_connection")?);
            Ok(Value::Instance(cursor))
        })
        .method("execute", "sql, parameters=None", |vm, this, bound| {
            let cursor = vm.call_method(&this, "cursor", Vec::new())?;
            let args = vec![bound.at(0).clone(), bound.at(1).clone()];
            vm.call_method(&cursor, "execute", args)?;
            Ok(cursor)
        })
        .method("commit", "", |vm, this, _| {
            let connection = attr(vm, &this, "_limbec_connection")?;
            vm.call_method(&connection, "commit", Vec::new())
        })
        .method("rollback", "", |vm, this, _| {
            let connection = attr(vm, &this, "_limbec_connection")?;
            vm.call_method(&connection, "rollback", Vec::new())
        })
        .method("close", "", |_, _, _| Ok(Value::None))
}

/// The class of its cursors.
pub(super) fn cursor_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("execute", "sql, parameters=None", |vm, this, bound| {
            let connection = attr(vm, &this, "_limbec_connection")?;
            let host = super::host_of(vm, &connection)?;
            let params = execute::driver_params(vm, bound.at(1))?;
            let sql = bound.str("sql")?;
            let outcome = host
                .execute_driver(&sql, &params)
                .map_err(|problem| exc::host_error(vm, problem))?;
            let found = result::raw(vm, outcome)?;
            if let Value::Instance(this) = &this {
                this.set("_limbec_result", found);
            }
            Ok(this)
        })
        .method("fetchall", "", |vm, this, _| fetch(vm, &this, "fetchall"))
        .method("fetchone", "", |vm, this, _| fetch(vm, &this, "fetchone"))
        .method("close", "", |_, _, _| Ok(Value::None))
        .method("__enter__", "", |_, this, _| Ok(this))
        .method("__exit__", "type_, value, traceback", |_, _, _| {
            Ok(Value::Bool(false))
        })
        .property("rowcount", |vm, this| {
            let found = attr(vm, &this, "_limbec_result")?;
            attr(vm, &found, "rowcount")
        })
}

/// The driver's rows are plain tuples.
fn fetch(vm: &mut Vm, this: &Value, method: &str) -> PyResult {
    let found = attr(vm, this, "_limbec_result")?;
    let rows = vm.call_method(&found, method, Vec::new())?;
    match &rows {
        Value::List(_) => {
            let mut list = Vec::new();
            for row in vm.iterate(&rows)? {
                list.push(attr(vm, &row, "_t")?);
            }
            Ok(Value::list(list))
        }
        Value::None => Ok(Value::None),
        row => attr(vm, row, "_t"),
    }
}
