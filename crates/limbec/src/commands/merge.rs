use limbec_graph::{RevId, Selector};

use super::{CommandError, Project};
use crate::script::{NewScript, Notify, Script};

/// What `merge` is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MergeRequest {
    /// The revisions to merge.
    pub revisions: Vec<String>,
    /// `-m`.
    pub message: Option<String>,
    /// `--branch-label`.
    pub branch_label: Option<String>,
    /// `--rev-id`.
    pub rev_id: Option<String>,
    /// `--splice`.
    pub splice: bool,
}

impl Project {
    /// `merge`: write a revision that joins several.
    ///
    /// # Errors
    /// As [`Project::revision`].
    pub fn merge(
        &mut self,
        request: &MergeRequest,
        notify: Notify<'_>,
    ) -> Result<Option<Script>, CommandError> {
        let rev_id = match &request.rev_id {
            Some(id) => id.clone(),
            None => self.scripts.new_rev_id(&self.config.borrow())?,
        };
        let merged = request
            .revisions
            .iter()
            .map(|symbol| RevId::from(symbol.as_str()));
        let mut new = NewScript {
            head: Selector::from(merged.collect::<Vec<_>>()),
            splice: request.splice,
            branch_labels: request.branch_label.iter().cloned().collect(),
            ..NewScript::new(rev_id, request.message.as_deref())
        };
        if self.wants_environment()? {
            self.run_for_template(&mut new, false)?;
        }
        self.write(&new, notify)
    }
}
