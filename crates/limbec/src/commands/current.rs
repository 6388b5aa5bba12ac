use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use limbec_graph::RevId;

use super::{CommandError, Listed, Project};
use crate::runner::EnvOptions;

/// What `current` found in one database. An `env.py` may have several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrentReport {
    /// The URL with its password hidden.
    pub url: String,
    /// The rows of the version table.
    pub heads: Vec<RevId>,
    /// The revisions that the database is at, and those that they imply as heads of other branches.
    pub revisions: Vec<Listed>,
    /// Whether the database is at all heads of the script directory.
    pub at_heads: bool,
}

impl Project {
    /// `current`: what each database of `env.py` is at.
    ///
    /// # Errors
    /// What running `env.py` meets; a row of the version table that no script has.
    pub fn current(&self) -> Result<Vec<CurrentReport>, CommandError> {
        let reports = Rc::new(RefCell::new(Vec::new()));
        let (found, scripts) = (reports.clone(), self.scripts.clone());
        let mut options = EnvOptions::new(move |state| {
            let map = scripts.revision_map().map_err(super::project::run_error)?;
            let rows: HashSet<&RevId> = state.heads.iter().collect();
            let at_heads = rows == map.heads().iter().collect();
            found.borrow_mut().push((
                CurrentReport {
                    url: state.url.to_owned(),
                    heads: state.heads.to_vec(),
                    revisions: Vec::new(),
                    at_heads,
                },
                map.get_all_current(state.heads)
                    .map(|revisions| revisions.into_iter().map(Listed::new).collect::<Vec<_>>()),
            ));
            Ok(Vec::new())
        });
        options.dont_mutate = true;
        self.run(options)?;
        let reports = reports.take();
        reports
            .into_iter()
            .map(|(mut report, revisions)| {
                report.revisions = revisions?;
                Ok(report)
            })
            .collect()
    }
}
