//! The configuration of a project: `alembic.ini`, `[tool.alembic]` of pyproject.toml, and what `env.py` changes in it.
//!
//! The structure and the meaning of every method are those of `alembic.config.Config` in Alembic 1.20. Files are read when
//! something first asks for them: a command that needs no option needs no file.

mod database_url;
mod error;
pub mod ini;
mod ini_error;
mod ini_reader;
mod interpolation;
mod known;
mod locate;
mod location;
mod mask;
mod options;
pub mod percent;
pub mod pyproject;
pub mod pytext;

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;

pub use error::ConfigError;
pub use ini::Ini;
pub use ini_error::{IniError, IniErrorKind};
pub use known::{ALEMBIC_OPTIONS, LIMBEC_OPTIONS, TimeLimits};
pub use locate::ConfigFiles;
pub use location::Location;
pub use mask::{mask_url, mask_urls_in};
pub use options::HookOptions;
pub use pyproject::{ConfigValue, Pyproject};

use percent::FormatArgs;
use pyproject::Table;
use pytext::repr;

/// The section that holds Alembic's options when `-n` does not say otherwise.
pub const DEFAULT_INI_SECTION: &str = "alembic";
/// The environment variable with the URL of the database that wins over the files.
pub const URL_VARIABLE: &str = "LIMBEC_URL";
/// The option with the URL of the database.
const URL_OPTION: &str = "sqlalchemy.url";

/// What the command line was; `env.py` sees it as `config.cmd_opts`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CommandOptions {
    /// The name of the command, `upgrade` for instance.
    pub command: String,
    /// The values of `-x`, in order; `None` when the option was not given at all.
    pub x: Option<Vec<String>>,
    /// `--quiet`.
    pub quiet: bool,
    /// `--raiseerr`.
    pub raiseerr: bool,
    /// The values of `-c`.
    pub config: Option<Vec<String>>,
    /// The value of `-n`.
    pub name: String,
    /// All options and arguments of the command itself, under the names that argparse gives them in Alembic.
    pub arguments: IndexMap<String, serde_json::Value>,
}

/// The configuration of a project.
#[derive(Debug, Default)]
pub struct Config {
    /// The INI file in use, as it was named; it need not exist.
    pub config_file_name: Option<String>,
    /// The pyproject.toml file in use, as it was named; it need not exist.
    pub toml_file_name: Option<String>,
    /// The main section of the INI file, `-n/--name`.
    pub config_ini_section: String,
    /// The command line; absent when a program uses the library.
    pub cmd_opts: Option<CommandOptions>,
    /// Values that a program passes to `env.py`.
    pub attributes: IndexMap<String, serde_json::Value>,
    /// The URL of `--url` or `LIMBEC_URL`: it wins over every URL that a file or `env.py` names.
    pub url_override: Option<String>,
    config_args: Vec<(String, String)>,
    ini: OnceCell<Ini>,
    toml: OnceCell<Pyproject>,
}

impl Config {
    /// A configuration without files, to be filled with [`Config::set_main_option`].
    pub fn new() -> Self {
        Self {
            config_ini_section: DEFAULT_INI_SECTION.to_owned(),
            ..Self::default()
        }
    }

    /// The configuration in an INI file, in a pyproject.toml, or in both.
    pub fn from_files(ini: Option<&Path>, toml: Option<&Path>) -> Self {
        let name = |path: &Path| path.display().to_string();
        Self {
            config_file_name: ini.map(name),
            toml_file_name: toml.map(name),
            ..Self::new()
        }
    }

    /// Adds names for `%(name)s` in values; must come before anything is read.
    #[must_use]
    pub fn with_args(mut self, args: impl IntoIterator<Item = (String, String)>) -> Self {
        self.config_args.extend(args);
        self
    }

