use limbec_graph::{RangeError, RevisionRange};

use super::project::run_error;
use super::{CommandError, Project};
use crate::runner::{Destination, EnvOptions, Event, RunSummary};

/// What `upgrade` and `downgrade` are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MigrateRequest {
    /// The target; with `sql` also a range.
    pub revision: String,
    /// `--sql`.
    pub sql: bool,
    /// `--tag`.
    pub tag: Option<String>,
}

impl Project {
    /// `upgrade`: run the migrations up to a target.
    ///
    /// # Errors
    /// A target that cannot be reached, and what running the migrations meets.
    pub fn upgrade(&self, request: &MigrateRequest) -> Result<RunSummary, CommandError> {
        let range = RevisionRange::for_upgrade(&request.revision, request.sql);
        self.migrate(request, range, true)
    }

    /// `downgrade`: run the migrations back to a target.
    ///
    /// # Errors
    /// As [`Project::upgrade`].
    pub fn downgrade(&self, request: &MigrateRequest) -> Result<RunSummary, CommandError> {
        let range = RevisionRange::for_downgrade(&request.revision, request.sql);
        self.migrate(request, range, false)
    }

    fn migrate(
        &self,
        request: &MigrateRequest,
        range: Result<(Option<&str>, &str), RangeError>,
        up: bool,
    ) -> Result<RunSummary, CommandError> {
        let (start, target) = range?;
        let (scripts, reporter) = (self.scripts.clone(), self.reporter.clone());
        let goal = target.to_owned();
        let mut options = EnvOptions::new(move |state| {
            let map = scripts.revision_map().map_err(run_error)?;
            let plan = if up {
                map.upgrade_plan(&goal, state.heads)?
            } else {
                map.downgrade_plan(&goal, state.heads)?
            };
            for warning in &plan.warnings {
                reporter.report(Event::Diagnostic(&format!("UserWarning: {warning}\n")));
            }
            Ok(plan.steps)
        });
        options.as_sql = request.sql;
        options.starting_rev = start.map(str::to_owned);
        options.destination_rev = Some(Destination::One(target.to_owned()));
        options.tag = request.tag.clone();
        self.run(options)
    }
}
