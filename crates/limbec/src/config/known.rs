//! The options that Limbec knows by name: those of Alembic, and those of `[limbec]`, of which an unknown one is refused.

use std::time::Duration;

use super::pytext::repr;
use super::{Config, ConfigError, ConfigValue, Location};

/// The section of the INI file, and the table below `tool` in pyproject.toml.
const SECTION: &str = "limbec";

/// How long to wait for another process that migrates the same database, where nothing is said.
const LOCK_TIMEOUT: Duration = Duration::from_secs(30);

/// How long a run may wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeLimits {
    /// `lock_timeout`: for another process that migrates the same database.
    pub lock: Duration,
    /// `statement_timeout`: for each statement of a migration; without it, for ever.
    pub statement: Option<Duration>,
}

/// All options of `[limbec]`. An option that is not in this list is refused: it was misspelt, or belongs to a later
/// Limbec. `docs/en/configuration.md` and `docs/ru/configuration.md` describe each.
pub const LIMBEC_OPTIONS: &[&str] = &[
    "compare",
    "lock_timeout",
    "log_paths",
    "models",
    "read_paths",
    "schema",
    "scratch",
    "statement_timeout",
    "types",
    "version_num_format",
    "version_table",
    "version_table_schema",
];

/// All options of the main section, and of `[tool.alembic]`, that Limbec itself reads; `env.py` may ask for others.
pub const ALEMBIC_OPTIONS: &[&str] = &[
    "file_template",
    "output_encoding",
    "path_separator",
    "post_write_hooks",
    "prepend_sys_path",
    "recursive_version_locations",
    "revision_environment",
    "script_location",
    "sourceless",
    "sqlalchemy.url",
    "timezone",
    "truncate_slug_length",
    "version_locations",
    "version_num_format",
    "version_path_separator",
];

/// Options that Limbec reads are in the list, so that the documentation has them.
pub(super) fn is_known(name: &str) {
    debug_assert!(
        ALEMBIC_OPTIONS.contains(&name),
        "{name} is not in ALEMBIC_OPTIONS"
    );
}

impl Config {
    /// A yes-or-no option that Limbec itself reads.
    ///
    /// # Errors
    /// As [`Config::get_alembic_boolean_option`].
    pub(crate) fn known_boolean(&self, name: &str) -> Result<bool, ConfigError> {
        is_known(name);
        self.get_alembic_boolean_option(name)
    }

    /// An option that Limbec itself reads.
    ///
    /// # Errors
    /// As [`Config::get_alembic_option`].
    pub(crate) fn known_option(&self, name: &str) -> Result<Option<ConfigValue>, ConfigError> {
        is_known(name);
        self.get_alembic_option(name)
    }

    /// An option of Limbec's own: `[limbec]` of the INI file, else `[tool.limbec]` of pyproject.toml.
    ///
    /// # Errors
    /// As [`Config::get_alembic_option`], and when the section has an option that there is not.
    pub fn get_limbec_option(&self, name: &str) -> Result<Option<ConfigValue>, ConfigError> {
        debug_assert!(
            LIMBEC_OPTIONS.contains(&name),
            "{name} is not in LIMBEC_OPTIONS"
        );
        self.refuse_unknown_options()?;
        let ini = self.file_config()?;
        if ini.has_section(SECTION) && ini.has_option(SECTION, name) {
            return Ok(Some(ConfigValue::Text(ini.get(SECTION, name)?)));
        }
        self.toml_config()?
            .get(super::pyproject::Table::Limbec, name)
    }

    /// How long a run may wait for others and for the database.
    ///
    /// # Errors
    /// As [`Config::get_limbec_option`], and when an option is no number of seconds.
    pub fn time_limits(&self) -> Result<TimeLimits, ConfigError> {
        let lock = self.seconds(
            "lock_timeout",
            "write lock_timeout = 60 to wait for a minute",
        )?;
        let statement = self.seconds(
            "statement_timeout",
            "write statement_timeout = 60 to end a statement that runs longer than a minute",
        )?;
        Ok(TimeLimits {
            lock: lock.unwrap_or(LOCK_TIMEOUT),
            // As on PostgreSQL, 0 is no limit.
            statement: statement.filter(|limit| !limit.is_zero()),
        })
    }

    fn seconds(&self, name: &str, hint: &str) -> Result<Option<Duration>, ConfigError> {
        let seconds = match self.get_limbec_option(name)? {
            None => return Ok(None),
            Some(ConfigValue::Text(text)) => text.trim().parse().ok(),
            Some(ConfigValue::Int(number)) => u32::try_from(number).ok().map(f64::from),
            Some(_) => None,
        };
        let duration = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        duration.map(Some).ok_or_else(|| ConfigError::Value {
            message: format!("{name} of [limbec] is no number of seconds"),
            location: self.own_location(name).map(Box::new),
            hint: Some(hint.to_owned()),
        })
    }

    fn refuse_unknown_options(&self) -> Result<(), ConfigError> {
        let ini = self.file_config()?;
        let written = ini.own_options(SECTION).map(str::to_owned);
        let in_toml = self.toml_config()?.own_options();
        let unknown = written
            .chain(in_toml)
            .find(|name| !LIMBEC_OPTIONS.contains(&name.as_str()));
        match unknown {
            None => Ok(()),
            Some(name) => Err(ConfigError::Value {
                message: format!("[limbec] has no option {}", repr(&name)),
                location: self.own_location(&name).map(Box::new),
                hint: Some(format!("its options are {}", LIMBEC_OPTIONS.join(", "))),
            }),
        }
    }

    fn own_location(&self, name: &str) -> Option<Location> {
        let in_ini = self.file_config().ok()?.location(SECTION, name);
        in_ini.or_else(|| {
            let toml = self.toml_config().ok()?;
            toml.location(super::pyproject::Table::Limbec, name)
        })
    }
}
