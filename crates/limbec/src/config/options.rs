//! The options that are more than a text: lists of paths, write hooks, numbers.

use indexmap::IndexMap;

use super::Config;
use super::error::ConfigError;
use super::pyproject::{ConfigValue, Table};
use super::pytext::{repr, split_legacy, strip};

/// The options of one write hook, without the prefix of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HookOptions {
    /// The name under which the hook is listed.
    pub name: String,
    /// `type`, `entrypoint`, `options` and so on.
    pub options: IndexMap<String, String>,
}

impl Config {
    /// The value of `script_location`.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub fn script_location(&self) -> Result<String, ConfigError> {
        match self.known_option("script_location")? {
            Some(value) => self.expect_text("script_location", value),
            None => self
                .flask_migrate_folder()
                .ok_or_else(|| ConfigError::Command {
                    message: "No 'script_location' key found in configuration.".to_owned(),
                    location: None,
                    hint: Some(self.no_script_location_hint()),
                }),
        }
    }

    /// The folder of an ini that says no `script_location` because it stands in it: Flask-Migrate writes
    /// `migrations/alembic.ini` beside `env.py`, and gives the folder itself when `flask db` runs.
    fn flask_migrate_folder(&self) -> Option<String> {
        let ini = std::path::Path::new(self.config_file_name.as_deref()?);
        let folder = match ini.parent()? {
            parent if parent.as_os_str().is_empty() => std::path::Path::new("."),
            parent => parent,
        };
        (ini.is_file() && folder.join("env.py").is_file() && folder.join("versions").is_dir())
            .then(|| folder.display().to_string())
    }

    fn no_script_location_hint(&self) -> String {
        let existing: Vec<&str> = [&self.config_file_name, &self.toml_file_name]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .filter(|name| std::path::Path::new(name).exists())
            .collect();
        if existing.is_empty() {
            let ini = self.config_file_name.as_deref().unwrap_or("alembic.ini");
            if std::path::Path::new("migrations/alembic.ini").is_file() {
                return "Flask-Migrate keeps the file in its own folder: name it with -c migrations/alembic.ini"
                    .to_owned();
            }
            return format!(
                "there is no {ini} here; run the command in the project's folder, name the file with -c, or start a \
                 project with `limbec init migrations`"
            );
        }
        format!(
            "set script_location in [{}] of {}",
            self.config_ini_section,
            existing.join(" or ")
        )
    }

    /// A text option, with a default.
    ///
    /// # Errors
    /// When the value cannot be read or is not a text.
    pub fn text_option(&self, name: &str) -> Result<Option<String>, ConfigError> {
        self.known_option(name)?
            .map(|value| self.expect_text(name, value))
            .transpose()
    }

    /// An option that holds a whole number, by the rules of Python's `int()`.
    ///
    /// # Errors
    /// When the value cannot be read or is not a number.
    pub fn int_option(&self, name: &str) -> Result<Option<i64>, ConfigError> {
        let text = match self.known_option(name)? {
            None => return Ok(None),
            Some(ConfigValue::Int(number)) => return Ok(Some(number)),
            Some(ConfigValue::Bool(value)) => return Ok(Some(i64::from(value))),
            Some(value) => self.expect_text(name, value)?,
        };
        let digits = strip(&text).replace('_', "");
        digits.parse().map(Some).map_err(|_| ConfigError::Value {
            message: format!("invalid literal for int() with base 10: {}", repr(&text)),
            location: self.option_location(name).map(Box::new),
            hint: Some(format!("{name} must be a whole number")),
        })
    }

    /// An option that holds yes or no in one of the words that SQLAlchemy's `asbool` takes.
    ///
    /// # Errors
    /// When the value cannot be read or is none of these words.
    pub fn asbool_option(&self, name: &str) -> Result<bool, ConfigError> {
        let text = match self.known_option(name)? {
            None => return Ok(false),
            Some(ConfigValue::Bool(value)) => return Ok(value),
            Some(ConfigValue::Int(number)) => return Ok(number != 0),
            Some(value) => self.expect_text(name, value)?,
        };
        match strip(&text).to_lowercase().as_str() {
            "true" | "yes" | "on" | "y" | "t" | "1" => Ok(true),
            "false" | "no" | "off" | "n" | "f" | "0" => Ok(false),
            word => Err(ConfigError::Value {
                message: format!("String is not true/false: {}", repr(word)),
                location: self.option_location(name).map(Box::new),
                hint: Some("write true or false".to_owned()),
            }),
        }
    }

    fn expect_text(&self, name: &str, value: ConfigValue) -> Result<String, ConfigError> {
        match value {
            ConfigValue::Text(text) => Ok(text),
            _ => Err(ConfigError::Value {
                message: format!("a text is expected for {}", repr(name)),
                location: self.option_location(name).map(Box::new),
                hint: Some(format!("write {name} = \"...\"")),
            }),
        }
    }

    /// The folders that hold revision files, when the option is set.
    ///
    /// # Errors
    /// When the value or the separator is not valid.
    pub fn get_version_locations_list(&self) -> Result<Option<Vec<String>>, ConfigError> {
        self.path_list(
            "version_locations",
            &["path_separator", "version_path_separator"],
            false,
        )
    }

    /// The folders that Python modules of the project are looked up in, when the option is set.
    ///
    /// # Errors
    /// When the value or the separator is not valid.
    pub fn get_prepend_sys_paths_list(&self) -> Result<Option<Vec<String>>, ConfigError> {
        let written = self.path_list("prepend_sys_path", &["path_separator"], true)?;
        let flask = written.is_none()
            && self.get_alembic_option("script_location")?.is_none()
            && self.flask_migrate_folder().is_some();
        // The command `flask` itself puts the folder where it is run in front of the search path.
        Ok(if flask {
            Some(vec![".".to_owned()])
        } else {
            written
        })
    }

    fn path_list(
        &self,
        name: &str,
        separators: &[&str],
        colon_too: bool,
    ) -> Result<Option<Vec<String>>, ConfigError> {
        super::known::is_known(name);
        let ini = self.file_config()?;
        let section = &self.config_ini_section;
        let written = match ini.has_section(section) && ini.has_option(section, name) {
            true => ini.get(section, name)?,
            false => String::new(),
        };
        if written.is_empty() {
            return self.toml_path_list(name);
        }
        let Some(separator) = self.separator(separators)? else {
            tracing::debug!(
                "No path_separator found in configuration; falling back to legacy splitting for {name}.  \
                 Consider adding path_separator=os to Alembic config."
            );
            return Ok(Some(split_legacy(&written, colon_too)));
        };
        let parts = written
            .split(separator)
            .filter(|part| !part.is_empty())
            .map(|part| strip(part).to_owned());
        Ok(Some(parts.collect()))
    }

    fn toml_path_list(&self, name: &str) -> Result<Option<Vec<String>>, ConfigError> {
        match self.toml_config()?.get(Table::Alembic, name)? {
            None => Ok(None),
            Some(ConfigValue::List(items)) => Ok(Some(items)),
            Some(_) => Err(ConfigError::Value {
                message: format!(
                    "a list of texts is expected for TOML parameter {}",
                    repr(name)
                ),
                location: self.option_location(name).map(Box::new),
                hint: Some(format!("write {name} = [\"...\"]")),
            }),
        }
    }

    /// The character that separates paths, from the first of the options that is set.
    fn separator(&self, names: &[&str]) -> Result<Option<char>, ConfigError> {
        for name in names {
            super::known::is_known(name);
            let Some(word) = self.get_main_option(name)? else {
                continue;
            };
            let separator = match word.as_str() {
                "space" => ' ',
                "newline" => '\n',
                "os" if cfg!(windows) => ';',
                "os" | ":" => ':',
                ";" => ';',
                _ => return Err(self.bad_separator(name, &word)),
            };
            if *name == "version_path_separator" {
                tracing::debug!(
                    "The version_path_separator configuration parameter is deprecated; please use path_separator"
                );
            }
            return Ok(Some(separator));
        }
        Ok(None)
    }

    fn bad_separator(&self, name: &str, word: &str) -> ConfigError {
        ConfigError::Value {
            message: format!(
                "'{word}' is not a valid value for {name}; expected 'space', 'newline', 'os', ':', ';'"
            ),
            location: self.option_location(name).map(Box::new),
            hint: Some(format!("{name} = os is what new projects have")),
        }
    }

    /// The write hooks, in the order in which they run.
    ///
    /// # Errors
    /// When a value cannot be substituted, or a hook in pyproject.toml has no name.
    pub fn get_hooks_list(&self) -> Result<Vec<HookOptions>, ConfigError> {
        match self.get_section("post_write_hooks")? {
            Some(section) => Ok(hooks_of_section(&section)),
            None => self.toml_hooks(),
        }
    }

    fn toml_hooks(&self) -> Result<Vec<HookOptions>, ConfigError> {
        let location = || self.option_location("post_write_hooks").map(Box::new);
        let tables = match self
            .toml_config()?
            .get(Table::Alembic, "post_write_hooks")?
        {
            None => return Ok(Vec::new()),
            Some(ConfigValue::List(items)) if items.is_empty() => return Ok(Vec::new()),
            Some(ConfigValue::Dicts(tables)) => tables,
            Some(_) => {
                return Err(ConfigError::Value {
                    message: "a list of tables is expected for TOML parameter 'post_write_hooks'"
                        .to_owned(),
                    location: location(),
                    hint: Some("begin each hook with [[tool.alembic.post_write_hooks]]".to_owned()),
                });
            }
        };
        tables
            .into_iter()
            .map(|mut options| match options.shift_remove("name") {
                Some(name) => Ok(HookOptions { name, options }),
                None => Err(ConfigError::Format {
                    exception: "KeyError",
                    message: "'name'".to_owned(),
                    location: location(),
                    hint: Some("every hook needs a name, for instance name = \"ruff\"".to_owned()),
                }),
            })
            .collect()
    }

    /// The URL of the main section, unless `--url` or `LIMBEC_URL` gave another.
    ///
    /// # Errors
    /// When the value cannot be substituted.
    pub fn sqlalchemy_url(&self) -> Result<Option<String>, ConfigError> {
        self.get_main_option(super::URL_OPTION)
    }
}

/// `hooks = a, b` and the options `a.type`, `a.options` and so on.
fn hooks_of_section(section: &IndexMap<String, String>) -> Vec<HookOptions> {
    let names = split_legacy(section.get("hooks").map_or("", String::as_str), false);
    names
        .into_iter()
        .filter(|name| !name.is_empty())
        .map(|name| {
            let prefix = format!("{name}.");
            let options = section
                .iter()
                .filter_map(|(key, value)| {
                    Some((key.strip_prefix(&prefix)?.to_owned(), value.clone()))
                })
                .collect();
            HookOptions { name, options }
        })
        .collect()
}
