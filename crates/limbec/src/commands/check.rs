use super::{CommandError, ComparisonRequest, Project};
use crate::autogen::{Draft, ModelsSource, Summary, summaries};

/// What `check` found: what `revision --autogenerate` would write.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CheckReport {
    /// The differences, as Python shows Alembic's tuples.
    pub diffs: Vec<String>,
    /// What would be done, database by database.
    pub operations: Vec<Summary>,
    /// The text of `upgrade()`, body by body.
    pub upgrades: Vec<String>,
}

impl Project {
    /// `check`: whether the database is what the models declare, those of `target_metadata` where no other
    /// source is given.
    ///
    /// # Errors
    /// A database that is not up to date, and what running `env.py` meets.
    pub fn check(
        &self,
        models: Option<ModelsSource>,
        comparison: &ComparisonRequest,
    ) -> Result<CheckReport, CommandError> {
        let draft = Draft {
            rev_id: "check".to_owned(),
            head: vec!["head".to_owned()],
            ..Draft::default()
        };
        let mut wanted = self.wanted(models, comparison)?;
        wanted.tells_differences = true;
        let summary = self.run_generation(draft, true, wanted, false)?;
        let Some(last) = summary.generated.into_iter().next_back() else {
            return Ok(CheckReport::default());
        };
        let tokens: Vec<&str> = last
            .draft
            .upgrades
            .iter()
            .map(|body| body.token.as_str())
            .collect();
        Ok(CheckReport {
            upgrades: last
                .texts
                .iter()
                .filter(|(token, _)| tokens.contains(&token.as_str()))
                .map(|(_, text)| text.clone())
                .collect(),
            diffs: last.diffs,
            operations: last
                .draft
                .upgrades
                .iter()
                .flat_map(|body| summaries(&body.directives))
                .collect(),
        })
    }
}
