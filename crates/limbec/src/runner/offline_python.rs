//! The SQL of single revisions in Python, without a database and without `env.py`.

use std::sync::Arc;

use limbec_python::{PyResult, Value, Vm};
use limbec_sql::Dialect;

use super::error::{RunError, ScriptFailure};
use super::event::{Recorder, SharedReporter};
use super::interrupt::Interrupt;
use super::offline_sql::{Absence, Side};
use crate::script::bindings::alembic::{module_name, offline_context, operations_of};
use crate::script::interpreter::Interpreter;
pub(super) use crate::script::interpreter::Outside;
use crate::script::{Script, ScriptDirectory, failure};

/// One side, in an interpreter of its own: what the other side or another script did to a
/// module must not show.
pub(super) fn side(
    scripts: &ScriptDirectory,
    script: &Script,
    name: &str,
    dialect: &'static dyn Dialect,
    outside: &Outside,
    absence: Absence,
    interrupt: &Interrupt,
) -> Result<Result<Side, String>, RunError> {
    let recorder = Arc::new(Recorder::new());
    let reporter: SharedReporter = recorder.clone();
    let interpreter = Interpreter {
        prepend_sys_path: &scripts.settings().prepend_sys_path,
        project: Some(&scripts.settings().dir),
        outside,
        reporter: &reporter,
        interrupt,
        writes_sql: false,
    };
    let mut vm = interpreter
        .start()
        .map_err(|error| RunError::command(error.to_string()))?;
    if absence == Absence::Assume {
        vm.assume();
    }
    let ran = run_side(&mut vm, dialect, script, name, &reporter);
    match ran {
        Ok(()) => Ok(Ok(Side {
            sql: recorder.recorded().sql,
            assumed: vm.take_assumed(),
        })),
        Err(error) => match failure::run_error(&mut vm, &error) {
            interrupted @ RunError::Interrupted { .. } => Err(interrupted),
            RunError::Script(failure) => Ok(Err(describe(&failure))),
            other => Ok(Err(other.to_string())),
        },
    }
}

fn run_side(
    vm: &mut Vm,
    dialect: &'static dyn Dialect,
    script: &Script,
    name: &str,
    reporter: &SharedReporter,
) -> PyResult<()> {
    let context = offline_context(vm, dialect, reporter)?;
    let manager = operations_of(vm, &context);
    vm.call_method(&manager, "__enter__", Vec::new())?;
    // In a run a script is loaded where `op` stands for something already.
    let path = script.path.display().to_string();
    let module = vm.run_shared(&module_name(&path), &path, script.source.clone())?;
    let function = vm.getattr(&Value::Module(module), name)?;
    vm.call(&function, Vec::new(), Vec::new())?;
    Ok(())
}

/// An error in one line, with its place.
fn describe(failure: &ScriptFailure) -> String {
    match &failure.place {
        Some(place) => format!("{}:{}: {}", place.file, place.line, failure.summary()),
        None => failure.summary(),
    }
}
