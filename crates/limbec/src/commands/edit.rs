use std::path::PathBuf;

use super::{CommandError, Project};

impl Project {
    /// `edit`: the files of the revisions that a symbol stands for. Opening them is the caller's part.
    ///
    /// # Errors
    /// A symbol that cannot be resolved or stands for no revision, and what running `env.py` meets.
    pub fn files_to_edit(&self, symbol: &str) -> Result<Vec<PathBuf>, CommandError> {
        let shown = self.show(symbol)?;
        if let Some(error) = shown.stopped {
            return Err(error);
        }
        let revisions = shown.revisions;
        if revisions.is_empty() {
            return Err(CommandError::refused(if symbol == "current" {
                "No current revisions".to_owned()
            } else {
                format!("No revision files indicated by symbol '{symbol}'")
            }));
        }
        let mut files = Vec::with_capacity(revisions.len());
        for listed in &revisions {
            files.extend(self.view(listed)?.map(|view| view.script.path.clone()));
        }
        Ok(files)
    }
}
