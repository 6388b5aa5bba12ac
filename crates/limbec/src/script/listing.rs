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
    /// All files of the folder, links resolved: sorted by name, a folder's own files before those of the folders in it.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub(super) fn files(self, folder: &Path) -> Result<Vec<PathBuf>, ScriptError> {
        let mut found = Vec::new();
        // The folder is resolved once, and not again for each of a thousand files.
        self.visit(&resolved(folder.to_owned()), &mut found)?;
        Ok(found)
    }

    fn visit(self, folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), ScriptError> {
        let is_cache = folder
            .file_name()
            .is_some_and(|name| name.to_string_lossy().ends_with("__pycache__"));
        let (files, folders) = entries(folder)?;
        if !is_cache {
            found.extend(files.iter().map(|file| file.path(folder)));
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
        files: &[File],
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
        let names: HashSet<String> = files.iter().map(|file| first_name(&file.name)).collect();
        let cache = resolved(cache);
        let (cached, _) = entries(&cache)?;
        found.extend(
            cached
                .iter()
                .filter(|file| !names.contains(&first_name(&file.name)))
                .map(|file| file.path(&cache)),
        );
        Ok(())
    }
}

/// A file of a folder.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct File {
    name: OsString,
    is_link: bool,
}

impl File {
    fn path(&self, folder: &Path) -> PathBuf {
        let path = folder.join(&self.name);
        match self.is_link {
            true => resolved(path),
            false => path,
        }
    }
}

/// The path without links; itself where that cannot be known.
fn resolved(path: PathBuf) -> PathBuf {
    path.canonicalize().unwrap_or(path)
}

/// The names of the files and of the folders, each sorted; links to folders are not followed, as in `os.walk`.
fn entries(folder: &Path) -> Result<(Vec<File>, Vec<OsString>), ScriptError> {
    let read = |error: std::io::Error| ScriptError::io("read", folder, &error);
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).map_err(read)? {
        let entry = entry.map_err(read)?;
        let kind = entry.file_type().map_err(read)?;
        if kind.is_dir() {
            folders.push(entry.file_name());
        } else if !(kind.is_symlink() && entry.path().is_dir()) {
            files.push(File {
                name: entry.file_name(),
                is_link: kind.is_symlink(),
            });
        }
    }
    files.sort();
    folders.sort();
    Ok((files, folders))
}
