//! Alembic's log lines, by way of Python's `logging` as the script has configured it.

use limbec_python::{PyResult, Value, Vm};

/// How important a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Only seen where it is asked for.
    Debug,
    /// What Alembic tells when `env.py` has configured logging as the templates do.
    Info,
    /// Always told.
    Warning,
}

/// Log a line.
///
/// Without `import logging` in any script nothing can have been configured, and Python shows no
/// line below a warning.
///
/// # Errors
/// Whatever a handler of the script raises.
pub fn log(vm: &mut Vm, logger: &str, level: Level, text: &str) -> PyResult<()> {
    if level != Level::Warning && vm.module("logging").is_none() {
        return Ok(());
    }
    let method = match level {
        Level::Debug => "debug",
        Level::Info => "info",
        Level::Warning => "warning",
    };
    let logging = vm.import("logging")?;
    let logger = vm.call_method(&logging, "getLogger", vec![Value::str(logger)])?;
    // The text is an argument, so that a `%` in it means nothing.
    vm.call_method(&logger, method, vec![Value::str("%s"), Value::str(text)])?;
    Ok(())
}
