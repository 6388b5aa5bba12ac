//! Where Python and its packages are, for the few things that need them: write hooks and packages named in
//! `script_location`.

use std::path::{Path, PathBuf};

/// The folders that may hold an interpreter and the programs of its packages, best first.
#[derive(Debug, Clone)]
pub struct PythonEnvironment {
    bin: Vec<PathBuf>,
    roots: Vec<PathBuf>,
}

impl PythonEnvironment {
    /// The active virtual environment (`VIRTUAL_ENV`), one in `.venv` or `venv` of the current folder, then `PATH`.
    #[must_use]
    pub fn find() -> Self {
        let active = std::env::var_os("VIRTUAL_ENV").map(PathBuf::from);
        let local = [".venv", "venv"]
            .into_iter()
            .map(PathBuf::from)
            .filter(|root| root.join("pyvenv.cfg").exists());
        let roots: Vec<PathBuf> = active.into_iter().chain(local).collect();
        let folder = if cfg!(windows) { "Scripts" } else { "bin" };
        let path = std::env::var_os("PATH").unwrap_or_default();
        let bin = roots
            .iter()
            .map(|root| root.join(folder))
            .chain(std::env::split_paths(&path))
            .collect();
        Self { bin, roots }
    }

    /// The program of an entry point.
    #[must_use]
    pub fn script(&self, name: &str) -> Option<PathBuf> {
        self.program(name)
    }

    /// The interpreter.
    #[must_use]
    pub fn interpreter(&self) -> Option<PathBuf> {
        ["python", "python3"]
            .into_iter()
            .find_map(|name| self.program(name))
    }

    /// The folders with the installed packages of the virtual environments.
    #[must_use]
    pub fn site_packages(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for root in &self.roots {
            found.push(root.join("Lib").join("site-packages"));
            let Ok(versions) = std::fs::read_dir(root.join("lib")) else {
                continue;
            };
            found.extend(
                versions
                    .flatten()
                    .map(|entry| entry.path().join("site-packages")),
            );
        }
        found.retain(|folder| folder.is_dir());
        found
    }

    fn program(&self, name: &str) -> Option<PathBuf> {
        if name.is_empty() || name.contains(std::path::is_separator) {
            return None;
        }
        let suffixes: &[&str] = if cfg!(windows) {
            &[".exe", ".cmd", ".bat"]
        } else {
            &[""]
        };
        self.bin
            .iter()
            .flat_map(|folder| {
                suffixes
                    .iter()
                    .map(move |suffix| folder.join(format!("{name}{suffix}")))
            })
            .find(|candidate| is_executable(candidate))
    }
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}
