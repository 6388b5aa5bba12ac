//! The environment of a command: what `alembic.context` stands for while `env.py` runs.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use limbec_graph::{RevId, Step};
use limbec_python::{Instance, Module, PyDict, PyError, PyResult, Value, Vm};

use super::autogenerate::Generation;
use super::state::Alembic;
use super::{config_object, migration_context, script_object};
use crate::autogen::GeneratedRevision;
use crate::config::Config;
use crate::runner::{
    CurrentState, Destination, EnvOptions, Interrupt, RunError, RunSummary, Session, SharedReporter,
};
use crate::script::ScriptDirectory;
use crate::script::host::HostError;

/// An environment.
pub struct Environment {
    config: Rc<RefCell<Config>>,
    scripts: Rc<ScriptDirectory>,
    options: RefCell<EnvOptions>,
    context_opts: Rc<PyDict>,
    reporter: SharedReporter,
    interrupt: Interrupt,
    object: Value,
    config_object: OnceCell<Value>,
    script_object: OnceCell<Value>,
    context: RefCell<Value>,
    modules: RefCell<HashMap<usize, Rc<Module>>>,
    progress: RefCell<Progress>,
    /// The scripts that `revision` generates, `None` for other commands.
    generation: Option<Generation>,
    /// Sessions whose transaction is the one of `env.py`, and in which migrations have run.
    in_care_of_env: RefCell<Vec<Rc<Session>>>,
    /// Errors of the library on their way through Python code, each with the exception that
    /// carries it.
    carried: RefCell<Vec<(Rc<Instance>, RunError)>>,
}

/// A migration that is running.
#[derive(Clone)]
pub struct Running {
    /// The whole line as Alembic logs it.
    pub step: String,
    /// The database that it works on; `None` offline, and while nothing of it has run.
    pub session: Option<Rc<Session>>,
}

/// How far a run has come.
#[derive(Clone, Default)]
pub struct Progress {
    /// The migration that is running.
    pub running: Option<Running>,
    /// The migrations that were run.
    pub done: Vec<String>,
}

impl Environment {
    /// An environment for a command.
    pub fn new(
        vm: &mut Vm,
        config: &Rc<RefCell<Config>>,
        scripts: &Rc<ScriptDirectory>,
        options: EnvOptions,
        reporter: &SharedReporter,
        interrupt: &Interrupt,
    ) -> Rc<Self> {
        let instance = Alembic::of(vm).class("EnvironmentContext").allocate();
        let context_opts = Rc::new(context_opts(&options));
        let generation = options.generation.clone().map(Generation::new);
        instance.set("context_opts", Value::Dict(context_opts.clone()));
        let environment = Rc::new(Self {
            config: config.clone(),
            scripts: scripts.clone(),
            options: RefCell::new(options),
            context_opts,
            reporter: reporter.clone(),
            interrupt: interrupt.clone(),
            object: Value::Instance(instance.clone()),
            config_object: OnceCell::new(),
            script_object: OnceCell::new(),
            context: RefCell::default(),
            modules: RefCell::default(),
            progress: RefCell::default(),
            generation,
            in_care_of_env: RefCell::default(),
            carried: RefCell::default(),
        });
        instance.set_payload(environment.clone());
        let config_value = config_object::make(vm, config.clone());
        let _ = environment.config_object.set(config_value);
        let script_value = script_object::directory(vm, scripts.clone());
        let _ = environment.script_object.set(script_value);
        environment
    }

    /// The `EnvironmentContext` object.
    pub fn object(&self) -> Value {
        self.object.clone()
    }

    /// The `Config` object.
    pub fn config_object(&self) -> Value {
        self.config_object.get().cloned().unwrap_or_default()
    }

    /// The `ScriptDirectory` object.
    pub fn script_object(&self) -> Value {
        self.script_object.get().cloned().unwrap_or_default()
    }

    /// The configuration.
    pub fn config(&self) -> &Rc<RefCell<Config>> {
        &self.config
    }

    /// The scripts.
    pub fn scripts(&self) -> &Rc<ScriptDirectory> {
        &self.scripts
    }

    /// Who is told what happens.
    pub fn reporter(&self) -> &SharedReporter {
        &self.reporter
    }

    /// What stops the run.
    pub fn interrupt(&self) -> &Interrupt {
        &self.interrupt
    }

