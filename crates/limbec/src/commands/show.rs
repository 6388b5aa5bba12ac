use std::cell::RefCell;
use std::rc::Rc;

use limbec_graph::Selector;

use super::project::run_error;
use super::{CommandError, Listed, Project};
use crate::runner::EnvOptions;

impl Project {
    /// `show`: the revisions that a symbol stands for; `current` asks the database.
    ///
    /// # Errors
    /// A symbol that cannot be resolved, and what running `env.py` meets.
    pub fn show(&self, symbol: &str) -> Result<Vec<Listed>, CommandError> {
        if symbol != "current" {
            return Ok(Listed::found(
                self.scripts.revision_map()?.get_revisions(symbol)?,
            ));
        }
        let all = Rc::new(RefCell::new(Vec::new()));
        let (found, scripts) = (all.clone(), self.scripts.clone());
        self.run(EnvOptions::new(move |state| {
            let map = scripts.revision_map().map_err(run_error)?;
            let current = map.get_revisions(Selector::from(state.heads))?;
            found.borrow_mut().extend(Listed::found(current));
            Ok(Vec::new())
        }))?;
        Ok(all.take())
    }
}
