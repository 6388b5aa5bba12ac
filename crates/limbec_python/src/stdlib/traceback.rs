//! `_traceback`: the text of exceptions, for the module `traceback`.

use std::rc::Rc;

use crate::error::{PyResult, raise};
use crate::native::ModuleBuilder;
use crate::traceback::{exception_only, format_exception, write_entries};
use crate::value::{Instance, Module, Value};
use crate::vm::Vm;

/// The module.
pub fn module(_: &mut Vm) -> Rc<Module> {
    ModuleBuilder::new("_traceback")
        .function("format_exc", "limit=None, chain=True", |vm, _| {
            Ok(Value::str(current(vm)))
        })
        .function("print_exc", "limit=None, file=None, chain=True", |vm, a| {
            let text = current(vm);
            write(vm, a.opt("file"), &text)
        })
        .function(
            "format_exception",
            "exc, value=None, tb=None, limit=None, chain=True",
            |vm, a| {
                let exception = exception_arg(a.get("exc"), a.get("value"))?;
                let text = format_exception(vm, &exception);
                Ok(Value::list(lines(&text)))
            },
        )
        .function(
            "print_exception",
            "exc, value=None, tb=None, limit=None, file=None, chain=True",
            |vm, a| {
                let exception = exception_arg(a.get("exc"), a.get("value"))?;
                let text = format_exception(vm, &exception);
                write(vm, a.opt("file"), &text)
            },
        )
        .function("format_exception_only", "exc, value=None", |vm, a| {
            let exception = exception_arg(a.get("exc"), a.get("value"))?;
            let text = exception_only(vm, &exception);
            Ok(Value::list(lines(&text)))
        })
        .function("format_tb", "tb, limit=None", |_, a| {
            let entries = a.get("tb").payload::<Vec<crate::TraceEntry>>();
            let mut entries = entries
                .map(|entries| (*entries).clone())
                .unwrap_or_default();
            entries.reverse();
            let mut text = String::new();
            write_entries(&entries, &mut text);
            Ok(Value::list(lines(&text)))
        })
        .build()
}

/// The exception that is being handled.
fn current(vm: &mut Vm) -> String {
    match vm.handling.last().cloned() {
        Some(exception) => format_exception(vm, &exception),
        None => "NoneType: None\n".to_owned(),
    }
}

fn exception_arg(exception: &Value, value: &Value) -> PyResult<Rc<Instance>> {
    for candidate in [value, exception] {
        if let Value::Instance(instance) = candidate
            && instance.is_exception()
        {
            return Ok(instance.clone());
        }
    }
    Err(raise("TypeError", "Exception expected for value"))
}

/// The text in the pieces that CPython gives: one for each call, with its source line.
fn lines(text: &str) -> Vec<Value> {
    let mut pieces: Vec<String> = Vec::new();
    for line in text.split_inclusive('\n') {
        let goes_on =
            line.starts_with("    ") && pieces.last().is_some_and(|piece| piece.starts_with("  "));
        match pieces.last_mut() {
            Some(last) if goes_on => last.push_str(line),
            _ => pieces.push(line.to_owned()),
        }
    }
    pieces.into_iter().map(Value::from).collect()
}

fn write(vm: &mut Vm, file: Option<&Value>, text: &str) -> PyResult {
    match file {
        Some(file) => {
            vm.call_method(file, "write", vec![Value::str(text)])?;
        }
        None => vm.print_error(text),
    }
    Ok(Value::None)
}
