//! The tables `[tool.alembic]` and `[tool.limbec]` of pyproject.toml.

use std::ops::Range;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use toml::de::{DeTable, DeValue};

use super::error::ConfigError;
use super::location::Location;
use super::mask::password_span;
use super::percent::{self, FormatArgs};
use super::pytext::repr;

/// A value of an option, wherever it came from. INI files hold texts only.
#[derive(Debug, Clone, PartialEq)]
pub enum ConfigValue {
    /// A text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// `true` or `false`.
    Bool(bool),
    /// A list of texts.
    List(Vec<String>),
    /// A table of texts.
    Dict(IndexMap<String, String>),
    /// A list of tables of texts, such as `post_write_hooks`.
    Dicts(Vec<IndexMap<String, String>>),
}

/// A value as TOML has it, before `%(here)s` is replaced.
#[derive(Debug, Clone)]
enum Raw {
    Text(String),
    Int(i64),
    Bool(bool),
    List(Vec<Raw>),
    Dict(IndexMap<String, Raw>),
    Other,
}

/// What pyproject.toml says about migrations.
#[derive(Debug, Clone, Default)]
pub struct Pyproject {
    path: PathBuf,
    text: String,
    alembic: IndexMap<String, (Raw, Range<usize>)>,
    limbec: IndexMap<String, (Raw, Range<usize>)>,
    args: FormatArgs,
}

/// Which of the two tables is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Alembic,
    Limbec,
}

impl Pyproject {
    /// Reads the file; a file that does not exist is an empty one.
    ///
    /// # Errors
    /// When the file cannot be read, is not TOML, or `tool.alembic` is not a table.
    pub fn read(path: &Path, mut args: FormatArgs) -> Result<Self, ConfigError> {
        if !path.exists() {
            return Ok(Self {
                path: path.to_owned(),
                args,
                ..Self::default()
            });
        }
        let text = std::fs::read_to_string(path).map_err(|error| ConfigError::Io {
            path: path.to_owned(),
            reason: error.to_string(),
        })?;
        args.insert("here".to_owned(), super::here(path).as_str().into());
        let document = parse(path, &text)?;
        let tool = document.get_ref().get("tool");
        let alembic = options(tool.and_then(|tool| tool.get_ref().get("alembic")))?;
        let limbec = options(tool.and_then(|tool| tool.get_ref().get("limbec")))?;
        Ok(Self {
            path: path.to_owned(),
            alembic,
            limbec,
            args,
            text,
        })
    }

    /// Whether a TOML file has a `tool.alembic` entry of any kind, even an empty one.
    ///
    /// # Errors
    /// When the file cannot be read or is not TOML.
    pub fn mentions_alembic(path: &Path) -> Result<bool, ConfigError> {
        let text = read_text(path)?;
        let document = parse(path, &text)?;
        Ok(document
            .get_ref()
            .get("tool")
            .is_some_and(|tool| tool.get_ref().get("alembic").is_some()))
    }

    fn table(&self, table: Table) -> &IndexMap<String, (Raw, Range<usize>)> {
        match table {
            Table::Alembic => &self.alembic,
            Table::Limbec => &self.limbec,
        }
    }

    /// An option with `%(here)s` and the other arguments replaced.
    ///
    /// # Errors
    /// When the value is of a kind that Alembic does not take, or a `%` in it is neither doubled nor a known name.
    pub(super) fn get(&self, table: Table, name: &str) -> Result<Option<ConfigValue>, ConfigError> {
        let Some((raw, span)) = self.table(table).get(name) else {
            return Ok(None);
        };
        let reader = ValueReader {
            file: self,
            name,
            span,
        };
        reader.value(raw).map(Some)
    }

    /// The names of the options in `[tool.limbec]`.
    pub(super) fn own_options(&self) -> Vec<String> {
        self.limbec.keys().cloned().collect()
    }

    /// A boolean option; absent means false.
    ///
    /// # Errors
    /// When the value is not a boolean.
    pub(super) fn boolean(&self, table: Table, name: &str) -> Result<bool, ConfigError> {
        match self.table(table).get(name) {
            None => Ok(false),
            Some((Raw::Bool(value), _)) => Ok(*value),
            Some((_, span)) => Err(ConfigError::Command {
                message: format!("boolean value expected for TOML parameter {}", repr(name)),
                location: Some(Box::new(self.location_of(span))),
                hint: Some("write true or false, without quotes".to_owned()),
            }),
        }
    }

    /// Where the value of an option stands.
    pub(super) fn location(&self, table: Table, name: &str) -> Option<Location> {
        self.table(table)
            .get(name)
            .map(|(_, span)| self.location_of(span))
    }

    fn location_of(&self, span: &Range<usize>) -> Location {
        locate(&self.path, &self.text, span)
    }
}

/// Reads the value of one option and knows where it stands.
struct ValueReader<'a> {
    file: &'a Pyproject,
    name: &'a str,
    span: &'a Range<usize>,
}

