//! Who renders the templates of new revisions.

use std::cell::RefCell;
use std::fmt;
use std::path::Path;
use std::rc::Rc;

use super::bindings::alembic::config_object;
use super::error::ScriptError;
use super::interpreter::{Interpreter, Outside};
use super::mako::{self, TemplateArgs, TemplateValue};
use crate::config::Config;
use crate::runner::{Interrupt, SharedReporter};

/// Renders script templates.
pub trait TemplateEngine: fmt::Debug {
    /// Renders the template `text`; `path` is the name that errors show.
    ///
    /// # Errors
    /// When the template is not well-formed, or its Python raises an exception.
    fn render(&self, path: &Path, text: &str, args: &TemplateArgs) -> Result<String, ScriptError>;
}

/// Renders without a project: templates can use the standard library, and have no `config`.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlainTemplates;

impl TemplateEngine for PlainTemplates {
    fn render(&self, path: &Path, text: &str, args: &TemplateArgs) -> Result<String, ScriptError> {
        mako::render(path, text, args)
    }
}

/// Renders in an interpreter of the project: templates can import its modules, and have `config`.
pub struct ProjectTemplates {
    /// The configuration.
    pub config: Rc<RefCell<Config>>,
    /// Where modules are imported from.
    pub prepend_sys_path: Vec<String>,
    /// Who is told what a template prints.
    pub reporter: SharedReporter,
    /// What stops a template.
    pub interrupt: Interrupt,
}

impl fmt::Debug for ProjectTemplates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProjectTemplates")
            .field("prepend_sys_path", &self.prepend_sys_path)
            .finish_non_exhaustive()
    }
}

impl TemplateEngine for ProjectTemplates {
    fn render(&self, path: &Path, text: &str, args: &TemplateArgs) -> Result<String, ScriptError> {
        let interpreter = Interpreter {
            prepend_sys_path: &self.prepend_sys_path,
            project: path.parent(),
            outside: &Outside::default(),
            reporter: &self.reporter,
            interrupt: &self.interrupt,
            writes_sql: false,
        };
        let mut vm = interpreter.start().map_err(|error| {
            ScriptError::command(format!("Can't start the interpreter: {error}"))
        })?;
        let mut args = args.clone();
        let config = config_object::make(&mut vm, Rc::clone(&self.config));
        args.entry("config".to_owned())
            .or_insert(TemplateValue::Object(config));
        mako::render_in(&mut vm, path, text, &args)
    }
}
