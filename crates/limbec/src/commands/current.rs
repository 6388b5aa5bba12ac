use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use limbec_graph::RevId;

use super::{CommandError, Listed, Project};
use crate::runner::{CurrentState, EnvOptions, RunError};
use crate::script::{ScriptDirectory, ScriptError, ScriptView};

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
    /// `current`: what each database of `env.py` is at. `told` is called for each as it is found, while `env.py` runs,
    /// so that what is printed stands between the lines that `env.py` prints; an error of it ends the run.
    ///
    /// # Errors
    /// What running `env.py` meets; a row of the version table that no script has; those of `told`.
    pub fn current(
        &self,
        told: impl FnMut(&CurrentReport, &[ScriptView<'_>]) -> Result<(), CommandError> + 'static,
    ) -> Result<Vec<CurrentReport>, CommandError> {
        let reports = Rc::new(RefCell::new(Vec::new()));
        let failed = Rc::new(RefCell::new(None));
        let (found, failure) = (reports.clone(), failed.clone());
        let (scripts, mut told) = (self.scripts.clone(), told);
        let mut options = EnvOptions::new(move |state| {
            let looked = report(&scripts, state).and_then(|report| {
                let views = views(&scripts, &report)?;
                told(&report, &views)?;
                Ok(report)
            });
            match looked {
                Ok(report) => found.borrow_mut().push(report),
                Err(error) => {
                    let shown = RunError::command(error.to_string());
                    *failure.borrow_mut() = Some(error);
                    return Err(shown);
                }
            }
            Ok(Vec::new())
        });
        options.dont_mutate = true;
        let ran = self.run(options);
        match failed.take() {
            Some(error) => Err(error),
            None => ran.map(|_| reports.take()),
        }
    }
}

/// What one database is at.
fn report(
    scripts: &ScriptDirectory,
    state: &CurrentState<'_>,
) -> Result<CurrentReport, CommandError> {
    let map = scripts.revision_map()?;
    let rows: HashSet<&RevId> = state.heads.iter().collect();
    let at_heads = rows == map.heads().iter().collect();
    let revisions = map
        .get_all_current(state.heads)
        .map_err(ScriptError::from)?;
    Ok(CurrentReport {
        url: state.url.to_owned(),
        heads: state.heads.to_vec(),
        revisions: revisions.into_iter().map(Listed::new).collect(),
        at_heads,
    })
}

/// The scripts of the revisions of a report.
fn views<'a>(
    scripts: &'a ScriptDirectory,
    report: &CurrentReport,
) -> Result<Vec<ScriptView<'a>>, CommandError> {
    let mut views = Vec::new();
    for listed in &report.revisions {
        if let Some(view) = scripts.script_by_id(&listed.revision)? {
            views.push(view.marked_current(listed.current));
        }
    }
    Ok(views)
}
