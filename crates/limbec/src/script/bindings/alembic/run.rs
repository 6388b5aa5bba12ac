//! Running the steps of a plan: what `context.run_migrations()` does.

use std::rc::Rc;

use limbec_graph::{Heads, RevId, Step, VersionChange};
use limbec_python::{Module, PyError, PyResult, PySet, Value, Vm};
use limbec_schema::Literal;

use super::bridge;
use super::environment::{Environment, Running};
use super::logger::{self, Level};
use super::migration_context::{MigrationContext, TransactionKind, command_error};
use super::migration_info;
use crate::runner::{Event, MigrationLock, RunError, StepInfo};
use crate::script::host::Host;

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
    let lock_timeout = environment.config().borrow().lock_timeout();
    let lock_timeout = lock_timeout.map_err(|error| environment.carry(vm, error.into()))?;
    let mut run = Run {
        context,
        object,
        environment: &environment,
        kw,
        heads: Heads::new(Vec::new()),
        lock: MigrationLock::new(std::time::Duration::from_secs(lock_timeout)),
    };
    let done = run.all_steps(vm);
    run.lock.release(context.session());
    done
}

/// One call of `run_migrations`.
struct Run<'a> {
    context: &'a Rc<MigrationContext>,
    object: &'a Value,
    environment: &'a Rc<Environment>,
    kw: &'a [(Rc<str>, Value)],
    heads: Heads,
    lock: MigrationLock,
}

/// The module of a revision, and the function of it that the step runs.
type LoadedScript = (Rc<Module>, Value);

/// What came of a step.
enum StepOutcome {
    /// It was run.
    Done,
    /// Another process has changed the version table since the plan was made.
    Overtaken,
}

