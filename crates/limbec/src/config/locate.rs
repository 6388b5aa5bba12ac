//! Which files hold the configuration: the `-c` options, `ALEMBIC_CONFIG`, and the names that are looked for otherwise.

use std::path::PathBuf;

use super::error::ConfigError;

/// The file that a name without `-c` means.
const DEFAULT_INI: &str = "alembic.ini";
/// A name with this last part is read as TOML, any other as INI.
const PYPROJECT: &str = "pyproject.toml";

/// The pair of files that Alembic reads; neither needs to exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigFiles {
    /// The INI file.
    pub ini: PathBuf,
    /// The pyproject.toml file.
    pub toml: PathBuf,
}

impl ConfigFiles {
    /// Chooses the files from the values of `-c` (at most one of each kind) and the value of `ALEMBIC_CONFIG`.
    ///
    /// # Errors
    /// When the same kind of file is given twice.
    pub fn locate<S: AsRef<str>>(
        options: &[S],
        environment: Option<&str>,
    ) -> Result<Self, ConfigError> {
        let (mut ini, mut toml) = (None, None);
        for name in options.iter().map(AsRef::as_ref) {
            let (slot, message) = if is_pyproject(name) {
                (&mut toml, "pyproject.toml indicated more than once")
            } else {
                (&mut ini, "only one ini file may be indicated")
            };
            if slot.replace(name).is_some() {
                return Err(ConfigError::command(message));
            }
        }
        let (default_ini, default_toml) = match environment.filter(|name| !name.is_empty()) {
            Some(name) if is_pyproject(name) => (DEFAULT_INI, name),
            Some(name) => (name, PYPROJECT),
            None => (DEFAULT_INI, PYPROJECT),
        };
        Ok(Self {
            ini: ini.unwrap_or(default_ini).into(),
            toml: toml.unwrap_or(default_toml).into(),
        })
    }
}

fn is_pyproject(name: &str) -> bool {
    name.rsplit(std::path::is_separator).next() == Some(PYPROJECT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn located(options: &[&str], environment: Option<&str>) -> (String, String) {
        let files = ConfigFiles::locate(options, environment).expect("no file twice");
        (
            files.ini.display().to_string(),
            files.toml.display().to_string(),
        )
    }

    #[test]
    fn options_win_over_the_environment_and_the_defaults() {
        let pair = |ini: &str, toml: &str| (ini.to_owned(), toml.to_owned());
        assert_eq!(located(&[], None), pair("alembic.ini", "pyproject.toml"));
        assert_eq!(
            located(&[], Some("")),
            pair("alembic.ini", "pyproject.toml")
        );
        assert_eq!(
            located(&[], Some("a/pyproject.toml")),
            pair("alembic.ini", "a/pyproject.toml")
        );
        assert_eq!(located(&[], Some("x.ini")), pair("x.ini", "pyproject.toml"));
        assert_eq!(
            located(&["b/pyproject.toml"], Some("x.ini")),
            pair("x.ini", "b/pyproject.toml")
        );
        assert_eq!(
            located(&["b/pyproject.toml", "y.ini"], Some("x.ini")),
            pair("y.ini", "b/pyproject.toml")
        );
        assert_eq!(
            located(&["my-pyproject.toml"], None),
            pair("my-pyproject.toml", "pyproject.toml")
        );
    }

    #[test]
    fn a_kind_of_file_may_be_given_once() {
        let twice = |options: &[&str]| {
            ConfigFiles::locate(options, None)
                .expect_err("twice")
                .to_string()
        };
        assert_eq!(
            twice(&["pyproject.toml", "a/pyproject.toml"]),
            "pyproject.toml indicated more than once"
        );
        assert_eq!(
            twice(&["a.ini", "b.ini"]),
            "only one ini file may be indicated"
        );
    }
}