    /// The URL that wins over all others.
    pub fn url_override(&self) -> Option<String> {
        self.config.borrow().url_override.clone()
    }

    /// The options of `configure`, which `env.py` adds to.
    pub fn context_opts(&self) -> &Rc<PyDict> {
        &self.context_opts
    }

    /// Whether SQL is written.
    pub fn as_sql(&self) -> bool {
        self.options.borrow().as_sql
    }

    /// Whether the command only looks.
    pub fn dont_mutate(&self) -> bool {
        self.options.borrow().dont_mutate
    }

    /// Whether the version table is made even where no step needs it.
    pub fn ensure_version_table(&self) -> bool {
        self.options.borrow().ensure_version_table
    }

    /// Whether the version table is emptied first.
    pub fn purge(&self) -> bool {
        self.options.borrow().purge
    }

    /// The revisions asked for.
    pub fn destination(&self) -> Option<Destination> {
        self.options.borrow().destination_rev.clone()
    }

    /// The migration context that `configure` has made last.
    ///
    /// # Errors
    /// Alembic's `Exception` where there is none yet.
    pub fn context(&self, vm: &Vm) -> Result<Value, PyError> {
        let context = self.context.borrow().clone();
        if context.is_none() {
            return Err(vm.raise("Exception", "No context has been configured yet."));
        }
        Ok(context)
    }

    /// Whether `configure` has been called.
    pub fn is_configured(&self) -> bool {
        !self.context.borrow().is_none()
    }

    /// Keep the migration context.
    pub fn set_context(&self, vm: &Vm, context: Rc<migration_context::MigrationContext>) {
        *self.context.borrow_mut() = migration_context::object(vm, context);
    }

