//! INI files by the rules of CPython 3.11's `configparser.ConfigParser` with its default settings, which are the ones that
//! Alembic uses: `=` and `:`, full-line comments with `#` and `;`, no inline comments, strict about duplicates, continuation
//! lines, `[DEFAULT]`, and `%(name)s` substitution.
//!
//! Unlike CPython's, this reader remembers where each value stands.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use super::ini_error::{IniError, IniErrorKind};
use super::ini_reader::Reader;
use super::location::Location;
use super::pytext::lower;

/// The section whose options every other section inherits.
pub const DEFAULT_SECTION: &str = "DEFAULT";

/// A value as written, with the place of each of its lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// The value before substitution.
    pub raw: String,
    /// Line number (from 1) and byte column of each line of the value; empty for values that a program has set.
    pub(super) spans: Vec<(usize, usize)>,
}

pub(super) type Section = IndexMap<String, Entry>;

/// The contents of an INI file, and what a program has changed since.
#[derive(Debug, Clone, Default)]
pub struct Ini {
    pub(super) path: PathBuf,
    lines: Vec<String>,
    pub(super) defaults: Section,
    pub(super) sections: IndexMap<String, Section>,
}

impl Ini {
    /// An empty configuration whose `[DEFAULT]` section holds `defaults`; their `%` signs are not checked, as in CPython.
    pub fn new<'a>(defaults: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let defaults = defaults
            .into_iter()
            .map(|(name, value)| {
                (
                    lower(name),
                    Entry {
                        raw: value.to_owned(),
                        spans: Vec::new(),
                    },
                )
            })
            .collect();
        Self {
            defaults,
            ..Self::default()
        }
    }

    /// Reads `path`. As in CPython, a file that cannot be opened is not an error: nothing is read and `false` returned.
    ///
    /// # Errors
    /// When the file is not UTF-8, or when the reader of CPython would raise.
    pub fn read(&mut self, path: &Path) -> Result<bool, IniError> {
        let Ok(bytes) = std::fs::read(path) else {
            return Ok(false);
        };
        let text = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
        self.read_str(&text, path)?;
        Ok(true)
    }

    /// Reads `text`; `path` is only the name that errors show.
    ///
    /// # Errors
    /// When the reader of CPython would raise.
    pub fn read_str(&mut self, text: &str, path: &Path) -> Result<(), IniError> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.path = path.to_owned();
        self.lines = text.split_inclusive('\n').map(str::to_owned).collect();
        let lines = std::mem::take(&mut self.lines);
        let outcome = Reader::new(self, &lines).run();
        self.lines = lines;
        outcome.map_err(|(error, place)| {
            let location = place.map(|(line, start, len)| self.line_location(line, start, len));
            error.at(location)
        })
    }

    /// The file that was read.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The names of the sections, in the order of the file, without `DEFAULT`.
    pub fn sections(&self) -> impl Iterator<Item = &str> {
        self.sections.keys().map(String::as_str)
    }

    /// Whether the section exists; `DEFAULT` never does.
    pub fn has_section(&self, section: &str) -> bool {
        self.sections.contains_key(section)
    }

    /// Whether the option is in the section or inherited from `[DEFAULT]`; false when the section does not exist.
    pub fn has_option(&self, section: &str, option: &str) -> bool {
        if section.is_empty() || section == DEFAULT_SECTION {
            return self.defaults.contains_key(&lower(option));
        }
        self.has_section(section) && self.lookup(section, &lower(option)).is_some()
    }

    /// The names of the options of a section, own ones first, then the inherited ones.
    ///
    /// # Errors
    /// [`IniErrorKind::NoSection`].
    pub fn options(&self, section: &str) -> Result<Vec<&str>, IniError> {
        let own = self
            .sections
            .get(section)
            .ok_or_else(|| no_section(section))?;
        let inherited = self.defaults.keys().filter(|key| !own.contains_key(*key));
        Ok(own.keys().chain(inherited).map(String::as_str).collect())
    }

    /// The options that stand in a section itself, those of `[DEFAULT]` not among them.
    pub(super) fn own_options(&self, section: &str) -> impl Iterator<Item = &str> {
        let options = self.sections.get(section).into_iter();
        options.flat_map(|section| section.keys().map(String::as_str))
    }

    /// The options of `[DEFAULT]`, before substitution.
    pub fn defaults(&self) -> impl Iterator<Item = (&str, &str)> {
        self.defaults
            .iter()
            .map(|(key, entry)| (key.as_str(), entry.raw.as_str()))
    }

    /// The value as written.
    ///
    /// # Errors
    /// [`IniErrorKind::NoSection`] and [`IniErrorKind::NoOption`].
    pub fn get_raw(&self, section: &str, option: &str) -> Result<&str, IniError> {
        self.entry(section, option).map(|entry| entry.raw.as_str())
    }

    /// The value after substitution.
    ///
    /// # Errors
    /// Those of [`Ini::get_raw`], and the three interpolation errors.
    pub fn get(&self, section: &str, option: &str) -> Result<String, IniError> {
        let entry = self.entry(section, option)?;
        self.interpolate(section, &lower(option), entry)
    }

    /// All options of a section after substitution, inherited ones first, as `ConfigParser.items(section)`.
    ///
    /// # Errors
    /// [`IniErrorKind::NoSection`], and the interpolation errors of any of the values.
    pub fn items(&self, section: &str) -> Result<IndexMap<String, String>, IniError> {
        let mut merged: IndexMap<&str, &Entry> =
            self.defaults.iter().map(|(k, v)| (k.as_str(), v)).collect();
        match self.sections.get(section) {
            Some(own) => merged.extend(own.iter().map(|(k, v)| (k.as_str(), v))),
            None if section == DEFAULT_SECTION => {}
            None => return Err(no_section(section)),
        }
        merged
            .into_iter()
            .map(|(name, entry)| Ok((name.to_owned(), self.interpolate(section, name, entry)?)))
            .collect()
    }

    /// Sets an option.
    ///
    /// # Errors
    /// [`IniErrorKind::NoSection`]; [`IniErrorKind::Value`] when a `%` in the value is neither doubled nor a reference.
    pub fn set(&mut self, section: &str, option: &str, value: &str) -> Result<(), IniError> {
        super::interpolation::check_before_set(value)?;
        let entry = Entry {
            raw: value.to_owned(),
            spans: Vec::new(),
        };
        self.section_mut(section)?.insert(lower(option), entry);
        Ok(())
    }

    /// Adds an empty section.
    ///
    /// # Errors
    /// [`IniErrorKind::DuplicateSection`]; [`IniErrorKind::Value`] for the name `DEFAULT`.
    pub fn add_section(&mut self, section: &str) -> Result<(), IniError> {
        if section == DEFAULT_SECTION {
            return Err(IniError::new(IniErrorKind::Value {
                message: "Invalid section name: 'DEFAULT'".to_owned(),
            }));
        }
        if self.has_section(section) {
            return Err(IniError::new(IniErrorKind::DuplicateSection {
                section: section.to_owned(),
                place: None,
            }));
        }
        self.sections.insert(section.to_owned(), Section::new());
        Ok(())
    }

    /// Removes an option of the section itself and says whether there was one; inherited options stay.
    ///
    /// # Errors
    /// [`IniErrorKind::NoSection`].
    pub fn remove_option(&mut self, section: &str, option: &str) -> Result<bool, IniError> {
        Ok(self
            .section_mut(section)?
            .shift_remove(&lower(option))
            .is_some())
    }

    /// Removes a section and says whether there was one.
    pub fn remove_section(&mut self, section: &str) -> bool {
        self.sections.shift_remove(section).is_some()
    }

    /// Where the value of an option begins; `None` for values that a program has set.
    pub fn location(&self, section: &str, option: &str) -> Option<Location> {
        let entry = self.lookup(section, &lower(option))?;
        let first_line = entry.raw.split('\n').next().unwrap_or_default();
        self.location_in(entry, 0, first_line.len())
    }

    /// Where the stretch `start..start + len` of a raw value stands in the file.
    pub(super) fn location_in(&self, entry: &Entry, start: usize, len: usize) -> Option<Location> {
        let before = entry.raw.get(..start)?;
        let row = before.matches('\n').count();
        let column_in_row = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
        let (line, column) = *entry.spans.get(row)?;
        Some(self.line_location(line, column + column_in_row, len))
    }

    pub(super) fn lookup(&self, section: &str, folded: &str) -> Option<&Entry> {
        self.sections
            .get(section)
            .and_then(|own| own.get(folded))
            .or_else(|| self.defaults.get(folded))
    }

    fn entry(&self, section: &str, option: &str) -> Result<&Entry, IniError> {
        if section != DEFAULT_SECTION && !self.has_section(section) {
            return Err(no_section(section));
        }
        let folded = lower(option);
        self.lookup(section, &folded).ok_or_else(|| {
            IniError::new(IniErrorKind::NoOption {
                section: section.to_owned(),
                option: folded,
            })
        })
    }

    fn section_mut(&mut self, section: &str) -> Result<&mut Section, IniError> {
        if section.is_empty() || section == DEFAULT_SECTION {
            return Ok(&mut self.defaults);
        }
        self.sections
            .get_mut(section)
            .ok_or_else(|| no_section(section))
    }

    fn line_location(&self, line: usize, start: usize, len: usize) -> Location {
        let text = self
            .lines
            .get(line.saturating_sub(1))
            .map_or("", String::as_str);
        Location::in_line(self.path.clone(), line, text, start, len)
    }
}

fn no_section(section: &str) -> IniError {
    IniError::new(IniErrorKind::NoSection {
        section: section.to_owned(),
    })
}

fn not_utf8(path: &Path, error: &std::string::FromUtf8Error) -> IniError {
    let valid = error.utf8_error().valid_up_to();
    let bytes = error.as_bytes();
    let line = bytes[..valid].iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = bytes[..valid]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    let end = bytes[valid..]
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(bytes.len(), |at| valid + at);
    let text = String::from_utf8_lossy(&bytes[start..end]).into_owned();
    let location = Location::in_line(path.to_owned(), line, &text, valid - start, 1);
    let reason = format!(
        "'utf-8' codec can't decode byte 0x{:02x} in position {valid}",
        bytes[valid]
    );
    IniError::new(IniErrorKind::Unreadable {
        path: path.to_owned(),
        reason,
    })
    .at(Some(location))
    .hint("save the file as UTF-8")
}
