//! Running the steps of a plan: what `context.run_migrations()` does.

use std::rc::Rc;

use limbec_graph::{Heads, RevId, Step};
use limbec_python::{Module, PyError, PyResult, PySet, Value, Vm};
use limbec_schema::Operation;

use super::bridge;
use super::environment::{Environment, Running};
use super::logger::{self, Level};
use super::migration_context::{MigrationContext, command_error};
use super::migration_info;
use crate::config::TimeLimits;
use crate::runner::steps::{self, RunRequest, RunningStep, Runtime, StepTransaction};
use crate::runner::{Interrupt, RunError, Session, SharedReporter, VersionTable};
use crate::script::ScriptDirectory;
use crate::script::host::{Host, HostError};

const LOGGER: &str = "alembic.runtime.migration";

/// `context.run_migrations(**kw)`.
///
/// # Errors
/// What the command, the scripts and the database answer.
pub fn run_migrations(
    vm: &mut Vm,
    context: &Rc<MigrationContext>,
    object: &Value,
    kw: &[(Rc<str>, Value)],
) -> PyResult<()> {
    let Some(environment) = context.environment().cloned() else {
        return Err(vm.raise("AssertionError", ""));
    };
    let limits = environment.config().borrow().time_limits();
    let limits = limits.map_err(|error| environment.carry(vm, error.into()))?;
    steps::run_steps(&mut PythonRun {
        limits,
        vm,
        context,
        object,
        environment: &environment,
        kw,
    })
}

/// One call of `run_migrations`.
struct PythonRun<'a> {
    limits: TimeLimits,
    vm: &'a mut Vm,
    context: &'a Rc<MigrationContext>,
    object: &'a Value,
    environment: &'a Rc<Environment>,
    kw: &'a [(Rc<str>, Value)],
}

impl Runtime for PythonRun<'_> {
    type Error = PyError;
    /// The module of a revision, and the function of it that the step runs.
    type Script = (Rc<Module>, Value);

    fn session(&self) -> &Rc<Session> {
        self.context.session()
    }

    fn request(&self) -> RunRequest {
        RunRequest {
            as_sql: self.context.as_sql(),
            dont_mutate: self.environment.dont_mutate(),
            purge: self.environment.purge(),
            ensure_version_table: self.environment.ensure_version_table(),
            limits: self.limits,
        }
    }

    fn version(&self) -> &VersionTable {
        self.context.version()
    }

    fn scripts(&self) -> &Rc<ScriptDirectory> {
        self.environment.scripts()
    }

    fn reporter(&self) -> &SharedReporter {
        self.environment.reporter()
    }

    fn interrupt(&self) -> &Interrupt {
        self.environment.interrupt()
    }

    fn operation(&self, operation: &Operation) -> Result<(), HostError> {
        self.context.carry_out(operation)
    }

    fn finish<T>(&mut self, done: Result<T, HostError>) -> PyResult<T> {
        self.context.finish(self.vm, done)
    }

    fn stop(&mut self, error: RunError) -> PyError {
        self.environment.carry(self.vm, error)
    }

    fn refused(&mut self, error: HostError, told: RunError) -> PyError {
        self.environment.carry_as(self.vm, error, told)
    }

    fn current_heads(&mut self) -> PyResult<Vec<RevId>> {
        current_heads(self.vm, self.context)
    }

    fn generate(&mut self, rows: &[RevId]) -> Option<PyResult<()>> {
        let generation = self.environment.generation()?;
        Some(generation.run(self.vm, self.context, self.object, rows))
    }

    fn look(&mut self) -> PyResult<()> {
        let looked = self.environment.look(self.context);
        self.finish(looked)
    }

    fn plan(&mut self, rows: &[RevId]) -> PyResult<Vec<Step>> {
        self.environment.steps(self.vm, self.context, rows)
    }

    fn load(&mut self, step: &Step, payload: usize) -> PyResult<Self::Script> {
        let module = self.environment.module(self.vm, payload)?;
        let function = self
            .vm
            .getattr(&Value::Module(module.clone()), step.name())?;
        Ok((module, function))
    }

    fn call(&mut self, (_, function): &Self::Script) -> PyResult<()> {
        self.vm
            .call_in_earnest(function, Vec::new(), self.kw.to_vec())?;
        Ok(())
    }

    fn forget(&mut self, step: &Step, script: Option<Self::Script>) {
        self.environment.forget(self.vm, step.payload(), script);
    }

    fn transaction(&self) -> StepTransaction {
        self.context.transaction_kind(true)
    }

    fn sends_nothing_of_its_own(&self) -> bool {
        false
    }

    fn begin(&mut self) -> PyResult<()> {
        self.context.begin(self.vm)
    }

    fn end(&mut self, commit: bool) -> PyResult<()> {
        self.context.end(self.vm, commit)
    }

    fn leave_transaction(&mut self) -> PyResult<bool> {
        self.context.leave_transaction(self.vm)
    }

    fn return_to_transaction(&mut self, resume: bool) -> PyResult<()> {
        self.context.return_to_transaction(self.vm, resume)
    }

    fn write(&mut self, text: &str) -> PyResult<()> {
        self.context.static_output(self.vm, text)
    }

    fn debug(&mut self, text: &str) -> PyResult<()> {
        logger::log(self.vm, LOGGER, Level::Debug, text)
    }

    fn announce(&mut self, text: &str) -> PyResult<()> {
        logger::log(self.vm, LOGGER, Level::Info, &format!("Running {text}"))
    }

    fn applied(&mut self, step: &Step, heads: &Heads) -> PyResult<()> {
        self.callbacks(step, heads)
    }

    fn running(&mut self, step: Option<RunningStep>) {
        let context = self.context;
        self.environment.progress().running = step.map(|step| Running {
            step: step.text,
            session: (step.begun && !context.as_sql()).then(|| context.session().clone()),
        });
    }

    fn done(&mut self, text: &str) {
        if self.context.in_external_transaction() {
            self.environment.leave_to_env(self.context.session());
        }
        let mut progress = self.environment.progress();
        progress.running = None;
        progress.done.push(text.to_owned());
    }
}

