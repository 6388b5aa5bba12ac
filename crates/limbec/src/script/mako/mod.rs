//! Script templates: the part of the Mako language that `script.py.mako` files use.
//!
//! A template becomes a Python program, as with Mako itself, and the interpreter runs it; so expressions, blocks and control
//! lines are Python in full. What needs more than one template (`<%include>`, `<%inherit>`, namespaces) is an error that
//! names the template and the line.

mod code;
mod compile;
mod lexer;

use std::path::Path;

use indexmap::IndexMap;
use limbec_python::{Captured, Config, ModuleBuilder, NoModules, PyError, TraceEntry, Value, Vm};

use self::compile::Program;
use super::create_date::CreateDate;
use super::error::ScriptError;
use crate::config::Location;
use crate::config::pytext::repr;

/// The Python that every program begins with.
const PRELUDE: &str = include_str!("prelude.py");
/// The module through which the program gets values that cannot be written as Python source.
const VALUES_MODULE: &str = "_limbec_template";

/// A value for a template.
#[derive(Debug, Clone)]
pub enum TemplateValue {
    /// `None`.
    None,
    /// A text.
    Text(String),
    /// `True` or `False`.
    Bool(bool),
    /// A tuple of texts.
    Tuple(Vec<String>),
    /// A list of texts.
    List(Vec<String>),
    /// A `datetime`.
    Date(CreateDate),
    /// Any value of the interpreter, for instance the configuration as scripts see it.
    Object(Value),
}

/// The values that a template is given, by name.
pub type TemplateArgs = IndexMap<String, TemplateValue>;

impl TemplateValue {
    /// The Python expression for the value; `None` for one that has none.
    fn expression(&self) -> Option<String> {
        Some(match self {
            Self::None => "None".to_owned(),
            Self::Text(text) => repr(text),
            Self::Bool(value) => if *value { "True" } else { "False" }.to_owned(),
            Self::Tuple(items) if items.len() == 1 => format!("({},)", repr(&items[0])),
            Self::Tuple(items) => format!("({})", joined(items)),
            Self::List(items) => format!("[{}]", joined(items)),
            Self::Date(date) => date_expression(date),
            Self::Object(_) => return None,
        })
    }
}

fn joined(items: &[String]) -> String {
    items
        .iter()
        .map(|item| repr(item))
        .collect::<Vec<String>>()
        .join(", ")
}

fn date_expression(date: &CreateDate) -> String {
    let zone = date.utc_offset().map_or_else(String::new, |seconds| {
        format!(", tzinfo=_mako_datetime.timezone(_mako_datetime.timedelta(seconds={seconds}))")
    });
    format!(
        "_mako_datetime.datetime({}, {}, {}, {}, {}, {}, {}{zone})",
        date.year(),
        date.month(),
        date.day(),
        date.hour(),
        date.minute(),
        date.second(),
        date.microsecond()
    )
}

/// Renders the template `text` in an interpreter of its own; `path` is the name that errors show.
///
/// # Errors
/// When the template is not well-formed, or its Python raises an exception.
pub fn render(path: &Path, text: &str, args: &TemplateArgs) -> Result<String, ScriptError> {
    let output = Box::new(Captured::default());
    let mut vm = Vm::new(Config::default(), Box::new(NoModules), output);
    render_in(&mut vm, path, text, args)
}

/// Renders the template `text` in `vm`, where it can import what scripts can.
///
/// # Errors
/// When the template is not well-formed, or its Python raises an exception.
pub fn render_in(
    vm: &mut Vm,
    path: &Path,
    text: &str,
    args: &TemplateArgs,
) -> Result<String, ScriptError> {
    let program = program(text, args)
        .map_err(|(message, line)| template_error(path, text, line, message, None))?;
    let mut values = ModuleBuilder::new(VALUES_MODULE);
    for (name, value) in args {
        if let TemplateValue::Object(object) = value {
            values = values.value(name, object.clone());
        }
    }
    vm.add_module(&values.build());
    let source_path = format!("{} (as Python)", path.display());
    let module = vm
        .run_module("_mako_template", &source_path, &program.source)
        .map_err(|error| run_error(path, text, &program, &source_path, &error))?;
    let output = module
        .dict()
        .get_str("_mako_output")
        .and_then(|output| output.as_str());
    output
        .map(|output| output.to_string())
        .ok_or_else(|| template_error(path, text, 1, "the template gave no text".to_owned(), None))
}

/// The whole program: prelude, values, the template itself.
fn program(text: &str, args: &TemplateArgs) -> Result<Program, (String, usize)> {
    let nodes = lexer::lex(text)?;
    let mut program = compile::compile(&nodes, &preamble(args))?;
    program
        .source
        .push_str("_mako_output = ''.join(_mako_stack[0])\n");
    program.lines.push(1);
    Ok(program)
}

fn preamble(args: &TemplateArgs) -> String {
    let mut code = PRELUDE.to_owned();
    code.push_str("import datetime as _mako_datetime\n");
    for (name, value) in args {
        match value.expression() {
            Some(expression) => code.push_str(&format!("{name} = {expression}\n")),
            None => code.push_str(&format!("from {VALUES_MODULE} import {name}\n")),
        }
    }
    code.push_str("comma = _mako_comma\n");
    let data: Vec<String> = args
        .keys()
        .map(|name| format!("{}: {name}", repr(name)))
        .collect();
    code.push_str(&format!(
        "context = _MakoContext({{{}}})\n",
        data.join(", ")
    ));
    code
}

/// Turns an error of the program into one of the template.
fn run_error(
    path: &Path,
    text: &str,
    program: &Program,
    source_path: &str,
    error: &PyError,
) -> ScriptError {
    let in_program = |entry: &&TraceEntry| **entry.file.path() == *source_path;
    let (message, entry) = match error {
        PyError::Exception(raised) => {
            let trace = raised.traceback();
            // The outermost call is the place in the template; inner ones may be in the prelude.
            (
                raised.summary(),
                trace.iter().find(in_program).map(TraceEntry::line),
            )
        }
        PyError::Unsupported(unsupported) => {
            let outer = unsupported
                .traceback
                .iter()
                .find(in_program)
                .map(TraceEntry::line);
            (
                unsupported.what.clone(),
                outer.or_else(|| unsupported.place.as_ref().map(TraceEntry::line)),
            )
        }
        PyError::Interrupted => ("interrupted".to_owned(), None),
    };
    let line = entry
        .and_then(|line| program.lines.get(line as usize - 1))
        .copied()
        .unwrap_or(1);
    template_error(
        path,
        text,
        line,
        format!("Template rendering failed: {message}"),
        None,
    )
}

fn template_error(
    path: &Path,
    text: &str,
    line: usize,
    message: String,
    hint: Option<String>,
) -> ScriptError {
    let line_text = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let start = line_text.len() - line_text.trim_start().len();
    let location = Location::in_line(
        path.to_owned(),
        line,
        line_text,
        start,
        line_text.len() - start,
    );
    ScriptError::Template {
        message,
        location: Box::new(location),
        hint,
    }
}
