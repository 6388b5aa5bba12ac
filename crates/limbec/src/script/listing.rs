//! Which files of a folder are looked at, and in which order: that of Alembic's `Script._list_py_dir`.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::error::ScriptError;

/// How the folders are searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Listing {
    /// Folders below are searched, too.
    pub recursive: bool,
    /// Compiled files count.
    pub sourceless: bool,
}

impl Listing {
    /// All files of the folder: sorted by name, a folder's own files before those of the folders in it.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub(super) fn files(self, folder: &Path) -> Result<Vec<PathBuf>, ScriptError> {
        let mut found = Vec::new();
        self.visit(folder, &mut found)?;
        Ok(found)
    }

    fn visit(self, folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), ScriptError> {
        let is_cache = folder
            .file_name()
            .is_some_and(|name| name.to_string_lossy().ends_with("__pycache__"));
        let (files, folders) = entries(folder)?;
        if !is_cache {
            found.extend(files.iter().map(|name| folder.join(name)));
            if self.sourceless {
                self.cached(folder, &files, found)?;
            }
        }
        if self.recursive {
            for name in folders {
                self.visit(&folder.join(name), found)?;
            }
        }
        Ok(())
    }

    /// Compiled files in `__pycache__` that have no file of the same first name beside it.
    fn cached(
        self,
        folder: &Path,
        files: &[OsString],
        found: &mut Vec<PathBuf>,
    ) -> Result<(), ScriptError> {
        let cache = folder.join("__pycache__");
        if !cache.is_dir() {
            return Ok(());
        }
        let first_name = |name: &OsString| {
            name.to_string_lossy()
                .split('.')
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        let names: HashSet<String> = files.iter().map(first_name).collect();
        let (cached, _) = entries(&cache)?;
        found.extend(
            cached
                .iter()
                .filter(|name| !names.contains(&first_name(name)))
                .map(|name| cache.join(name)),
        );
        Ok(())
    }
}

/// The names of the files and of the folders, each sorted; links to folders are not followed, as in `os.walk`.
fn entries(folder: &Path) -> Result<(Vec<OsString>, Vec<OsString>), ScriptError> {
    let read = |error: std::io::Error| ScriptError::io("read", folder, &error);
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).map_err(read)? {
        let entry = entry.map_err(read)?;
        let kind = entry.file_type().map_err(read)?;
        if kind.is_dir() {
            folders.push(entry.file_name());
        } else if !(kind.is_symlink() && entry.path().is_dir()) {
            files.push(entry.file_name());
        }
    }
    files.sort();
    folders.sort();
    Ok((files, folders))
}
