//! `AsyncEngine` and `AsyncConnection`: the same, behind `await`.

use std::rc::Rc;

use limbec_python::{ClassBuilder, PyResult, Value, Vm};

use super::super::util::{attr, make};
use super::{connection, factory, transaction};

/// `create_async_engine(url)`
pub(super) fn create(vm: &mut Vm, url: &Value, options: &[(Rc<str>, Value)]) -> PyResult {
    let inner = factory::create(vm, factory::EngineKind::Asynchronous, url, options)?;
    Ok(engine(inner))
}

/// An `AsyncEngine` over an engine.
pub(super) fn engine(inner: Value) -> Value {
    let instance = make("AsyncEngine");
    instance.set("sync_engine", inner);
    Value::Instance(instance)
}

/// An `AsyncConnection` over a connection.
pub fn async_connection(connection: &Value) -> Value {
    let instance = make("AsyncConnection");
    instance.set("sync_connection", connection.clone());
    Value::Instance(instance)
}

/// What is opened when it is awaited or entered.
fn opening(engine: &Value, begin: bool) -> Value {
    let instance = make("_AsyncOpening");
    instance.set("engine", engine.clone());
    instance.set("begins", Value::Bool(begin));
    Value::Instance(instance)
}

/// The class `AsyncEngine`.
pub(super) fn engine_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        // `AsyncEngine(engine_from_config(...))` is how env.py said it before `async_engine_from_config`.
        .init("sync_engine", |_, this, bound| {
            this.set("sync_engine", bound.at(0).clone());
            Ok(())
        })
        .method("connect", "", |vm, this, _| {
            let inner = attr(vm, &this, "sync_engine")?;
            Ok(opening(&inner, false))
        })
        .method("begin", "", |vm, this, _| {
            let inner = attr(vm, &this, "sync_engine")?;
            Ok(opening(&inner, true))
        })
        .method("dispose", "close=True", |_, _, _| {
            Ok(Value::ready(Value::None))
        })
        .method("execution_options", "**opt", |vm, this, bound| {
            let inner = attr(vm, &this, "sync_engine")?;
            let method = vm.getattr(&inner, "execution_options")?;
            Ok(engine(vm.call(
                &method,
                Vec::new(),
                bound.kwargs().to_vec(),
            )?))
        })
        .getattr(|vm, this, name| {
            if !matches!(
                name,
                "url" | "dialect" | "name" | "driver" | "pool" | "echo"
            ) {
                return Ok(None);
            }
            let inner = attr(vm, this, "sync_engine")?;
            vm.getattr_opt(&inner, name)
        })
}

/// Opens the connection.
fn enter(vm: &mut Vm, this: &Value) -> PyResult {
    let engine = attr(vm, this, "engine")?;
    let begins = attr(vm, this, "begins")?;
    let inner = factory::connect(vm, &engine)?;
    if vm.truthy(&begins)? {
        let transaction = transaction::begin(vm, &inner)?;
        if let Value::Instance(this) = this {
            this.set("transaction", transaction);
        }
    }
    let made = async_connection(&inner);
    if let Value::Instance(this) = this {
        this.set("connection", inner);
    }
    Ok(made)
}

/// The class of what `connect()` and `begin()` give.
pub(super) fn opening_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("__aenter__", "", |vm, this, _| {
            enter(vm, &this).map(Value::ready)
        })
        .method("__await__", "", |vm, this, _| {
            enter(vm, &this).map(Value::ready)
        })
        .method("start", "is_ctxmanager=False", |vm, this, _| {
            enter(vm, &this).map(Value::ready)
        })
        .method("__aexit__", "type_, value, traceback", |vm, this, bound| {
            let transaction = attr(vm, &this, "transaction")?;
            let inner = attr(vm, &this, "connection")?;
            let mut ended = Ok(Value::None);
            if !transaction.is_none() {
                let args = vec![
                    bound.at(0).clone(),
                    bound.at(1).clone(),
                    bound.at(2).clone(),
                ];
                ended = vm.call_method(&transaction, "__exit__", args);
            }
            connection::close(vm, &inner)?;
            ended?;
            Ok(Value::ready(Value::Bool(false)))
        })
}

/// The methods that are those of the connection, awaited.
const AWAITED: &[&str] = &[
    "execute",
    "scalar",
    "scalars",
    "exec_driver_sql",
    "commit",
    "rollback",
    "close",
];

