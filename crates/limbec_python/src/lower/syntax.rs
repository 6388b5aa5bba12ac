//! Parsing, and syntax errors in CPython's form.

use std::rc::Rc;

use ruff_python_ast::ModModule;
use ruff_python_parser::{Parsed, parse_module};

use super::prescan;
use crate::error::{PyError, Raised, raise};
use crate::source::{SourceFile, Span};
use crate::types::types;
use crate::value::Value;

/// Why a text is not Python.
#[derive(Debug)]
pub(crate) struct SyntaxProblem {
    pub(crate) class: &'static str,
    pub(crate) message: String,
    pub(crate) span: Span,
    /// Only the line is known.
    pub(crate) line: Option<u32>,
}

impl SyntaxProblem {
    pub(super) fn at(message: String, span: Span) -> Self {
        Self {
            class: "SyntaxError",
            message,
            span,
            line: None,
        }
    }

    /// The exception, with the attributes that CPython gives it.
    pub(crate) fn into_error(self, file: &Rc<SourceFile>) -> PyError {
        if self.class == "RecursionError" {
            return raise(self.class, self.message);
        }
        let start = match self.line {
            Some(line) => file.line_start(line),
            None => self.span.start,
        };
        let place = file.line_column(start);
        let end = file.line_column(self.span.end.max(start));
        let class = types().exception(self.class);
        let instance = class.allocate();
        let text = format!("{}\n", file.line_text(place.line));
        let details = vec![
            Value::Str(file.path().clone()),
            Value::Int(i64::from(place.line)),
            Value::Int(i64::from(place.column)),
            Value::str(&text),
            Value::Int(i64::from(end.line)),
            Value::Int(i64::from(end.column)),
        ];
        instance.set("msg", Value::str(&self.message));
        instance.set("filename", details[0].clone());
        instance.set("lineno", details[1].clone());
        instance.set("offset", details[2].clone());
        instance.set("text", details[3].clone());
        instance.set("end_lineno", details[4].clone());
        instance.set("end_offset", details[5].clone());
        instance.exception_mut(|state| {
            state.args = vec![Value::str(&self.message), Value::tuple(details)];
        });
        PyError::Exception(Raised::new(instance))
    }
}

/// Parse a module that is not too deep for the parser, which is recursive.
pub(crate) fn parse(text: &str) -> Result<Parsed<ModModule>, SyntaxProblem> {
    if !prescan::is_shallow(text, crate::vm::stack_depth()) {
        check_depth(text)?;
    }
    parse_module(text).map_err(|error| super::blame::problem(text, &error))
}

fn check_depth(text: &str) -> Result<(), SyntaxProblem> {
    let depth = prescan::depth(text).map_err(|deep| SyntaxProblem {
        class: deep.class,
        message: deep.message.to_owned(),
        span: Span::default(),
        line: Some(deep.line),
    })?;
    if depth > crate::vm::stack_depth() {
        return Err(SyntaxProblem {
            class: "RecursionError",
            message: "maximum recursion depth exceeded during compilation".to_owned(),
            span: Span::default(),
            line: None,
        });
    }
    Ok(())
}
