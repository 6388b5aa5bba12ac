use std::cell::RefCell;
use std::rc::Rc;

use super::project::run_error;
use super::{CommandError, Project};
use crate::runner::EnvOptions;

/// What an upgrade would run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PendingReport {
    /// SQLAlchemy's name of the dialect.
    pub dialect: &'static str,
    /// The revisions, the first one first.
    pub revisions: Vec<String>,
}

impl Project {
    /// The revisions that `upgrade` would run to get to a target. Nothing is run.
    ///
    /// # Errors
    /// A target that cannot be reached, and what running `env.py` meets.
    pub fn pending(&self, target: &str) -> Result<PendingReport, CommandError> {
        let report = Rc::new(RefCell::new(PendingReport::default()));
        let (found, scripts, target) = (report.clone(), self.scripts.clone(), target.to_owned());
        let mut options = EnvOptions::new(move |state| {
            let map = scripts.revision_map().map_err(run_error)?;
            let plan = map.upgrade_plan(&target, state.heads)?;
            let mut found = found.borrow_mut();
            found.dialect = state.dialect;
            let steps = plan.steps.iter().filter_map(|step| step.revision());
            found.revisions.extend(steps.map(ToString::to_string));
            Ok(Vec::new())
        });
        options.dont_mutate = true;
        self.run(options)?;
        Ok(report.take())
    }
}
