use super::{CommandError, Project};
use crate::runner::{EnvOptions, RunSummary};

impl Project {
    /// `ensure_version`: make the version table where there is none.
    ///
    /// # Errors
    /// What running `env.py` meets.
    pub fn ensure_version(&self, sql: bool) -> Result<RunSummary, CommandError> {
        let mut options = EnvOptions::new(|_| Ok(Vec::new()));
        options.as_sql = sql;
        options.ensure_version_table = true;
        self.run(options)
    }
}
