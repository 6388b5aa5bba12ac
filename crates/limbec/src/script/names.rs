//! The names that revisions speak of: what none of them names, none of them has made.

use std::collections::HashSet;

use super::{ScriptDirectory, ScriptError};

/// The words of all revision files, in lower case.
///
/// # Errors
/// A directory that cannot be read.
pub(crate) fn of_scripts(scripts: &ScriptDirectory) -> Result<HashSet<String>, ScriptError> {
    let mut names = HashSet::new();
    for script in scripts.scripts()? {
        if let Ok(text) = std::fs::read_to_string(&script.path) {
            let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'));
            names.extend(words.filter(|word| !word.is_empty()).map(str::to_lowercase));
        }
    }
    Ok(names)
}
