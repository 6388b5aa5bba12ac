use std::cell::RefCell;
use std::rc::Rc;

use limbec_graph::{Found, GraphError, RevId, Revision};

use super::CommandError;
use crate::config::Config;
use crate::runner::{
    EnvOptions, Interrupt, RunError, RunLog, RunSummary, SharedReporter, run_env, run_plain,
};
use crate::script::{HeaderRunner, ScriptDirectory, ScriptError, ScriptView};

/// A project: its configuration, its scripts, and who is told what happens.
pub struct Project {
    pub(super) config: Rc<RefCell<Config>>,
    pub(super) scripts: Rc<ScriptDirectory>,
    pub(super) reporter: SharedReporter,
    pub(super) interrupt: Interrupt,
    log: RunLog,
}

/// A revision that a command found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The identifier.
    pub revision: RevId,
    /// Whether the database is at it, as far as the command asked.
    pub current: bool,
    /// Whether the database has it, as far as the command asked.
    pub applied: bool,
}

impl Project {
    /// Open the project of a configuration. The revisions are read when a command first needs them.
    ///
    /// # Errors
    /// An option that is missing or cannot be used, or a script folder that does not exist.
    pub fn open(
        config: Config,
        runner: Rc<dyn HeaderRunner>,
        reporter: SharedReporter,
        interrupt: Interrupt,
    ) -> Result<Self, CommandError> {
        let scripts = ScriptDirectory::from_config(&config, runner)?;
        Ok(Self {
            config: Rc::new(RefCell::new(config)),
            scripts: Rc::new(scripts),
            reporter,
            interrupt,
            log: RunLog::default(),
        })
    }

    /// A project whose scripts are no files.
    pub(crate) fn of_scripts(
        config: Config,
        scripts: ScriptDirectory,
        reporter: SharedReporter,
        interrupt: Interrupt,
    ) -> Self {
        Self {
            config: Rc::new(RefCell::new(config)),
            scripts: Rc::new(scripts),
            reporter,
            interrupt,
            log: RunLog::default(),
        }
    }

    /// The scripts.
    pub fn scripts(&self) -> &ScriptDirectory {
        &self.scripts
    }

    /// The same, for whoever keeps them beyond the project.
    pub fn shared_scripts(&self) -> Rc<ScriptDirectory> {
        self.scripts.clone()
    }

    /// A revision that a command has listed, with its file.
    ///
    /// # Errors
    /// When the revisions cannot be read.
    pub fn view(&self, listed: &Listed) -> Result<Option<ScriptView<'_>>, CommandError> {
        let view = self.scripts.script_by_id(&listed.revision)?;
        Ok(view.map(|view| view.marked_current(listed.current)))
    }

    /// Where `env.py`, if the command has run it, wants errors to be logged.
    pub fn log(&self) -> &RunLog {
        &self.log
    }

    /// Run `env.py`.
    pub(super) fn run(&self, options: EnvOptions) -> Result<RunSummary, CommandError> {
        // A graph that does not hang together is reported before the database is touched.
        self.scripts.revision_map()?;
        if !self.scripts.has_env_py() {
            let (reporter, interrupt) = (&self.reporter, &self.interrupt);
            return Ok(run_plain(
                &self.config,
                &self.scripts,
                options,
                reporter,
                interrupt,
            )?);
        }
        Ok(run_env(
            &self.config,
            &self.scripts,
            options,
            &self.reporter,
            &self.interrupt,
            &self.log,
        )?)
    }

    /// Whether `revision_environment` asks for `env.py` where it would not be needed.
    pub(super) fn wants_environment(&self) -> Result<bool, CommandError> {
        Ok(self.config.borrow().asbool_option("revision_environment")?)
    }
}

impl Listed {
    pub(super) fn new(revision: &Revision) -> Self {
        Self {
            revision: revision.id().clone(),
            current: false,
            applied: false,
        }
    }

    /// The revisions that symbols led to, as far as they did: a walk that led below the first revision ends the list
    /// with the error where Alembic ends with a traceback.
    pub(super) fn found(found: Vec<Found<'_>>) -> (Vec<Self>, Option<GraphError>) {
        let mut listed = Vec::with_capacity(found.len());
        for one in found {
            match one {
                Found::Revision(revision) => listed.push(Self::new(revision)),
                Found::Nothing => {}
                Found::Base => {
                    let message = "The target lies below the first revision".to_owned();
                    return (listed, Some(GraphError::Undefined { message }));
                }
            }
        }
        (listed, None)
    }
}

/// The error of a command inside a run: what the function of the steps may answer.
pub(super) fn run_error(error: impl Into<CommandError>) -> RunError {
    match error.into() {
        CommandError::Run(error) => error,
        CommandError::Script(ScriptError::Graph(error)) => RunError::Graph(error),
        CommandError::Script(ScriptError::Config(error)) => RunError::Config(error),
        other => RunError::command(other.to_string()),
    }
}
