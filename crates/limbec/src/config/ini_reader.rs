//! One pass over the text of an INI file, line by line, as CPython's `RawConfigParser._read` makes it.

use std::collections::HashSet;

use super::ini::{DEFAULT_SECTION, Entry, Ini, Section};
use super::ini_error::{IniError, IniErrorKind};
use super::mask::mask_url;
use super::pytext::{is_space, lower, rstrip, strip};

/// The error and the stretch of a line that it is about: line number, byte column, length in bytes.
pub(super) type ReadError = (IniError, Option<(usize, usize, usize)>);

/// The state of one pass over a file.
pub(super) struct Reader<'a> {
    ini: &'a mut Ini,
    lines: &'a [String],
    /// Sections and options met in this file: `strict` forbids meeting them twice.
    seen: HashSet<(String, Option<String>)>,
    bogus: Vec<(usize, String)>,
}

/// Where the option stands that a continuation line would extend.
#[derive(Clone)]
struct Cursor {
    section: String,
    option: Option<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(ini: &'a mut Ini, lines: &'a [String]) -> Self {
        Self {
            ini,
            lines,
            seen: HashSet::new(),
            bogus: Vec::new(),
        }
    }

    /// Reads all lines into the configuration.
    pub(super) fn run(&mut self) -> Result<(), ReadError> {
        let mut cursor: Option<Cursor> = None;
        let mut indent_level = 0;
        for (index, line) in self.lines.iter().enumerate() {
            let stripped = strip(line);
            if stripped.starts_with(['#', ';']) {
                continue;
            }
            if stripped.is_empty() {
                // An empty line may belong to a value that goes on below it; trailing ones are cut when the file is read.
                self.extend(cursor.as_ref(), index + 1, line.len(), "");
                continue;
            }
            let column = line.len() - line.trim_start_matches(is_space).len();
            let indent = line[..column].chars().count();
            if indent > indent_level && self.extend(cursor.as_ref(), index + 1, column, stripped) {
                continue;
            }
            indent_level = indent;
            if let Some(header) = section_header(stripped) {
                self.open_section(header, index + 1, column)?;
                cursor = Some(Cursor {
                    section: header.to_owned(),
                    option: None,
                });
            } else if let Some(current) = cursor.as_mut() {
                self.option_line(current, stripped, index + 1, column)?;
            } else {
                return Err(self.missing_header(line, index + 1, column));
            }
        }
        self.join_values();
        self.parsing_errors()
    }

    /// Appends a line to the current option and says whether there is one.
    fn extend(&mut self, cursor: Option<&Cursor>, line: usize, column: usize, text: &str) -> bool {
        let Some((section, option)) = cursor.and_then(|c| Some((&c.section, c.option.as_ref()?)))
        else {
            return false;
        };
        if option.is_empty() {
            return false;
        }
        let Some(entry) = self.section(section).get_mut(option) else {
            return false;
        };
        entry.raw.push('\n');
        entry.raw.push_str(text);
        entry.spans.push((line, column));
        true
    }

    fn section(&mut self, name: &str) -> &mut Section {
        if name == DEFAULT_SECTION {
            &mut self.ini.defaults
        } else {
            self.ini.sections.entry(name.to_owned()).or_default()
        }
    }

    fn open_section(&mut self, header: &str, line: usize, column: usize) -> Result<(), ReadError> {
        if header == DEFAULT_SECTION {
            return Ok(());
        }
        let key = (header.to_owned(), None);
        if self.seen.contains(&key) {
            let place = Some((self.source_name(), line));
            let error = IniError::new(IniErrorKind::DuplicateSection {
                section: header.to_owned(),
                place,
            })
            .hint(format!(
                "move the options below into the first [{header}] and remove this header"
            ));
            return Err((error, Some((line, column, header.len() + 2))));
        }
        self.seen.insert(key);
        self.section(header);
        Ok(())
    }

    fn option_line(
        &mut self,
        cursor: &mut Cursor,
        text: &str,
        line: usize,
        column: usize,
    ) -> Result<(), ReadError> {
        let Some(delimiter) = text.find(['=', ':']) else {
            self.bogus.push((line, mask_url(&self.lines[line - 1])));
            return Ok(());
        };
        let written = rstrip(&text[..delimiter]);
        if written.is_empty() {
            self.bogus.push((line, mask_url(&self.lines[line - 1])));
        }
        let option = lower(written);
        let key = (cursor.section.clone(), Some(option.clone()));
        if self.seen.contains(&key) {
            let kind = IniErrorKind::DuplicateOption {
                source_name: self.source_name(),
                line,
                section: cursor.section.clone(),
                option,
            };
            let error = IniError::new(kind).hint("keep one of the two lines and remove the other");
            return Err((error, Some((line, column, written.len()))));
        }
        self.seen.insert(key);
        let value = strip(&text[delimiter + 1..]);
        let rest = &text[delimiter + 1..];
        let offset = delimiter + 1 + (rest.len() - rest.trim_start_matches(is_space).len());
        let entry = Entry {
            raw: value.to_owned(),
            spans: vec![(line, column + offset)],
        };
        let section = cursor.section.clone();
        self.section(&section).insert(option.clone(), entry);
        cursor.option = Some(option);
        Ok(())
    }

    /// Empty lines at the end of a value are not part of it.
    fn join_values(&mut self) {
        let sections = self.ini.sections.values_mut();
        for entry in sections
            .chain([&mut self.ini.defaults])
            .flat_map(|section| section.values_mut())
        {
            let kept = rstrip(&entry.raw).len();
            if !entry.spans.is_empty() {
                entry.raw.truncate(kept);
            }
        }
    }

    fn parsing_errors(&mut self) -> Result<(), ReadError> {
        let Some((line, text)) = self.bogus.first().cloned() else {
            return Ok(());
        };
        let column = text.len() - text.trim_start_matches(is_space).len();
        let length = strip(&text).len();
        let lines = std::mem::take(&mut self.bogus);
        let kind = IniErrorKind::Parsing {
            source_name: self.source_name(),
            lines,
        };
        let error = IniError::new(kind).hint(
            "a line is `name = value`, `[section]`, a comment that starts with # or ;, or an indented continuation of the \
             value above",
        );
        Err((error, Some((line, column, length))))
    }

    fn missing_header(&self, line: &str, number: usize, column: usize) -> ReadError {
        let kind = IniErrorKind::MissingSectionHeader {
            source_name: self.source_name(),
            line: number,
            text: mask_url(line),
        };
        let hint = if line.starts_with('\u{feff}') {
            "the file begins with a byte order mark; save it as UTF-8 without one"
        } else {
            "options must stand below a section header such as [alembic]"
        };
        (
            IniError::new(kind).hint(hint),
            Some((number, column, strip(line).len())),
        )
    }

    fn source_name(&self) -> String {
        self.ini.path.display().to_string()
    }
}

/// The name between the first `[` and the last `]`; what follows is ignored, as CPython does.
fn section_header(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('[')?;
    let first = inner.chars().next()?;
    let end = inner.rfind(']')?;
    (end >= first.len_utf8()).then(|| &inner[..end])
}