impl ValueReader<'_> {
    fn value(&self, raw: &Raw) -> Result<ConfigValue, ConfigError> {
        Ok(match raw {
            Raw::Text(text) => ConfigValue::Text(self.format(text)?),
            Raw::Int(number) => ConfigValue::Int(*number),
            Raw::Bool(value) => ConfigValue::Bool(*value),
            Raw::Dict(table) => ConfigValue::Dict(self.dict(table)?),
            Raw::List(items) if matches!(items.first(), Some(Raw::Dict(_))) => ConfigValue::Dicts(
                items
                    .iter()
                    .map(|item| self.table_item(item))
                    .collect::<Result<_, _>>()?,
            ),
            Raw::List(items) => ConfigValue::List(
                items
                    .iter()
                    .map(|item| self.text(item))
                    .collect::<Result<_, _>>()?,
            ),
            Raw::Other => {
                return Err(self.error(
                    format!("unsupported TOML value type for key: {}", repr(self.name)),
                    Some(
                        "write a text in quotes, a list of texts, a whole number, true or false"
                            .to_owned(),
                    ),
                ));
            }
        })
    }

    fn table_item(&self, raw: &Raw) -> Result<IndexMap<String, String>, ConfigError> {
        match raw {
            Raw::Dict(table) => self.dict(table),
            _ => Err(self.error(
                format!("a table is expected in every place of {}", repr(self.name)),
                None,
            )),
        }
    }

    fn dict(&self, table: &IndexMap<String, Raw>) -> Result<IndexMap<String, String>, ConfigError> {
        table
            .iter()
            .map(|(key, raw)| Ok((key.clone(), self.text(raw)?)))
            .collect()
    }

    fn text(&self, raw: &Raw) -> Result<String, ConfigError> {
        match raw {
            Raw::Text(text) => self.format(text),
            _ => Err(ConfigError::Format {
                exception: "TypeError",
                message: format!("{} must hold texts only", repr(self.name)),
                location: Some(Box::new(self.file.location_of(self.span))),
                hint: Some("write every item in quotes".to_owned()),
            }),
        }
    }

    fn format(&self, text: &str) -> Result<String, ConfigError> {
        percent::format(text, &self.file.args).map_err(|error| {
            let bad = &text[error.start..error.start + error.len];
            let hint = if password_span(text).is_some() {
                "'%' is special in this value; write every '%' of the URL twice".to_owned()
            } else {
                format!("'%' is special in this value; write '%{bad}' to mean '{bad}'")
            };
            let mut location = self.file.location_of(self.span);
            narrow(&mut location, bad);
            ConfigError::Format {
                exception: error.exception,
                message: error.message,
                location: Some(Box::new(location)),
                hint: Some(hint),
            }
        })
    }

    fn error(&self, message: String, hint: Option<String>) -> ConfigError {
        ConfigError::Command {
            message,
            location: Some(Box::new(self.file.location_of(self.span))),
            hint,
        }
    }
}

/// Points at the conversion itself when it can be found in the line.
fn narrow(location: &mut Location, bad: &str) {
    if let Some(at) = location.text.find(bad) {
        location.column = location.text[..at].chars().count() + 1;
        location.length = bad.chars().count().max(1);
    }
}

fn options(
    value: Option<&toml::Spanned<DeValue<'_>>>,
) -> Result<IndexMap<String, (Raw, Range<usize>)>, ConfigError> {
    match value.map(toml::Spanned::get_ref) {
        None => Ok(IndexMap::new()),
        Some(DeValue::Table(table)) => Ok(table
            .iter()
            .map(|(key, value)| {
                (
                    key.get_ref().to_string(),
                    (raw(value.get_ref()), value.span()),
                )
            })
            .collect()),
        Some(_) => Err(ConfigError::command("Incorrect TOML format")),
    }
}

fn raw(value: &DeValue<'_>) -> Raw {
    match value {
        DeValue::String(text) => Raw::Text(text.to_string()),
        DeValue::Integer(number) => {
            i64::from_str_radix(&number.as_str().replace('_', ""), number.radix())
                .map_or(Raw::Other, Raw::Int)
        }
        DeValue::Boolean(value) => Raw::Bool(*value),
        DeValue::Array(items) => Raw::List(items.iter().map(|item| raw(item.get_ref())).collect()),
        DeValue::Table(table) => Raw::Dict(
            table
                .iter()
                .map(|(key, value)| (key.get_ref().to_string(), raw(value.get_ref())))
                .collect(),
        ),
        DeValue::Float(_) | DeValue::Datetime(_) => Raw::Other,
    }
}

fn read_text(path: &Path) -> Result<String, ConfigError> {
    std::fs::read_to_string(path).map_err(|error| ConfigError::Io {
        path: path.to_owned(),
        reason: error.to_string(),
    })
}

fn parse<'t>(path: &Path, text: &'t str) -> Result<toml::Spanned<DeTable<'t>>, ConfigError> {
    DeTable::parse(text).map_err(|error| {
        let location = error.span().map(|span| Box::new(locate(path, text, &span)));
        ConfigError::Toml {
            message: error.message().to_owned(),
            location,
        }
    })
}

fn locate(path: &Path, text: &str, span: &Range<usize>) -> Location {
    let start = span.start.min(text.len());
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[..line_start].matches('\n').count() + 1;
    let line_text = text[line_start..].lines().next().unwrap_or_default();
    Location::in_line(
        path.to_owned(),
        line,
        line_text,
        start - line_start,
        span.len(),
    )
}
