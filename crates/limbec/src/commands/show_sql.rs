use limbec_graph::{RevId, RevisionRange};

use super::{CommandError, Project};
use crate::runner::{OfflineRenderer, RevisionSql};

/// The SQL of one revision, as `show A:B --sql` prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownSql {
    /// The revision.
    pub revision: RevId,
    /// Its SQL, both ways.
    pub sql: RevisionSql,
}

impl Project {
    /// `show A:B --sql`: the SQL of each revision, the oldest first, without a database and without `env.py`.
    ///
    /// In a range, `A` is where the database would be: its own SQL is left out. A single symbol shows the revisions
    /// that it stands for.
    ///
    /// # Errors
    /// A dialect that does not exist and symbols that cannot be resolved. What a script does wrong is in the answer.
    pub fn show_sql(&self, symbol: &str, dialect: &str) -> Result<Vec<ShownSql>, CommandError> {
        let map = self.scripts.revision_map()?;
        let renderer = OfflineRenderer::new(
            &self.scripts,
            &self.config.borrow(),
            dialect,
            &self.interrupt,
        )?;
        let ids: Vec<RevId> = if symbol.contains(':') {
            let range = RevisionRange::for_history(symbol)?;
            let start = range.start.as_deref().unwrap_or("base");
            let walked = map.walk(start, range.end.as_deref().unwrap_or("heads"))?;
            let excluded = map.get_revisions(start)?;
            let excluded: Vec<&RevId> = excluded
                .into_iter()
                .filter_map(|found| Some(found.revision()?.id()))
                .collect();
            let kept = walked.into_iter().rev().map(limbec_graph::Revision::id);
            kept.filter(|id| !excluded.contains(id)).cloned().collect()
        } else {
            let found = map.get_revisions(symbol)?;
            found
                .into_iter()
                .filter_map(|found| Some(found.revision()?.id().clone()))
                .collect()
        };
        let mut shown = Vec::with_capacity(ids.len());
        for revision in ids {
            let Some(view) = self.scripts.script_by_id(&revision)? else {
                continue;
            };
            let sql = renderer.render(view.script)?;
            shown.push(ShownSql { revision, sql });
        }
        Ok(shown)
    }
}
