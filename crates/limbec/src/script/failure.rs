//! From an error of the interpreter to the error of a run.

use std::rc::Rc;

use limbec_python::{Instance, PyError, TraceEntry, Unsupported, Value, Vm, format_error};

use super::bindings::alembic::Alembic;
use crate::runner::{FailureKind, FailurePlace, Leftover, RunError, ScriptFailure};

/// The error of a run that Python code has ended.
pub fn run_error(vm: &mut Vm, error: &PyError) -> RunError {
    let environment = Alembic::of(vm).current_environment();
    let running = environment
        .as_ref()
        .and_then(|environment| environment.progress().running.clone());
    if let Some(environment) = &environment
        && let Some(carried) = environment.carried(error)
    {
        return carried;
    }
    let step = running.as_ref().map(|running| running.step.clone());
    let session = running.and_then(|running| running.session);
    let rolled_back = session.is_some();
    let leftover = session.map_or_else(Leftover::default, |session| session.leftover());
    match error {
        PyError::Interrupted => RunError::Interrupted { step, leftover },
        PyError::Exception(raised) => {
            if raised
                .value
                .class()
                .is_subclass(&vm.types().exception("SystemExit"))
            {
                return exit(vm, &raised.value);
            }
            let message = message(vm, &raised.value);
            let command = Alembic::of(vm).class("CommandError");
            if raised.value.class().is_subclass(&command) {
                return RunError::Command {
                    message,
                    hints: Vec::new(),
                };
            }
            let syntax = raised
                .value
                .class()
                .is_subclass(&vm.types().exception("SyntaxError"));
            let entries = raised.traceback();
            let class = raised.value.class().full_name();
            RunError::Script(Box::new(ScriptFailure {
                kind: if syntax {
                    FailureKind::Syntax
                } else {
                    FailureKind::Exception
                },
                class,
                message,
                place: syntax_place(vm, &raised.value).or_else(|| innermost(&entries)),
                traceback: format_error(vm, error),
                step,
                rolled_back,
                leftover,
                database: None,
                server: None,
                hints: Vec::new(),
            }))
        }
        PyError::Unsupported(unsupported) => {
            let traceback = format_error(vm, error);
            RunError::Script(Box::new(ScriptFailure {
                traceback,
                leftover,
                ..not_supported(unsupported, step, rolled_back)
            }))
        }
    }
}

/// `sys.exit(code)`, `sys.exit("message")`: what Python makes of it.
fn exit(vm: &mut Vm, exception: &Rc<Instance>) -> RunError {
    let argument = exception
        .exception(|state| state.args.first().cloned())
        .flatten()
        .unwrap_or_default();
    let (code, message) = match &argument {
        Value::None => (0, None),
        Value::Int(code) => ((code & 0xff) as u8, None),
        other => (1, vm.str(other).ok().map(|text| text.to_string())),
    };
    RunError::Exit { code, message }
}

fn not_supported(
    unsupported: &Unsupported,
    step: Option<String>,
    rolled_back: bool,
) -> ScriptFailure {
    let mut hints = Vec::new();
    if let Some(absent) = &unsupported.absent
        && absent.cause.is_none()
    {
        hints.push(format!(
            "put the folder that {} is in into prepend_sys_path, or do without it in migrations",
            absent.package,
        ));
    }
    ScriptFailure {
        kind: FailureKind::Unsupported,
        class: "Unsupported".to_owned(),
        message: unsupported.what.clone(),
        traceback: String::new(),
        // What cannot even be read has a place that no call leads to.
        place: unsupported
            .place
            .as_ref()
            .filter(|found| !found.file.path().starts_with('<'))
            .map(place)
            .or_else(|| innermost(&unsupported.traceback)),
        step,
        rolled_back,
        leftover: Leftover::default(),
        database: None,
        server: None,
        hints,
    }
}

/// `str(exception)`; what cannot be shown is left out rather than hide the exception.
fn message(vm: &mut Vm, exception: &Rc<Instance>) -> String {
    vm.str(&Value::Instance(exception.clone()))
        .map(|text| text.to_string())
        .unwrap_or_default()
}

/// The innermost place that is in a file of the project, not in a module that is built in.
fn innermost(entries: &[TraceEntry]) -> Option<FailurePlace> {
    let own = |entry: &&TraceEntry| !entry.file.path().starts_with('<');
    entries.iter().rev().find(own).map(place)
}

fn place(entry: &TraceEntry) -> FailurePlace {
    let start = entry.file.line_column(entry.span.start);
    let end = entry.file.line_column(entry.span.end);
    let source = entry.file.line_text(start.line).to_owned();
    let end_column = if end.line == start.line && end.column > start.column {
        end.column
    } else {
        source.chars().count() as u32 + 1
    };
    FailurePlace {
        file: entry.file.path().to_string(),
        line: start.line,
        column: start.column,
        end_column,
        source,
    }
}

/// Where a file is not Python: the attributes of the `SyntaxError`.
fn syntax_place(vm: &mut Vm, exception: &Rc<Instance>) -> Option<FailurePlace> {
    let value = Value::Instance(exception.clone());
    let mut attribute = |name: &str| vm.getattr_opt(&value, name).ok().flatten();
    let file = attribute("filename")?.as_str()?.to_string();
    let line = u32::try_from(attribute("lineno")?.as_int()?).ok()?;
    let column = attribute("offset")
        .and_then(|offset| offset.as_int())
        .and_then(|offset| u32::try_from(offset).ok())
        .unwrap_or(1)
        .max(1);
    let source = attribute("text").and_then(|text| text.as_str())?;
    Some(FailurePlace {
        file,
        line,
        column,
        end_column: column + 1,
        source: source.trim_end_matches(['\n', '\r']).to_owned(),
    })
}
