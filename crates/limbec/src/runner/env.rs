//! Running `env.py`.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use limbec_python::{PyError, Vm};

use super::connector::Connector;
use super::env_fallback;
use super::error::RunError;
use super::event::{Event, SharedReporter};
use super::interrupt::Interrupt;
use super::log::RunLog;
use super::options::{EnvOptions, RunSummary};
use crate::config::Config;
use crate::script::bindings::alembic::{Alembic, Environment, prepare_loggers};
use crate::script::interpreter::{Interpreter, Outside};
use crate::script::{ScriptDirectory, failure};

/// Run `env.py` of a script directory: Alembic's `script.run_env()`. The `log` is left with the logging
/// that `env.py` has configured.
///
/// Interpreting scripts needs a deep stack: call this inside
/// [`run_on_big_stack`](limbec_python::run_on_big_stack).
///
/// # Errors
/// What the function of the steps answers, what `env.py` and the migrations raise, what the
/// database refuses. Whatever was not committed has been rolled back then.
pub fn run_env(
    config: &Rc<RefCell<Config>>,
    scripts: &Rc<ScriptDirectory>,
    options: EnvOptions,
    reporter: &SharedReporter,
    interrupt: &Interrupt,
    log: &RunLog,
) -> Result<RunSummary, RunError> {
    let source = read_env_py(&scripts.env_py())?;
    let project = project_folder(config);
    let outside = Outside::of(&config.borrow())?.reading(scripts.version_locations()?);
    let interpreter = Interpreter {
        prepend_sys_path: &scripts.settings().prepend_sys_path,
        project: project.as_deref(),
        outside: &outside,
        reporter,
        interrupt,
        writes_sql: options.as_sql,
    };
    let mut vm = interpreter
        .start()
        .map_err(|error| RunError::command(error.to_string()))?;
    prepare_loggers(&mut vm);
    let ran = run_in(
        &mut vm, &source, config, scripts, options, reporter, interrupt,
    );
    log.keep(vm);
    ran
}

fn run_in(
    vm: &mut Vm,
    source: &str,
    config: &Rc<RefCell<Config>>,
    scripts: &Rc<ScriptDirectory>,
    options: EnvOptions,
    reporter: &SharedReporter,
    interrupt: &Interrupt,
) -> Result<RunSummary, RunError> {
    let env_py = scripts.env_py();
    let url = config.borrow().url_override.clone();
    let connector = Connector::new(url, &options, reporter, interrupt);
    connector.install(vm);
    let environment = Environment::new(vm, config, scripts, options, reporter, interrupt);
    let state = Alembic::of(vm);
    state.set_environment(Some(environment.clone()));
    let path = env_py.display().to_string();
    let mut refused = None;
    let mut ran = vm.run_module("env_py", &path, source);
    if let Err(PyError::Unsupported(problem)) = &ran
        && let Some(other) = instead(source, config, &environment)
    {
        match other {
            Ok(other) => {
                reporter.report(Event::Diagnostic(&format!(
                    "limbec: {path} cannot be interpreted: {problem}\n\
                     limbec: as the URL is given, its literal options are used: {}\n",
                    other.note
                )));
                ran = vm.run_module("env_py", &path, &other.text);
            }
            Err(option) => refused = Some(option),
        }
    }
    let ran = ran.and_then(|_| {
        let generated = environment.finish_generation(vm)?;
        Ok((environment.uncommitted(), generated))
    });
    let done = ran.map_err(|error| {
        let unsupported = matches!(error, PyError::Unsupported(_));
        let mut error = failure::run_error(vm, &error);
        if unsupported && !environment.is_configured() && config.borrow().url_override.is_none() {
            error.hint(
                "or give the URL with --url or LIMBEC_URL: where env.py cannot be interpreted, the options that it \
                 says in literals are used with it",
            );
        }
        if let Some(option) = &refused {
            error.hint(&format!(
                "--url does not help here: context.configure() is given {} in line {} of {path}, and what that says \
                 is not known; write the options in literals",
                option.written, option.line
            ));
        }
        if let Some(noted) = connector.noted(&error.to_string()) {
            error.add(noted);
        }
        if connector.commit_unanswered() {
            error.commit_unanswered();
        }
        error
    });
    let mut summary = environment.summary();
    // The environment and the interpreter refer to each other: without this neither would end, nor
    // would the connections that scripts left open.
    environment.close();
    state.set_environment(None);
    connector.close_all();
    let (uncommitted, generated) = done?;
    if uncommitted {
        return Err(nothing_committed(&env_py));
    }
    summary.generated = generated;
    Ok(summary)
}

/// What is run instead of an `env.py` that cannot be interpreted: nothing where it has begun to work with a database,
/// and nothing for a command that needs the models.
fn instead(
    source: &str,
    config: &Rc<RefCell<Config>>,
    environment: &Environment,
) -> Option<Result<env_fallback::StandIn, env_fallback::Unknown>> {
    let url = config.borrow().url_override.clone()?;
    if environment.is_configured() || environment.generation().is_some() {
        return None;
    }
    env_fallback::stand_in(source, &url, environment.as_sql())
}

/// Alembic reports success here, though the migrations are gone.
fn nothing_committed(env_py: &Path) -> RunError {
    RunError::Command {
        message: "The migrations have been rolled back: the connection was in a transaction when \
                  context.configure() was called, and nobody has committed it"
            .to_owned(),
        hints: vec![format!(
            "in {}, call connection.commit() after context.run_migrations(), or connection.commit() \
             after the statements that come before context.configure()",
            env_py.display()
        )],
    }
}

fn read_env_py(path: &Path) -> Result<String, RunError> {
    if !path.exists() {
        return Err(RunError::Command {
            message: format!("Can't find Python file {}", path.display()),
            hints: vec![
                "check script_location in the configuration: env.py is a part of the script folder, \
                 and `init` writes one"
                    .to_owned(),
            ],
        });
    }
    std::fs::read_to_string(path).map_err(|error| RunError::Io {
        path: path.to_owned(),
        reason: error.to_string(),
    })
}

/// The folder of the configuration file.
fn project_folder(config: &Rc<RefCell<Config>>) -> Option<PathBuf> {
    let config = config.borrow();
    let file = config
        .config_file_name
        .as_ref()
        .or(config.toml_file_name.as_ref())?;
    Path::new(file).parent().map(Path::to_owned)
}