    /// The INI file, read on first use.
    ///
    /// # Errors
    /// When the file cannot be parsed. A file that does not exist is an empty one.
    pub fn file_config(&self) -> Result<&Ini, ConfigError> {
        if self.ini.get().is_none() {
            let loaded = self.load_ini()?;
            return Ok(self.ini.get_or_init(|| loaded));
        }
        Ok(self.ini.get_or_init(Ini::default))
    }

    /// The INI file, to be changed.
    ///
    /// # Errors
    /// As [`Config::file_config`].
    pub fn file_config_mut(&mut self) -> Result<&mut Ini, ConfigError> {
        if self.ini.get().is_none() {
            let loaded = self.load_ini()?;
            self.ini = OnceCell::from(loaded);
        }
        self.ini
            .get_mut()
            .ok_or_else(|| ConfigError::command("the configuration is not loaded"))
    }

    fn load_ini(&self) -> Result<Ini, ConfigError> {
        let here = self
            .config_file_name
            .as_ref()
            .map_or_else(|| ".".to_owned(), |name| here(Path::new(name)));
        let mut args: Vec<(&str, &str)> = self
            .config_args
            .iter()
            .map(|(k, v)| (k.as_str(), v.as_str()))
            .collect();
        args.retain(|(name, _)| *name != "here");
        args.push(("here", &here));
        let mut ini = Ini::new(args);
        match &self.config_file_name {
            Some(name) => {
                ini.read(Path::new(name))?;
            }
            None => ini.add_section(&self.config_ini_section)?,
        }
        Ok(ini)
    }

    /// pyproject.toml, read on first use.
    ///
    /// # Errors
    /// When the file is not TOML. A file that does not exist is an empty one.
    pub fn toml_config(&self) -> Result<&Pyproject, ConfigError> {
        if self.toml.get().is_none() {
            let args: FormatArgs = self
                .config_args
                .iter()
                .map(|(k, v)| (k.clone(), v.as_str().into()))
                .collect();
            let loaded = match &self.toml_file_name {
                Some(name) => Pyproject::read(Path::new(name), args)?,
                None => Pyproject::default(),
            };
            return Ok(self.toml.get_or_init(|| loaded));
        }
        Ok(self.toml.get_or_init(Pyproject::default))
    }

    /// Whether messages to the terminal are switched off.
    pub fn quiet(&self) -> bool {
        self.cmd_opts.as_ref().is_some_and(|options| options.quiet)
    }

    /// All options of a section of the INI file, substituted; `None` when there is no such section.
    ///
    /// # Errors
    /// When one of the values cannot be substituted.
    pub fn get_section(&self, name: &str) -> Result<Option<IndexMap<String, String>>, ConfigError> {
        let ini = self.file_config()?;
        if !ini.has_section(name) {
            return Ok(None);
        }
        let mut options = ini.items(name)?;
        if let Some(url) = self.overridden(name, URL_OPTION) {
            options.insert(URL_OPTION.to_owned(), url.clone());
        }
        Ok(Some(options))
    }

    /// Sets an option of the main section, which is made when it does not exist.
    ///
    /// # Errors
    /// When a `%` in the value is neither doubled nor a reference.
    pub fn set_main_option(&mut self, name: &str, value: &str) -> Result<(), ConfigError> {
        let section = self.config_ini_section.clone();
        self.set_section_option(&section, name, value)
    }

    /// Removes an option of the main section.
    ///
    /// # Errors
    /// When the section does not exist.
    pub fn remove_main_option(&mut self, name: &str) -> Result<(), ConfigError> {
        let section = self.config_ini_section.clone();
        self.file_config_mut()?.remove_option(&section, name)?;
        Ok(())
    }

    /// Sets an option of a section, which is made when it does not exist.
    ///
    /// # Errors
    /// When a `%` in the value is neither doubled nor a reference.
    pub fn set_section_option(
        &mut self,
        section: &str,
        name: &str,
        value: &str,
    ) -> Result<(), ConfigError> {
        let ini = self.file_config_mut()?;
        if !ini.has_section(section) {
            ini.add_section(section)?;
        }
        Ok(ini.set(section, name, value)?)
    }

