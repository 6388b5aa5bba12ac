use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use limbec_graph::{RevId, RevisionRange, Selector};

use super::project::run_error;
use super::{CommandError, Listed, Project};
use crate::runner::EnvOptions;
use crate::script::ScriptDirectory;

/// What `history` is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryRequest {
    /// `-r START:END`; `current` stands for what the database is at.
    pub range: Option<String>,
    /// `-i`: ask the database which revision is current.
    pub indicate_current: bool,
    /// With it: tell of each revision whether the database has it.
    pub indicate_applied: bool,
}

impl Project {
    /// `history`: the revisions, the newest first.
    ///
    /// # Errors
    /// A range that is none, symbols that cannot be resolved, and what running `env.py` meets.
    pub fn history(&self, request: &HistoryRequest) -> Result<Vec<Listed>, CommandError> {
        let range = match &request.range {
            Some(range) => RevisionRange::for_history(range)?,
            None => RevisionRange::default(),
        };
        let asks_current = |end: &Option<String>| end.as_deref() == Some("current");
        let asks = asks_current(&range.start) || asks_current(&range.end);
        if !asks && !request.indicate_current && !self.wants_environment()? {
            return listed(&self.scripts, &range, &[], Marks::default());
        }
        let all = Rc::new(RefCell::new(Vec::new()));
        let (found, scripts) = (all.clone(), self.scripts.clone());
        let marks = Marks {
            current: request.indicate_current,
            applied: request.indicate_current && request.indicate_applied,
        };
        self.run(EnvOptions::new(move |state| {
            let one = listed(&scripts, &range, state.heads, marks);
            found.borrow_mut().extend(one.map_err(run_error)?);
            Ok(Vec::new())
        }))?;
        Ok(all.take())
    }
}

/// What is told of the revisions.
#[derive(Debug, Clone, Copy, Default)]
struct Marks {
    current: bool,
    applied: bool,
}

/// The revisions of a range, where `current` stands for the rows of the version table.
fn listed(
    scripts: &ScriptDirectory,
    range: &RevisionRange,
    rows: &[RevId],
    marks: Marks,
) -> Result<Vec<Listed>, CommandError> {
    let end = |end: &Option<String>, default: &str| match end.as_deref() {
        Some("current") if rows.is_empty() => Selector::from(default),
        Some("current") => Selector::from(rows),
        Some(symbol) => Selector::from(symbol),
        None => Selector::from(default),
    };
    // As in Alembic, only one end can stand for the database: the upper one where both do.
    let start = match (range.start.as_deref(), range.end.as_deref()) {
        (Some("current"), Some("current")) => Selector::from("current"),
        _ => end(&range.start, "base"),
    };
    let map = scripts.revision_map()?;
    let applied = match marks.applied {
        true => map.applied(rows)?,
        false => HashSet::new(),
    };
    let revisions = map.walk(start, end(&range.end, "heads"))?;
    Ok(revisions
        .into_iter()
        .map(|revision| Listed {
            revision: revision.id().clone(),
            current: marks.current && rows.contains(revision.id()),
            applied: applied.contains(revision.id()),
        })
        .collect())
}
