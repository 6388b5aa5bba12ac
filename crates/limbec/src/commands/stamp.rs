use limbec_graph::{RevId, RevisionRange, Selector};

use super::project::run_error;
use super::{CommandError, Project};
use crate::runner::{Destination, EnvOptions, RunSummary};

/// What `stamp` is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StampRequest {
    /// The targets; with `sql` also ranges.
    pub revisions: Vec<String>,
    /// `--sql`.
    pub sql: bool,
    /// `--tag`.
    pub tag: Option<String>,
    /// `--purge`: empty the version table first.
    pub purge: bool,
}

impl Project {
    /// `stamp`: write revisions into the version table without running migrations.
    ///
    /// # Errors
    /// Targets that cannot be resolved, and what running `env.py` meets.
    pub fn stamp(&self, request: &StampRequest) -> Result<RunSummary, CommandError> {
        let (start, targets) = if request.sql {
            RevisionRange::for_offline_stamp(&request.revisions)?
        } else {
            let targets = request
                .revisions
                .iter()
                .map(|target| RevId::from(target.as_str()));
            (None, targets.collect())
        };
        let scripts = self.scripts.clone();
        let destination = targets.iter().map(ToString::to_string).collect();
        let mut options = EnvOptions::new(move |state| {
            let map = scripts.revision_map().map_err(run_error)?;
            Ok(map
                .stamp_plan(Selector::from(&targets[..]), state.heads)?
                .steps)
        });
        options.as_sql = request.sql;
        options.starting_rev = start;
        options.destination_rev = Some(Destination::Several(destination));
        options.tag = request.tag.clone();
        options.purge = request.purge;
        self.run(options)
    }
}