impl Run<'_> {
    fn all_steps(&mut self, vm: &mut Vm) -> PyResult<()> {
        let mut rows = self.prepare(vm)?;
        loop {
            self.heads = Heads::new(rows.clone());
            if let Some(generation) = self.environment.generation() {
                return generation.run(vm, self.context, self.object, &rows);
            }
            let steps = self.environment.steps(vm, self.context, &rows)?;
            // All scripts are read before the first one runs: a mistake in the last is found while
            // nothing has been done.
            let scripts = self.load(vm, &steps)?;
            let mut overtaken = false;
            for (step, script) in steps.iter().zip(scripts) {
                match self.step(vm, step, script.as_ref())? {
                    // What ran is done with: long histories would not fit otherwise.
                    StepOutcome::Done => self.environment.forget(vm, step.payload(), script),
                    StepOutcome::Overtaken => {
                        overtaken = true;
                        break;
                    }
                }
            }
            if !overtaken {
                return Ok(());
            }
            rows = read_rows(vm, self.context)?;
        }
    }

    /// The revisions to start from; the version table is made where there is none.
    fn prepare(&mut self, vm: &mut Vm) -> PyResult<Vec<RevId>> {
        let context = self.context;
        if !context.as_sql() && !self.environment.dont_mutate() {
            let (reporter, interrupt) = (self.environment.reporter(), self.environment.interrupt());
            self.lock
                .acquire_early(context.session(), reporter, interrupt)
                .map_err(|error| bridge::raise(vm, error))?;
        }
        if self.environment.purge() {
            if context.as_sql() {
                return Err(command_error(vm, "Can't use --purge with --sql mode"));
            }
            self.ensure_version_table(vm, true)?;
            return Ok(Vec::new());
        }
        let rows = current_heads(vm, context)?;
        if context.as_sql() && self.environment.ensure_version_table() {
            context.invoke(vm, context.version().create())?;
        }
        if !context.as_sql() && rows.is_empty() && !self.environment.dont_mutate() {
            self.ensure_version_table(vm, false)?;
        }
        Ok(rows)
    }

    fn ensure_version_table(&mut self, vm: &mut Vm, purge: bool) -> PyResult<()> {
        let context = self.context;
        let version = context.version().clone();
        if !purge && has_version_table(vm, context)? {
            return Ok(());
        }
        let own = !context.session().in_transaction();
        if own {
            context.begin(vm)?;
        }
        let made = (|| {
            // Whoever else migrates may have made the table since it was looked for.
            self.lock(vm)?;
            if !has_version_table(vm, context)? {
                context.invoke(vm, version.create())?;
            }
            if purge {
                context.statement(vm, &version.delete_all())?;
            }
            Ok(())
        })();
        if own {
            context.end(vm, made.is_ok())?;
        }
        made
    }

    fn load(&self, vm: &mut Vm, steps: &[Step]) -> PyResult<Vec<Option<LoadedScript>>> {
        let mut scripts = Vec::with_capacity(steps.len());
        for step in steps {
            let Some(payload) = step.payload() else {
                scripts.push(None);
                continue;
            };
            // An error here is one of this migration, though nothing of it has run.
            self.environment.progress().running = Some(Running {
                step: step.to_string(),
                session: None,
            });
            let module = self.environment.module(vm, payload)?;
            let function = vm.getattr(&Value::Module(module.clone()), step.name())?;
            self.environment.progress().running = None;
            scripts.push(Some((module, function)));
        }
        Ok(scripts)
    }

    fn step(
        &mut self,
        vm: &mut Vm,
        step: &Step,
        script: Option<&LoadedScript>,
    ) -> PyResult<StepOutcome> {
        let context = self.context;
        let outcome = match context.transaction_kind(true) {
            TransactionKind::None => self.step_inside(vm, step, script)?,
            TransactionKind::Written => {
                context.static_output(vm, "BEGIN;")?;
                let outcome = self.step_inside(vm, step, script)?;
                context.static_output(vm, "COMMIT;")?;
                outcome
            }
            TransactionKind::Real => {
                context.begin(vm)?;
                let outcome = self.step_inside(vm, step, script);
                context.end(vm, matches!(outcome, Ok(StepOutcome::Done)))?;
                outcome?
            }
        };
        if matches!(outcome, StepOutcome::Done) {
            if context.in_external_transaction() {
                self.environment.leave_to_env(context.session());
            }
            self.finished(step);
        }
        Ok(outcome)
    }

    /// The step, inside of whatever transaction there is.
    fn step_inside(
        &mut self,
        vm: &mut Vm,
        step: &Step,
        script: Option<&LoadedScript>,
    ) -> PyResult<StepOutcome> {
        let context = self.context;
        if !context.as_sql() && self.lock(vm)? {
            let rows = read_rows(vm, context)?;
            let expected: Vec<&RevId> = self.heads.rows().collect();
            if rows.len() != expected.len() || !expected.iter().all(|row| rows.contains(row)) {
                return Ok(StepOutcome::Overtaken);
            }
        }
        if context.as_sql() && self.heads.is_empty() {
            context.invoke(vm, context.version().create())?;
        }
        let text = step.to_string();
        self.started(step, &text);
        logger::log(vm, LOGGER, Level::Info, &format!("Running {text}"))?;
        if context.as_sql() {
            context.static_output(vm, &format!("-- Running {}", step.short_log()))?;
        }
        if let Some((_, function)) = script {
            vm.call(function, Vec::new(), self.kw.to_vec())?;
        }
        self.move_heads(vm, step)?;
        self.callbacks(vm, step)?;
        Ok(StepOutcome::Done)
    }

    /// Take the lock; says whether the version table must be read again.
    fn lock(&mut self, vm: &mut Vm) -> PyResult<bool> {
        self.lock
            .acquire(
                self.context.session(),
                self.environment.reporter(),
                self.environment.interrupt(),
            )
            .map_err(|error| bridge::raise(vm, error))
    }

    fn move_heads(&mut self, vm: &mut Vm, step: &Step) -> PyResult<()> {
        let scripts = self.environment.scripts().clone();
        let map = scripts.revision_map().map_err(|error| {
            self.environment
                .carry(vm, RunError::command(error.to_string()))
        })?;
        let transition = self
            .heads
            .apply(map, step)
            .map_err(|error| self.environment.carry(vm, error.into()))?;
        logger::log(vm, LOGGER, Level::Debug, &transition.to_string())?;
        for change in &transition.changes {
            self.change(vm, change)?;
        }
        Ok(())
    }

    fn change(&self, vm: &mut Vm, change: &VersionChange) -> PyResult<()> {
        let context = self.context;
        let version = context.version();
        let statement = match change {
            VersionChange::Insert(id) => version.insert(id),
            VersionChange::Update { from, to } => version.update(from, to),
            VersionChange::Delete(id) => version.delete(id),
        };
        let outcome = context.statement(vm, &statement)?;
        if context.as_sql() {
            return Ok(());
        }
        let found = u64::try_from(outcome.rowcount).unwrap_or(1);
        change
            .check_matched(found, &version.name)
            .map_err(|error| self.environment.carry(vm, error.into()))
    }

    fn callbacks(&self, vm: &mut Vm, step: &Step) -> PyResult<()> {
        let Some(callbacks) = self.context.opts().get_str("on_version_apply") else {
            return Ok(());
        };
        let callbacks = vm.iterate(&callbacks)?;
        if callbacks.is_empty() {
            return Ok(());
        }
        let info = migration_info::make(vm, step, self.environment);
        let rows: Vec<Value> = self.heads.rows().map(|row| Value::str(&**row)).collect();
        for callback in callbacks {
            let heads = PySet::new();
            for row in &rows {
                heads.add(vm, row.clone())?;
            }
            vm.call(
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

    fn started(&self, step: &Step, text: &str) {
        let session = self.context.session();
        session.step_started();
        self.environment.progress().running = Some(Running {
            step: text.to_owned(),
            session: (!self.context.as_sql()).then(|| session.clone()),
        });
        self.environment
            .reporter()
            .report(Event::StepStarted(StepInfo {
                revision: &revisions_of(step),
                text,
                is_upgrade: step.is_upgrade(),
            }));
    }

    fn finished(&self, step: &Step) {
        let text = step.to_string();
        self.context.session().step_done(&text);
        {
            let mut progress = self.environment.progress();
            progress.running = None;
            progress.done.push(text.clone());
        }
        self.environment
            .reporter()
            .report(Event::StepFinished(StepInfo {
                revision: &revisions_of(step),
                text: &text,
                is_upgrade: step.is_upgrade(),
            }));
    }
}

/// The revision that a step runs, or those that it stamps.
fn revisions_of(step: &Step) -> String {
    match step.revision() {
        Some(id) => id.to_string(),
        None => step.to_revisions().join(", "),
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
    if !has_version_table(vm, context)? {
        return Ok(Vec::new());
    }
    read_rows(vm, context)
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

fn has_version_table(vm: &mut Vm, context: &MigrationContext) -> Result<bool, PyError> {
    let version = context.version();
    context
        .session()
        .has_table(&version.name, version.schema.as_deref())
        .map_err(|error| bridge::raise(vm, error))
}

/// The rows of the version table.
fn read_rows(vm: &mut Vm, context: &MigrationContext) -> PyResult<Vec<RevId>> {
    let outcome = context.statement(vm, &context.version().select())?;
    Ok(outcome
        .rows
        .iter()
        .filter_map(|row| match row.first() {
            Some(Literal::Str(version)) => Some(RevId::from(version.as_str())),
            _ => None,
        })
        .collect())
}
