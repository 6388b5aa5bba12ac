use limbec_graph::Selector;

use super::{CommandError, Listed, Project};

impl Project {
    /// `heads`: the heads of the script directory. With `resolve_dependencies`, revisions that others depend on are
    /// no heads.
    ///
    /// # Errors
    /// When the revisions cannot be read.
    pub fn heads(&self, resolve_dependencies: bool) -> Result<Vec<Listed>, CommandError> {
        let map = self.scripts.revision_map()?;
        let found = if resolve_dependencies {
            map.get_revisions("heads")?
        } else {
            map.get_revisions(Selector::from(map.heads()))?
        };
        Ok(Listed::found(found).0)
    }
}