    /// An option of a section of the INI file, substituted; `None` when the section does not have it.
    ///
    /// # Errors
    /// When the section does not exist, or the value cannot be substituted.
    pub fn get_section_option(
        &self,
        section: &str,
        name: &str,
    ) -> Result<Option<String>, ConfigError> {
        if let Some(url) = self.overridden(section, name) {
            return Ok(Some(url.clone()));
        }
        let ini = self.file_config()?;
        if !ini.has_section(section) {
            return Err(self.missing_section(section));
        }
        if ini.has_option(section, name) {
            Ok(Some(ini.get(section, name)?))
        } else {
            Ok(None)
        }
    }

    /// The URL of the command line, where it is asked for: it wins over the one of the main section.
    fn overridden(&self, section: &str, name: &str) -> Option<&String> {
        let url = self.url_override.as_ref()?;
        (section == self.config_ini_section && name == URL_OPTION).then_some(url)
    }

    fn missing_section(&self, section: &str) -> ConfigError {
        let name = self.config_file_name.as_deref();
        let shown = name.map_or_else(|| "None".to_owned(), repr);
        let hint = name.map(|name| {
            if Path::new(name).exists() {
                format!("add a [{section}] section to {name}, or name another section with -n")
            } else {
                format!("run the command in the folder of {name}, or name the file with -c")
            }
        });
        let message = format!("No config file {shown} found, or file has no '[{section}]' section");
        ConfigError::Command {
            message,
            location: None,
            hint,
        }
    }

    /// An option of the main section of the INI file, substituted; pyproject.toml is not asked.
    ///
    /// # Errors
    /// As [`Config::get_section_option`].
    pub fn get_main_option(&self, name: &str) -> Result<Option<String>, ConfigError> {
        self.get_section_option(&self.config_ini_section, name)
    }

    /// An option of the main section of the INI file, else of `[tool.alembic]` in pyproject.toml.
    ///
    /// # Errors
    /// When a file cannot be parsed or the value cannot be substituted.
    pub fn get_alembic_option(&self, name: &str) -> Result<Option<ConfigValue>, ConfigError> {
        if let Some(url) = self.overridden(&self.config_ini_section, name) {
            return Ok(Some(ConfigValue::Text(url.clone())));
        }
        let ini = self.file_config()?;
        if ini.has_option(&self.config_ini_section, name) {
            return Ok(Some(ConfigValue::Text(
                ini.get(&self.config_ini_section, name)?,
            )));
        }
        self.toml_config()?.get(Table::Alembic, name)
    }

    /// A boolean option: in the INI file only the word `true` is true.
    ///
    /// # Errors
    /// When pyproject.toml has something else than a boolean.
    pub fn get_alembic_boolean_option(&self, name: &str) -> Result<bool, ConfigError> {
        let ini = self.file_config()?;
        if ini.has_option(&self.config_ini_section, name) {
            return Ok(ini.get(&self.config_ini_section, name)? == "true");
        }
        self.toml_config()?.boolean(Table::Alembic, name)
    }

    /// Where the value of an option of Alembic stands, for errors about what it means.
    pub fn option_location(&self, name: &str) -> Option<Location> {
        let ini = self.file_config().ok()?;
        if ini.has_option(&self.config_ini_section, name) {
            return ini.location(&self.config_ini_section, name);
        }
        self.toml_config().ok()?.location(Table::Alembic, name)
    }
}

/// The folder of a file as `%(here)s` shows it: absolute, links and `..` kept, forward slashes.
pub(crate) fn here(file: &Path) -> String {
    let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let parent = absolute
        .parent()
        .map_or_else(|| PathBuf::from("/"), Path::to_owned);
    let shown = parent.display().to_string();
    if cfg!(windows) {
        shown.replace('\\', "/")
    } else {
        shown
    }
}