    /// Look at the database when all steps have been run, where the command wants that.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn look(
        &self,
        context: &migration_context::MigrationContext,
    ) -> Result<(), crate::script::host::HostError> {
        match &mut self.options.borrow_mut().look {
            Some(look) => look(context.session(), context.version()),
            None => Ok(()),
        }
    }

    /// The steps to run from here.
    ///
    /// # Errors
    /// What the command answers, as the exception that carries it.
    pub fn steps(
        &self,
        vm: &mut Vm,
        context: &migration_context::MigrationContext,
        heads: &[RevId],
    ) -> PyResult<Vec<Step>> {
        let session = context.session();
        let url = crate::config::mask_url(&crate::script::host::Host::url(&**session));
        let state = CurrentState {
            heads,
            as_sql: context.as_sql(),
            dialect: crate::script::host::Host::dialect(&**session).name(),
            url: &url,
        };
        let steps = (self.options.borrow_mut().steps)(&state);
        steps.map_err(|error| self.carry(vm, error))
    }

    /// Send an error of the library through Python code as a `CommandError`.
    pub fn carry(&self, vm: &mut Vm, error: RunError) -> PyError {
        if matches!(error, RunError::Interrupted { .. }) {
            return PyError::Interrupted;
        }
        let raised = migration_context::command_error(vm, &error.to_string());
        if let PyError::Exception(raised) = &raised {
            self.carried
                .borrow_mut()
                .push((raised.value.clone(), error));
        }
        raised
    }

    /// Send an error of the host through Python code as the exception that it is to scripts; where it ends the run,
    /// `told` is what is told of it.
    pub fn carry_as(&self, vm: &mut Vm, error: HostError, told: RunError) -> PyError {
        let raised = super::bridge::raise(vm, error);
        if let PyError::Exception(raised) = &raised {
            self.carried.borrow_mut().push((raised.value.clone(), told));
        }
        raised
    }

    /// The error that an exception carries.
    pub fn carried(&self, error: &PyError) -> Option<RunError> {
        let exception = error.exception()?;
        let mut carried = self.carried.borrow_mut();
        let place = carried
            .iter()
            .position(|(value, _)| Rc::ptr_eq(value, exception))?;
        Some(carried.remove(place).1)
    }

    /// The module of a revision, run on first use.
    ///
    /// # Errors
    /// What running it raises.
    pub fn module(&self, vm: &mut Vm, payload: usize) -> PyResult<Rc<Module>> {
        if let Some(module) = self.modules.borrow().get(&payload) {
            return Ok(module.clone());
        }
        let script = match self.scripts.scripts() {
            Ok(scripts) => scripts.get(payload).cloned(),
            Err(error) => return Err(self.carry(vm, RunError::command(error.to_string()))),
        };
        let Some(script) = script else {
            return Err(vm.raise("KeyError", format!("no script number {payload}")));
        };
        let path = script.path.display().to_string();
        let name = module_name(&path);
        let module = vm.run_shared(&name, &path, script.source.clone())?;
        self.modules.borrow_mut().insert(payload, module.clone());
        Ok(module)
    }

    /// Let go of the module of a revision that has run, and of the objects that it has left behind,
    /// as far as nobody else uses them.
    pub fn forget(&self, vm: &mut Vm, payload: Option<usize>, script: Option<(Rc<Module>, Value)>) {
        let known = payload.and_then(|payload| self.modules.borrow_mut().remove(&payload));
        drop(known);
        vm.free_cycles(script.map(|(module, _)| module));
    }

    /// Note how far the run has come.
    pub fn progress(&self) -> std::cell::RefMut<'_, Progress> {
        self.progress.borrow_mut()
    }

    /// Note that a migration has run in a transaction that `env.py` must commit.
    pub fn leave_to_env(&self, session: &Rc<Session>) {
        session.expect_commit();
        let mut sessions = self.in_care_of_env.borrow_mut();
        if !sessions.iter().any(|known| Rc::ptr_eq(known, session)) {
            sessions.push(session.clone());
        }
    }

    /// Whether `env.py` has ended without committing what it had begun.
    ///
    /// Alembic reports success then, though the version table (and with most databases everything
    /// else) is as it was before.
    pub fn uncommitted(&self) -> bool {
        self.in_care_of_env
            .borrow()
            .iter()
            .any(|session| session.expects_commit())
    }

    /// What the run has done.
    pub fn summary(&self) -> RunSummary {
        RunSummary {
            steps: self.progress.borrow().done.clone(),
            template_args: self.options.borrow().template_args.clone(),
            generated: Vec::new(),
        }
    }

    /// The scripts that `revision` generates, where that is the command.
    pub fn generation(&self) -> Option<&Generation> {
        self.generation.as_ref()
    }

    /// Render the scripts that the run has drafted.
    ///
    /// # Errors
    /// What `render_item` raises, and what cannot be written.
    pub fn finish_generation(&self, vm: &mut Vm) -> PyResult<Vec<GeneratedRevision>> {
        match &self.generation {
            Some(generation) => generation.finish(vm),
            None => Ok(Vec::new()),
        }
    }

    /// Let go of everything that refers back to the environment.
    pub fn close(&self) {
        *self.context.borrow_mut() = Value::None;
        self.context_opts.clear();
        self.modules.borrow_mut().clear();
        if let Some(generation) = &self.generation {
            generation.close();
        }
        self.in_care_of_env.borrow_mut().clear();
    }
}

fn context_opts(options: &EnvOptions) -> PyDict {
    let opts = PyDict::new();
    opts.set_str("as_sql", Value::Bool(options.as_sql));
    if let Some(start) = &options.starting_rev {
        opts.set_str("starting_rev", Value::str(start));
    } else if !options.dont_mutate {
        opts.set_str("starting_rev", Value::None);
    }
    if let Some(destination) = &options.destination_rev {
        let value = match destination {
            Destination::One(revision) => Value::str(revision),
            Destination::Several(revisions) => {
                Value::tuple(revisions.iter().map(Value::str).collect::<Vec<_>>())
            }
        };
        opts.set_str("destination_rev", value);
    }
    if options.tag.is_some() {
        opts.set_str("tag", Value::opt_str(options.tag.as_deref()));
    }
    opts.set_str("purge", Value::Bool(options.purge));
    opts.set_str("dont_mutate", Value::Bool(options.dont_mutate));
    if let Some(args) = &options.template_args {
        let args = args
            .iter()
            .map(|(name, value)| (name.as_str(), Value::str(value)));
        opts.set_str("template_args", Value::dict(args));
    }
    opts
}

/// The name under which Alembic imports a file.
pub fn module_name(path: &str) -> String {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    file.chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '_' {
                c
            } else {
                '_'
            }
        })
        .collect()
}
