//! The URL of the database where no `env.py` says it.

use super::Config;
use super::error::ConfigError;

impl Config {
    /// The URL: that of `--url` or `LIMBEC_URL`, or `sqlalchemy.url` with its references to the environment,
    /// `${NAME}` or `${NAME:-default}`, replaced.
    ///
    /// # Errors
    /// No URL, a variable that is not set, and a value that cannot be substituted.
    pub fn database_url(&self) -> Result<String, ConfigError> {
        let written = match &self.url_override {
            Some(url) => url.clone(),
            None => match self.text_option(super::URL_OPTION)? {
                Some(written) if !written.trim().is_empty() => self.expanded(&written)?,
                _ => return Err(self.no_url()),
            },
        };
        // The name that libpq and most drivers but SQLAlchemy take.
        Ok(match written.strip_prefix("postgres://") {
            Some(rest) => format!("postgresql://{rest}"),
            None => written,
        })
    }

    fn expanded(&self, written: &str) -> Result<String, ConfigError> {
        expand(written, |name| std::env::var(name).ok()).map_err(|wrong| {
            let (message, hint) = match wrong {
                Wrong::NotSet(name) => (
                    format!("the environment variable {name} is not set"),
                    format!("set it, name the database with --url, or write ${{{name}:-default}}"),
                ),
                Wrong::Unclosed => (
                    "a reference to the environment is not closed".to_owned(),
                    "write ${NAME} or ${NAME:-default}".to_owned(),
                ),
            };
            ConfigError::Value {
                message: format!("{}: {message}", super::URL_OPTION),
                location: self.option_location(super::URL_OPTION).map(Box::new),
                hint: Some(hint),
            }
        })
    }

    fn no_url(&self) -> ConfigError {
        ConfigError::Command {
            message: format!("No '{}' key found in configuration.", super::URL_OPTION),
            location: None,
            hint: Some(format!(
                "a project without env.py names its database there: write {} = ${{DATABASE_URL}}, or name the database \
                 with --url",
                super::URL_OPTION
            )),
        }
    }
}

/// What is wrong with a reference.
#[derive(Debug, PartialEq, Eq)]
enum Wrong {
    NotSet(String),
    Unclosed,
}

fn expand(written: &str, variable: impl Fn(&str) -> Option<String>) -> Result<String, Wrong> {
    let (mut text, mut rest) = (String::new(), written);
    while let Some((before, reference)) = rest.split_once("${") {
        let (name, after) = reference.split_once('}').ok_or(Wrong::Unclosed)?;
        let (name, default) = match name.split_once(":-") {
            Some((name, default)) => (name, Some(default)),
            None => (name, None),
        };
        let value = variable(name.trim()).filter(|value| !value.is_empty());
        let value = value.or_else(|| default.map(str::to_owned));
        text.push_str(before);
        text.push_str(&value.ok_or_else(|| Wrong::NotSet(name.trim().to_owned()))?);
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_replaced_and_what_replaces_them_is_not_read_again() {
        let variable = |name: &str| match name {
            "URL" => Some("sqlite:///a${b}%40.db".to_owned()),
            "EMPTY" => Some(String::new()),
            _ => None,
        };
        for (written, value) in [
            ("${URL}", Ok("sqlite:///a${b}%40.db")),
            ("a-${EMPTY:-x}-${NONE:-}-$b", Ok("a-x--$b")),
            ("${NONE}", Err(Wrong::NotSet("NONE".to_owned()))),
            ("${EMPTY}", Err(Wrong::NotSet("EMPTY".to_owned()))),
            ("${URL", Err(Wrong::Unclosed)),
        ] {
            assert_eq!(
                expand(written, variable),
                value.map(str::to_owned),
                "{written}"
            );
        }
    }
}