impl PythonRun<'_> {
    /// `on_version_apply`.
    fn callbacks(&mut self, step: &Step, heads: &Heads) -> PyResult<()> {
        let Some(callbacks) = self.context.opts().get_str("on_version_apply") else {
            return Ok(());
        };
        let vm = &mut *self.vm;
        let callbacks = vm.iterate(&callbacks)?;
        if callbacks.is_empty() {
            return Ok(());
        }
        let info = migration_info::make(vm, step, self.environment);
        let rows: Vec<Value> = heads.rows().map(|row| Value::str(&**row)).collect();
        for callback in callbacks {
            let heads = PySet::new();
            for row in &rows {
                heads.add(vm, row.clone())?;
            }
            vm.call_in_earnest(
                &callback,
                Vec::new(),
                vec![
                    (Rc::from("ctx"), self.object.clone()),
                    (Rc::from("step"), info.clone()),
                    (Rc::from("heads"), Value::Set(Rc::new(heads))),
                    (Rc::from("run_args"), Value::dict(self.kw.iter().cloned())),
                ],
            )?;
        }
        Ok(())
    }
}

/// The revisions that the database is at; offline those that the run starts from.
///
/// # Errors
/// `CommandError` for a start that does not exist; what the database refuses.
pub fn current_heads(vm: &mut Vm, context: &MigrationContext) -> PyResult<Vec<RevId>> {
    let start = context.opts().get_str("starting_rev").unwrap_or_default();
    if context.as_sql() {
        return offline_heads(vm, context, &start);
    }
    if vm.truthy(&start)? {
        return Err(command_error(
            vm,
            "Can't specify current_rev to context when using a database connection",
        ));
    }
    let there = context
        .session()
        .has_table(&context.version().name, context.version().schema.as_deref())
        .map_err(|error| bridge::raise(vm, error))?;
    if !there {
        return Ok(Vec::new());
    }
    let outcome = context.statement(vm, &context.version().select())?;
    Ok(steps::rows_of(&outcome))
}

fn offline_heads(vm: &mut Vm, context: &MigrationContext, start: &Value) -> PyResult<Vec<RevId>> {
    let mut symbols: Vec<String> = Vec::new();
    match start {
        Value::None => {}
        Value::List(_) | Value::Tuple(_) => {
            for item in vm.iterate(start)? {
                symbols.push(bridge::name(vm, &item, "starting_rev")?);
            }
        }
        one => symbols.push(bridge::name(vm, one, "starting_rev")?),
    }
    symbols.retain(|symbol| symbol != "base");
    let Some(environment) = context.environment() else {
        return Ok(symbols.into_iter().map(RevId::from).collect());
    };
    let scripts = environment.scripts().clone();
    let map = scripts
        .revision_map()
        .map_err(|error| environment.carry(vm, RunError::command(error.to_string())))?;
    let mut heads = Vec::new();
    for symbol in &symbols {
        let found = map
            .offline_heads(Some(symbol))
            .map_err(|error| environment.carry(vm, error.into()))?;
        heads.extend(found);
    }
    Ok(heads)
}

/// The one revision that the database is at, or `None`.
///
/// # Errors
/// `CommandError` where there are several.
pub fn current_revision(vm: &mut Vm, context: &MigrationContext) -> PyResult {
    let heads = current_heads(vm, context)?;
    match heads.as_slice() {
        [] => Ok(Value::None),
        [only] => Ok(Value::str(&**only)),
        _ => {
            let message = format!(
                "Version table '{}' has more than one head present; please use \
                 get_current_heads()",
                context.version().name
            );
            Err(command_error(vm, &message))
        }
    }
}
