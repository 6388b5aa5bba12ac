use super::{CommandError, Listed, Project};

/// A branch point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The revision that several others build on.
    pub point: Listed,
    /// Those others.
    pub next: Vec<Listed>,
}

impl Project {
    /// `branches`: the branch points, the newest first.
    ///
    /// # Errors
    /// When the revisions cannot be read.
    pub fn branches(&self) -> Result<Vec<Branch>, CommandError> {
        let map = self.scripts.revision_map()?;
        let points = map.walk("base", "heads")?;
        let branch = |point: &limbec_graph::Revision| Branch {
            point: Listed::new(point),
            next: point
                .next_revisions()
                .iter()
                .filter_map(|id| map.revision(id))
                .map(Listed::new)
                .collect(),
        };
        Ok(points
            .into_iter()
            .filter(|revision| revision.is_branch_point())
            .map(branch)
            .collect())
    }
}
