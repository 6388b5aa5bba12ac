//! The sections of a script.

use crate::TextError;
use crate::line::lines;

/// The databases that a section can be for.
const DIALECTS: [&str; 4] = ["sqlite", "postgresql", "mysql", "mariadb"];

/// Which way a section goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// `-- limbec:upgrade`
    Upgrade,
    /// `-- limbec:downgrade`
    Downgrade,
}

impl Direction {
    /// The word of the directive.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Upgrade => "upgrade",
            Self::Downgrade => "downgrade",
        }
    }
}

/// A script, cut into its sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SqlScript {
    /// In the order in which they stand.
    pub sections: Vec<Section>,
}

/// Statements for one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which way it goes.
    pub direction: Direction,
    /// The bytes of the line that says so.
    pub line: (usize, usize),
    /// The databases that it is for; all where it names none.
    pub dialects: Vec<String>,
    /// The bytes of the statements inside of the migration's transaction.
    pub inside: (usize, usize),
    /// The bytes of those outside of it, behind `-- limbec:autocommit`.
    pub outside: Option<(usize, usize)>,
}

impl SqlScript {
    /// Reads the sections of a file. What the statements are is known only for a database.
    ///
    /// # Errors
    /// A directive that does not exist, and statements that stand in no section.
    pub fn parse(source: &str) -> Result<Self, TextError> {
        let mut sections: Vec<Section> = Vec::new();
        for line in lines(source) {
            let (here, start) = (line.bytes, line.end);
            let Some(directive) = line.directive() else {
                if sections.is_empty() && !line.is_comment() {
                    return Err(TextError::new(
                        here,
                        "this statement stands in no section",
                        Some("write `-- limbec:upgrade` on a line above it"),
                    ));
                }
                if let Some(section) = sections.last_mut() {
                    section.extend(start);
                }
                continue;
            };
            let (word, names) = directive
                .split_once(char::is_whitespace)
                .unwrap_or((directive, ""));
            match (word, sections.last_mut()) {
                ("upgrade", _) => sections.push(Section {
                    direction: Direction::Upgrade,
                    line: here,
                    dialects: dialects(here, names)?,
                    inside: (start, start),
                    outside: None,
                }),
                ("downgrade", _) => sections.push(Section {
                    direction: Direction::Downgrade,
                    line: here,
                    dialects: dialects(here, names)?,
                    inside: (start, start),
                    outside: None,
                }),
                ("autocommit", Some(section)) if section.outside.is_none() => {
                    section.outside = Some((start, start));
                }
                ("autocommit", found) => {
                    let (message, hint) = match found {
                        Some(_) => (
                            "autocommit stands here for the second time in this section",
                            "leave it out: all that stands below the first one runs outside of the transaction",
                        ),
                        None => (
                            "autocommit stands in no section",
                            "write `-- limbec:upgrade` or `-- limbec:downgrade` on a line above it",
                        ),
                    };
                    return Err(TextError::new(here, message, Some(hint)));
                }
                _ => {
                    return Err(TextError::new(
                        here,
                        format!("there is no directive limbec:{word}"),
                        Some(
                            "the directives are limbec:upgrade, limbec:downgrade and limbec:autocommit",
                        ),
                    ));
                }
            }
        }
        Ok(Self { sections })
    }
}

impl Section {
    fn extend(&mut self, end: usize) {
        match &mut self.outside {
            Some(outside) => outside.1 = end,
            None => self.inside.1 = end,
        }
    }

    /// Whether it runs on the way to or from a revision, on a database.
    #[must_use]
    pub fn is_for(&self, direction: Direction, dialect: &str) -> bool {
        self.direction == direction
            && (self.dialects.is_empty() || self.dialects.iter().any(|name| name == dialect))
    }
}

fn dialects(here: (usize, usize), names: &str) -> Result<Vec<String>, TextError> {
    let names = names
        .split([',', ' ', '\t'])
        .filter(|name| !name.is_empty());
    names
        .map(|name| match DIALECTS.contains(&name) {
            true => Ok(name.to_owned()),
            false => Err(TextError::new(
                here,
                format!("there is no database {name}"),
                Some(&format!("the databases are {}", DIALECTS.join(", "))),
            )),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(source: &str) -> Vec<&str> {
        let script = SqlScript::parse(source).expect("a script");
        let ranges = script.sections.iter().map(|section| section.inside);
        ranges.map(|(from, to)| &source[from..to]).collect()
    }

    #[test]
    fn a_directive_is_one_however_it_is_set() {
        let plain = "-- limbec:upgrade\nA;\n-- limbec:downgrade\nB;";
        for source in [
            plain.to_owned(),
            plain.replace("-- ", "--"),
            plain.replace("-- ", "\t--   "),
            plain.replace(':', ": "),
            plain.replace("limbec", "Limbec"),
            format!("\u{feff}{plain}"),
        ] {
            assert_eq!(inside(&source), ["A;\n", "B;"], "{source}");
        }
        assert_eq!(inside(&plain.replace('\n', "\r\n")), ["A;\r\n", "B;"]);
    }

    #[test]
    fn what_looks_like_a_directive_is_no_comment() {
        for wrong in [
            "-- limbec:Upgrade",
            "--limbec:down",
            "-- LIMBEC:",
            "-- limbec: autocomit",
        ] {
            let source = format!("-- limbec:upgrade\nA;\n{wrong}\nB;\n");
            let error = SqlScript::parse(&source).expect_err(wrong);
            assert!(
                error.message.starts_with("there is no directive limbec:"),
                "{error}"
            );
        }
    }
}
