//! What stands in for the interpreter in a build without the feature `python`: each of its uses is an error.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use limbec_sql::Dialect;

use super::error::RunError;
use super::event::SharedReporter;
use super::interrupt::Interrupt;
use super::offline_sql::{Absence, Side};
use super::options::{EnvOptions, RunSummary};
use crate::config::{Config, ConfigError};
use crate::script::{HeaderRunner, Script, ScriptDirectory, ScriptError, ScriptHeader};

const ABSENT: &str = "this build of Limbec is without its feature python";

/// # Errors
/// Always: there is nobody to run `env.py`.
pub fn run_env(
    _config: &Rc<RefCell<Config>>,
    scripts: &Rc<ScriptDirectory>,
    _options: EnvOptions,
    _reporter: &SharedReporter,
    _interrupt: &Interrupt,
    _log: &RunLog,
) -> Result<RunSummary, RunError> {
    Err(RunError::Command {
        message: format!("{} cannot be run: {ABSENT}", scripts.env_py().display()),
        hints: vec!["build with the feature python, or leave env.py out: the configuration names the database".to_owned()],
    })
}

/// Logs nothing: only `env.py` configures logging.
#[derive(Default)]
pub struct RunLog {}

impl RunLog {
    /// Nothing.
    pub fn failed(&self, _message: &str) {}
}

/// Runs no headers.
pub struct InterpretedHeaders;

impl InterpretedHeaders {
    /// A runner that refuses.
    pub fn new(_prepend_sys_path: Vec<String>, _interrupt: &Interrupt) -> Self {
        Self
    }
}

impl HeaderRunner for InterpretedHeaders {
    fn run_header(&self, path: &Path, _source: &str) -> Result<ScriptHeader, ScriptError> {
        Err(ScriptError::command(format!(
            "{} cannot be run: {ABSENT}",
            path.display()
        )))
    }
}

/// What scripts in Python may use beside the project: nothing, without Python.
pub(super) struct Outside;

impl Outside {
    pub(super) fn of(_config: &Config) -> Result<Self, ConfigError> {
        Ok(Self)
    }

    pub(super) fn reading(self, _locations: Vec<PathBuf>) -> Self {
        self
    }
}

pub(super) fn side(
    _scripts: &ScriptDirectory,
    _script: &Script,
    _name: &str,
    _dialect: &'static dyn Dialect,
    _outside: &Outside,
    _absence: Absence,
    _interrupt: &Interrupt,
) -> Result<Result<Side, String>, RunError> {
    Ok(Err(ABSENT.to_owned()))
}
