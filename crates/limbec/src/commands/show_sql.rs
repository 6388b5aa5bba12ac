use limbec_graph::{RevId, RevisionRange};

use super::{CommandError, Project};
use crate::runner::{Absence, OfflineRenderer, RevisionSql};
use crate::script::ScriptError;

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
    pub fn show_sql(
        &self,
        symbol: &str,
        dialect: &str,
        absence: Absence,
    ) -> Result<Vec<ShownSql>, CommandError> {
        let renderer = self.renderer(dialect, absence)?;
        let mut shown = Vec::new();
        for revision in self.shown_revisions(symbol)? {
            let Some(view) = self.scripts.script_by_id(&revision)? else {
                continue;
            };
            let sql = renderer.render(view.script)?;
            shown.push(ShownSql { revision, sql });
        }
        Ok(shown)
    }

    /// The SQL of every script, in the order of their files, for a look at a history that does not hang together; and the
    /// files that do not say which revision they are.
    ///
    /// # Errors
    /// A dialect that does not exist, and folders that cannot be read.
    pub fn show_sql_alone(
        &self,
        dialect: &str,
        absence: Absence,
    ) -> Result<(Vec<ShownSql>, Vec<ScriptError>), CommandError> {
        let renderer = self.renderer(dialect, absence)?;
        let (scripts, problems) = self.scripts.scripts_alone()?;
        let mut shown = Vec::with_capacity(scripts.len());
        for script in scripts {
            shown.push(ShownSql {
                revision: RevId::from(script.revision.as_str()),
                sql: renderer.render(&script)?,
            });
        }
        Ok((shown, problems))
    }

    fn renderer(
        &self,
        dialect: &str,
        absence: Absence,
    ) -> Result<OfflineRenderer<'_>, CommandError> {
        let config = self.config.borrow();
        let renderer =
            OfflineRenderer::new(&self.scripts, &config, dialect, absence, &self.interrupt);
        Ok(renderer?)
    }

    fn shown_revisions(&self, symbol: &str) -> Result<Vec<RevId>, CommandError> {
        let map = self.scripts.revision_map()?;
        if !symbol.contains(':') {
            let found = map.get_revisions(symbol)?.into_iter();
            return Ok(found
                .filter_map(|found| Some(found.revision()?.id().clone()))
                .collect());
        }
        let range = RevisionRange::for_history(symbol)?;
        let start = range.start.as_deref().unwrap_or("base");
        let walked = map.walk(start, range.end.as_deref().unwrap_or("heads"))?;
        let excluded = map.get_revisions(start)?;
        let excluded: Vec<&RevId> = excluded
            .into_iter()
            .filter_map(|found| Some(found.revision()?.id()))
            .collect();
        let kept = walked.into_iter().rev().map(limbec_graph::Revision::id);
        Ok(kept.filter(|id| !excluded.contains(id)).cloned().collect())
    }
}
