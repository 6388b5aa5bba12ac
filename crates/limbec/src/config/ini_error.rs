//! What can be wrong with an INI file: CPython's own messages, with a place and a way out.

use std::path::PathBuf;

use super::location::Location;
use super::pytext::repr;

/// An error of the INI reader. It displays CPython's message for the same error.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct IniError {
    /// What is wrong.
    pub kind: Box<IniErrorKind>,
    /// Where it stands; absent for values that a program has set.
    pub location: Option<Box<Location>>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl IniError {
    pub(crate) fn new(kind: IniErrorKind) -> Self {
        Self {
            kind: Box::new(kind),
            location: None,
            hint: None,
        }
    }

    pub(crate) fn at(mut self, location: Option<Location>) -> Self {
        self.location = location.map(Box::new);
        self
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// The errors of CPython's `configparser`, one variant for each exception class.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IniErrorKind {
    /// The file exists and cannot be read as text.
    #[error("{}", unreadable(path, reason))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why it cannot be read.
        reason: String,
    },
    /// An option stands before the first `[section]`.
    #[error(
        "File contains no section headers.\nfile: {}, line: {line}\n{}",
        repr(source_name),
        repr(text)
    )]
    MissingSectionHeader {
        /// The file's name.
        source_name: String,
        /// The line's number.
        line: usize,
        /// The line with its end.
        text: String,
    },
    /// Lines that are neither a header, an option nor a continuation.
    #[error("{}", parsing_message(source_name, lines))]
    Parsing {
        /// The file's name.
        source_name: String,
        /// Number and text of each such line.
        lines: Vec<(usize, String)>,
    },
    /// A section appears twice in the file, or is added a second time.
    #[error("{}", duplicate_section(section, place))]
    DuplicateSection {
        /// The section.
        section: String,
        /// The file and the line of the second header; absent when a program adds the section.
        place: Option<(String, usize)>,
    },
    /// An option appears twice in one section.
    #[error(
        "While reading from {} [line {line:2}]: option {} in section {} already exists",
        repr(source_name),
        repr(option),
        repr(section)
    )]
    DuplicateOption {
        /// The file's name.
        source_name: String,
        /// Line of the second occurrence.
        line: usize,
        /// The section.
        section: String,
        /// The option, folded.
        option: String,
    },
    /// A section was asked for that does not exist.
    #[error("No section: {}", repr(section))]
    NoSection {
        /// The section.
        section: String,
    },
    /// An option was asked for that does not exist.
    #[error("No option {} in section: {}", repr(option), repr(section))]
    NoOption {
        /// The section.
        section: String,
        /// The option.
        option: String,
    },
    /// A `%` in a value that is neither `%%` nor the start of `%(name)s`.
    #[error("{message}")]
    InterpolationSyntax {
        /// The section of the option that was asked for.
        section: String,
        /// The option that was asked for.
        option: String,
        /// CPython's message.
        message: String,
    },
    /// `%(name)s` names an option that is neither in the section nor in `[DEFAULT]`.
    #[error(
        "Bad value substitution: option {} in section {} contains an interpolation key {} which is not a valid \
        option name. Raw value: {}",
        repr(option),
        repr(section),
        repr(reference),
        repr(raw)
    )]
    InterpolationMissingOption {
        /// The section of the option that was asked for.
        section: String,
        /// The option that was asked for.
        option: String,
        /// The name that is missing.
        reference: String,
        /// The value as it stands in the file.
        raw: String,
    },
    /// References nest more than ten deep, or in a circle.
    #[error(
        "Recursion limit exceeded in value substitution: option {} in section {} contains an interpolation key \
        which cannot be substituted in 10 steps. Raw value: {}",
        repr(option),
        repr(section),
        repr(raw)
    )]
    InterpolationDepth {
        /// The section of the option that was asked for.
        section: String,
        /// The option that was asked for.
        option: String,
        /// The value as it stands in the file.
        raw: String,
    },
    /// A program sets a value or adds a section that the format does not allow (Python's `ValueError`).
    #[error("{message}")]
    Value {
        /// CPython's message.
        message: String,
    },
}

impl IniErrorKind {
    /// The name of the Python exception that CPython raises for this error, for scripts that catch it.
    pub fn exception_name(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "UnicodeDecodeError",
            Self::MissingSectionHeader { .. } => "MissingSectionHeaderError",
            Self::Parsing { .. } => "ParsingError",
            Self::DuplicateSection { .. } => "DuplicateSectionError",
            Self::DuplicateOption { .. } => "DuplicateOptionError",
            Self::NoSection { .. } => "NoSectionError",
            Self::NoOption { .. } => "NoOptionError",
            Self::InterpolationSyntax { .. } => "InterpolationSyntaxError",
            Self::InterpolationMissingOption { .. } => "InterpolationMissingOptionError",
            Self::InterpolationDepth { .. } => "InterpolationDepthError",
            Self::Value { .. } => "ValueError",
        }
    }
}

fn unreadable(path: &std::path::Path, reason: &str) -> String {
    format!("Can't read {}: {reason}", path.display())
}

fn parsing_message(source: &str, lines: &[(usize, String)]) -> String {
    let mut message = format!("Source contains parsing errors: {}", repr(source));
    for (number, line) in lines {
        message.push_str(&format!("\n\t[line {number:2}]: {}", repr(line)));
    }
    message
}

fn duplicate_section(section: &str, place: &Option<(String, usize)>) -> String {
    match place {
        Some((source, line)) => {
            format!(
                "While reading from {} [line {line:2}]: section {} already exists",
                repr(source),
                repr(section)
            )
        }
        None => format!("Section {} already exists", repr(section)),
    }
}
