use std::path::Path;
use std::sync::Arc;

use limbec_python::{Module, PyResult, Value, Vm};

use super::error::RunError;
use super::event::{Recorder, SharedReporter};
use super::interrupt::Interrupt;
use super::offline_sql::Absence;
use crate::config::Location;
use crate::script::bindings::alembic::module_name;
use crate::script::interpreter::{Interpreter, Outside};
use crate::script::{HeaderRunner, ScriptError, ScriptHeader, failure};

/// Runs the revision files whose header is not literal, and reads the variables they end with.
pub struct InterpretedHeaders {
    prepend_sys_path: Vec<String>,
    interrupt: Interrupt,
}

impl InterpretedHeaders {
    /// A runner that finds the project's modules in these folders.
    pub fn new(prepend_sys_path: Vec<String>, interrupt: &Interrupt) -> Self {
        Self {
            prepend_sys_path,
            interrupt: interrupt.clone(),
        }
    }
}

impl HeaderRunner for InterpretedHeaders {
    fn run_header(&self, path: &Path, source: &str) -> Result<ScriptHeader, ScriptError> {
        self.run_deep(path, source, Absence::Refuse)
    }

    fn look_at_header(&self, path: &Path, source: &str) -> Result<ScriptHeader, ScriptError> {
        self.run_deep(path, source, Absence::Assume)
    }
}

impl InterpretedHeaders {
    /// Commands that only look at headers run on the thread they are called on, whose stack is small.
    fn run_deep(
        &self,
        path: &Path,
        source: &str,
        absence: Absence,
    ) -> Result<ScriptHeader, ScriptError> {
        limbec_python::run_on_big_stack(|| self.run(path, source, absence))
            .unwrap_or_else(|error| Err(wrong(path, error.to_string())))
    }

    fn run(
        &self,
        path: &Path,
        source: &str,
        absence: Absence,
    ) -> Result<ScriptHeader, ScriptError> {
        let reporter: SharedReporter = Arc::new(Recorder::new());
        let interpreter = Interpreter {
            prepend_sys_path: &self.prepend_sys_path,
            project: path.parent(),
            outside: &Outside::default(),
            reporter: &reporter,
            interrupt: &self.interrupt,
            writes_sql: false,
        };
        let shown = path.display().to_string();
        let started = interpreter.start();
        let mut vm = started.map_err(|error| wrong(path, error.to_string()))?;
        if absence == Absence::Assume {
            vm.assume();
        }
        let ran = vm.run_module(&module_name(&shown), &shown, source);
        let read = ran.and_then(|module| header(&mut vm, &module));
        read.map_err(|error| failed(path, failure::run_error(&mut vm, &error)))
    }
}

/// A file that cannot be run, with the place where it stopped.
fn failed(path: &Path, error: RunError) -> ScriptError {
    let message = error.to_string();
    let RunError::Script(failure) = error else {
        return wrong(path, message);
    };
    let location = failure.place.map(|place| {
        Box::new(Location {
            file: place.file.into(),
            line: place.line as usize,
            column: place.column as usize,
            length: place.end_column.saturating_sub(place.column).max(1) as usize,
            text: place.source,
        })
    });
    ScriptError::Revision {
        message,
        path: path.to_owned(),
        location,
        hint: failure.hints.into_iter().next(),
    }
}

fn wrong(path: &Path, message: String) -> ScriptError {
    ScriptError::Revision {
        message,
        path: path.to_owned(),
        location: None,
        hint: None,
    }
}

fn header(vm: &mut Vm, module: &Module) -> PyResult<ScriptHeader> {
    let get = |name: &str| module.dict().get_str(name);
    let revision = match get("revision") {
        None | Some(Value::None) => None,
        Some(Value::Absent(absent)) if vm.assumes(&absent, "it is left out of the header") => None,
        Some(value) => Some(vm.str(&value)?.to_string()),
    };
    let down_revision = match get("down_revision") {
        None => None,
        Some(value) => Some(names(vm, &value)?),
    };
    Ok(ScriptHeader {
        doc: get("__doc__")
            .and_then(|doc| doc.as_str())
            .map(|doc| doc.to_string()),
        revision,
        down_revision,
        branch_labels: names(vm, &get("branch_labels").unwrap_or_default())?,
        depends_on: names(vm, &get("depends_on").unwrap_or_default())?,
    })
}

/// `None`, one name or several.
fn names(vm: &mut Vm, value: &Value) -> PyResult<Vec<String>> {
    match value {
        Value::None => Ok(Vec::new()),
        Value::Str(one) => Ok(vec![one.to_string()]),
        Value::Absent(absent) if vm.assumes(absent, "it is left out of the header") => {
            Ok(Vec::new())
        }
        several => {
            let mut names = Vec::new();
            for item in vm.iterate(several)? {
                if let Value::Absent(absent) = &item
                    && vm.assumes(absent, "it is left out of the header")
                {
                    continue;
                }
                names.push(vm.str(&item)?.to_string());
            }
            Ok(names)
        }
    }
}