/// The class `AsyncConnection`.
pub(super) fn connection_class(mut builder: ClassBuilder) -> ClassBuilder {
    for name in AWAITED {
        builder = builder.method(name, "*args, **kwargs", move |vm, this, bound| {
            let inner = attr(vm, &this, "sync_connection")?;
            let method = vm.getattr(&inner, name)?;
            let answer = vm.call(&method, bound.varargs().to_vec(), bound.kwargs().to_vec())?;
            Ok(Value::ready(answer))
        });
    }
    for (name, plain) in [("stream", "execute"), ("stream_scalars", "scalars")] {
        builder = builder.method(name, "*args, **kwargs", move |vm, this, bound| {
            let inner = attr(vm, &this, "sync_connection")?;
            let method = vm.getattr(&inner, plain)?;
            let found = vm.call(&method, bound.varargs().to_vec(), bound.kwargs().to_vec())?;
            Ok(Value::ready(async_result(found)))
        });
    }
    builder
        .init("async_engine, sync_connection=None", |_, this, bound| {
            this.set("sync_connection", bound.get("sync_connection").clone());
            Ok(())
        })
        .method("begin_nested", "", |vm, this, _| {
            let inner = attr(vm, &this, "sync_connection")?;
            let transaction = vm.call_method(&inner, "begin_nested", Vec::new())?;
            let instance = make("AsyncTransaction");
            instance.set("sync_transaction", transaction);
            Ok(Value::Instance(instance))
        })
        .method("run_sync", "fn, *arg, **kw", |vm, this, bound| {
            let inner = attr(vm, &this, "sync_connection")?;
            let mut args = vec![inner];
            args.extend(bound.varargs().iter().cloned());
            let function = bound.get("fn").clone();
            let answer = vm.call(&function, args, bound.kwargs().to_vec())?;
            Ok(Value::ready(answer))
        })
        .method("execution_options", "**opt", |vm, this, bound| {
            let inner = attr(vm, &this, "sync_connection")?;
            let method = vm.getattr(&inner, "execution_options")?;
            vm.call(&method, Vec::new(), bound.kwargs().to_vec())?;
            Ok(Value::ready(this))
        })
        .method("begin", "", |vm, this, _| {
            let inner = attr(vm, &this, "sync_connection")?;
            let transaction = transaction::begin(vm, &inner)?;
            let instance = make("AsyncTransaction");
            instance.set("sync_transaction", transaction);
            Ok(Value::Instance(instance))
        })
        .method("in_transaction", "", |vm, this, _| {
            let inner = attr(vm, &this, "sync_connection")?;
            vm.call_method(&inner, "in_transaction", Vec::new())
        })
        .method("__aenter__", "", |_, this, _| Ok(Value::ready(this)))
        .method("__aexit__", "type_, value, traceback", |vm, this, _| {
            let inner = attr(vm, &this, "sync_connection")?;
            connection::close(vm, &inner)?;
            Ok(Value::ready(Value::Bool(false)))
        })
        .getattr(|vm, this, name| {
            if !matches!(name, "dialect" | "engine" | "closed" | "info") {
                return Ok(None);
            }
            let inner = attr(vm, this, "sync_connection")?;
            vm.getattr_opt(&inner, name)
        })
}

/// The class `AsyncTransaction`.
pub(super) fn transaction_class(mut builder: ClassBuilder) -> ClassBuilder {
    for name in ["commit", "rollback", "close"] {
        builder = builder.method(name, "", move |vm, this, _| {
            let inner = attr(vm, &this, "sync_transaction")?;
            vm.call_method(&inner, name, Vec::new()).map(Value::ready)
        });
    }
    builder
        .method("__aenter__", "", |_, this, _| Ok(Value::ready(this)))
        .method("__aexit__", "type_, value, traceback", |vm, this, bound| {
            let inner = attr(vm, &this, "sync_transaction")?;
            let args = vec![
                bound.at(0).clone(),
                bound.at(1).clone(),
                bound.at(2).clone(),
            ];
            vm.call_method(&inner, "__exit__", args).map(Value::ready)
        })
        .method("__await__", "", |_, this, _| Ok(Value::ready(this)))
}

/// An `AsyncResult` over a result, all of whose rows are there.
fn async_result(result: Value) -> Value {
    let instance = make("AsyncResult");
    instance.set("_limbec_result", result);
    Value::Instance(instance)
}

/// The methods of a result that are awaited.
const FETCHES: &[&str] = &[
    "all",
    "fetchall",
    "fetchmany",
    "fetchone",
    "first",
    "one",
    "one_or_none",
    "scalar",
    "scalar_one",
    "scalar_one_or_none",
    "close",
];

/// The class `AsyncResult`, and those of its scalars and mappings.
pub(super) fn result_class(mut builder: ClassBuilder) -> ClassBuilder {
    for name in FETCHES {
        builder = builder.method(name, "*args", move |vm, this, bound| {
            let inner = attr(vm, &this, "_limbec_result")?;
            vm.call_method(&inner, name, bound.varargs().to_vec())
                .map(Value::ready)
        });
    }
    for name in ["scalars", "mappings", "unique", "columns", "partitions"] {
        builder = builder.method(name, "*args", move |vm, this, bound| {
            let inner = attr(vm, &this, "_limbec_result")?;
            vm.call_method(&inner, name, bound.varargs().to_vec())
                .map(async_result)
        });
    }
    builder
        .init("real_result", |_, this, bound| {
            this.set("_limbec_result", bound.at(0).clone());
            Ok(())
        })
        .method("keys", "", |vm, this, _| {
            let inner = attr(vm, &this, "_limbec_result")?;
            vm.call_method(&inner, "keys", Vec::new())
        })
        .method("__aiter__", "", |vm, this, _| {
            let inner = attr(vm, &this, "_limbec_result")?;
            let rows = vm.call_method(&inner, "__iter__", Vec::new())?;
            if let Value::Instance(this) = &this {
                this.set("_limbec_rows", rows);
            }
            Ok(this)
        })
        .method("__anext__", "", |vm, this, _| {
            let rows = attr(vm, &this, "_limbec_rows")?;
            match vm.call_method(&rows, "__next__", Vec::new()) {
                Err(problem) if vm.error_is(&problem, "StopIteration") => {
                    Err(vm.raise("StopAsyncIteration", ""))
                }
                row => row.map(Value::ready),
            }
        })
}
