//! Alembic's log lines, by way of Python's `logging` as the script has configured it.

use std::cell::RefCell;
use std::collections::HashMap;

use limbec_python::{PyResult, Value, Vm};

/// How important a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Only seen where it is asked for.
    Debug,
    /// What Alembic tells when `env.py` has configured logging as the templates do.
    Info,
    /// What ends a command.
    Error,
}

/// The loggers that Alembic and SQLAlchemy have made by the time that `env.py` runs. `fileConfig()` disables loggers
/// that are there and that its file does not name.
const LOGGERS: [&str; 5] = [
    "alembic.runtime.migration",
    "alembic.runtime.plugins",
    MESSAGING,
    "sqlalchemy.engine",
    "sqlalchemy.pool",
];

/// The loggers that lines were logged to, as there are two lines for each migration.
#[derive(Default)]
struct Loggers(RefCell<HashMap<&'static str, Value>>);

/// The logger of a command's error.
const MESSAGING: &str = "alembic.util.messaging";

/// Have the loggers made as importing Alembic makes them, if `logging` is ever used.
pub fn prepare_loggers(vm: &mut Vm) {
    vm.when_loaded("logging", make_loggers);
}

fn make_loggers(vm: &mut Vm) -> PyResult<()> {
    let logging = vm.import("logging")?;
    for name in LOGGERS {
        vm.call_method(&logging, "getLogger", vec![Value::str(name)])?;
    }
    // Without any handler Python would show warnings and errors bare.
    let logger = vm.call_method(&logging, "getLogger", vec![Value::str("alembic")])?;
    let handler = vm.call_method(&logging, "NullHandler", Vec::new())?;
    vm.call_method(&logger, "addHandler", vec![handler])?;
    Ok(())
}

/// Log a command's error.
///
/// # Errors
/// Whatever a handler of the script raises.
pub fn log_error(vm: &mut Vm, text: &str) -> PyResult<()> {
    log(vm, MESSAGING, Level::Error, text)
}

/// Log a line.
///
/// # Errors
/// Whatever a handler of the script raises.
pub fn log(vm: &mut Vm, logger: &'static str, level: Level, text: &str) -> PyResult<()> {
    if vm.module("logging").is_none() {
        // Nobody has configured it: the handler that Alembic gives its loggers drops the line.
        return Ok(());
    }
    let method = match level {
        Level::Debug => "debug",
        Level::Info => "info",
        Level::Error => "error",
    };
    let known = vm.ext::<Loggers>().unwrap_or_default();
    let found = known.0.borrow().get(logger).cloned();
    let logger = match found {
        Some(found) => found,
        None => {
            let logging = vm.import("logging")?;
            let made = vm.call_method(&logging, "getLogger", vec![Value::str(logger)])?;
            known.0.borrow_mut().insert(logger, made.clone());
            vm.set_ext(known);
            made
        }
    };
    // The text is an argument, so that a `%` in it means nothing.
    vm.call_method(&logger, method, vec![Value::str("%s"), Value::str(text)])?;
    Ok(())
}
