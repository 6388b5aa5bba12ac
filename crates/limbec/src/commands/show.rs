use std::cell::RefCell;
use std::rc::Rc;

use limbec_graph::Selector;

use super::project::run_error;
use super::{CommandError, Listed, Project};
use crate::runner::EnvOptions;

/// What `show` found.
#[derive(Debug, Default)]
pub struct Shown {
    /// The revisions.
    pub revisions: Vec<Listed>,
    /// What stopped the search after them, where something did.
    pub stopped: Option<CommandError>,
}

impl Shown {
    fn new((revisions, stopped): (Vec<Listed>, Option<limbec_graph::GraphError>)) -> Self {
        Self {
            revisions,
            stopped: stopped.map(CommandError::from),
        }
    }
}

impl Project {
    /// `show`: the revisions that a symbol stands for; `current` asks the database.
    ///
    /// # Errors
    /// A symbol that cannot be resolved, and what running `env.py` meets.
    pub fn show(&self, symbol: &str) -> Result<Shown, CommandError> {
        if symbol != "current" {
            let found = self.scripts.revision_map()?.get_revisions(symbol)?;
            return Ok(Shown::new(Listed::found(found)));
        }
        let all = Rc::new(RefCell::new(Shown::default()));
        let (shown, scripts) = (all.clone(), self.scripts.clone());
        self.run(EnvOptions::new(move |state| {
            let map = scripts.revision_map().map_err(run_error)?;
            let current = map.get_revisions(Selector::from(state.heads))?;
            let found = Shown::new(Listed::found(current));
            let mut shown = shown.borrow_mut();
            shown.revisions.extend(found.revisions);
            shown.stopped = shown.stopped.take().or(found.stopped);
            Ok(Vec::new())
        }))?;
        Ok(all.take())
    }
}
