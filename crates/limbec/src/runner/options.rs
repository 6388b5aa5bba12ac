//! What a run is asked for, and what it has done.

use std::rc::Rc;
use std::time::Duration;

use indexmap::IndexMap;
use limbec_graph::{RevId, Step};

use super::error::RunError;
use super::session::Session;
use super::version_table::VersionTable;
use crate::autogen::{GeneratedRevision, GenerationRequest};
use crate::script::host::HostError;

/// What a run is asked for: Alembic's `EnvironmentContext(config, script, **options)`.
pub struct EnvOptions {
    /// Says which steps to run, given what the database is at; called each time that `env.py` calls
    /// `run_migrations()`, and again when another process has changed the version table meanwhile.
    pub steps: StepsFn,
    /// `--sql`: write SQL instead of running it.
    pub as_sql: bool,
    /// The revisions that an offline run starts from: the part before the colon of `a:b`.
    pub starting_rev: Option<String>,
    /// The revision or revisions asked for; `env.py` may ask for them.
    pub destination_rev: Option<Destination>,
    /// `--tag`.
    pub tag: Option<String>,
    /// `stamp --purge`: empty the version table first.
    pub purge: bool,
    /// The command only looks: the version table is not made where there is none.
    pub dont_mutate: bool,
    /// The run only asks whether the databases are there, and waits no longer than this for each: the file of a SQLite
    /// database is not made, either.
    pub patience: Option<Duration>,
    /// `ensure_version`: make the version table even where no step needs it, also with `--sql`.
    pub ensure_version_table: bool,
    /// What the template of a new revision is given; `env.py` may add to it.
    pub template_args: Option<IndexMap<String, String>>,
    /// The scripts to generate: what `revision` and `check` are about.
    pub generation: Option<GenerationRequest>,
    /// Looks at each database when its steps have been run.
    pub(crate) look: Option<LookFn>,
    /// The schema that unqualified names mean, instead of those that the database says.
    pub(crate) search_path: Option<String>,
}

/// What a run is to end at. Scripts see the difference: `stamp` passes a tuple, even of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// The argument of `upgrade` or `downgrade`.
    One(String),
    /// Those of `stamp`.
    Several(Vec<String>),
}

/// See [`EnvOptions::steps`].
pub type StepsFn = Box<dyn FnMut(&CurrentState<'_>) -> Result<Vec<Step>, RunError>>;

/// See [`EnvOptions::look`].
pub(crate) type LookFn = Box<dyn FnMut(&Rc<Session>, &VersionTable) -> Result<(), HostError>>;

/// What a database is at, as the function that decides on the steps sees it.
#[derive(Debug, Clone, Copy)]
pub struct CurrentState<'a> {
    /// The rows of the version table; offline the revisions that the run starts from.
    pub heads: &'a [RevId],
    /// Whether SQL is written.
    pub as_sql: bool,
    /// SQLAlchemy's name of the dialect.
    pub dialect: &'static str,
    /// The URL with its password hidden, as far as it is known.
    pub url: &'a str,
}

impl EnvOptions {
    /// An online run with these steps and nothing else said.
    pub fn new(
        steps: impl FnMut(&CurrentState<'_>) -> Result<Vec<Step>, RunError> + 'static,
    ) -> Self {
        Self {
            steps: Box::new(steps),
            as_sql: false,
            starting_rev: None,
            destination_rev: None,
            tag: None,
            purge: false,
            dont_mutate: false,
            patience: None,
            ensure_version_table: false,
            template_args: None,
            generation: None,
            look: None,
            search_path: None,
        }
    }
}

/// What a run has done.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RunSummary {
    /// The steps that were run, as the log names them.
    pub steps: Vec<String>,
    /// What the template arguments are after `env.py` has run.
    pub template_args: Option<IndexMap<String, String>>,
    /// The scripts to write.
    pub generated: Vec<GeneratedRevision>,
}
