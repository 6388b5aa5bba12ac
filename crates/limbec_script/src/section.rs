//! The sections of a script.

use crate::TextError;

/// What a line with a directive begins with.
pub(crate) const DIRECTIVE: &str = "-- limbec:";

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
        let mut start = 0;
        for line in source.split_inclusive('\n') {
            let here = (start, start + line.trim_end().len());
            start += line.len();
            let line = line.trim_end();
            let Some(directive) = line.strip_prefix(DIRECTIVE) else {
                if sections.is_empty() && !(line.is_empty() || line.starts_with("--")) {
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
                    dialects: dialects(here, names)?,
                    inside: (start, start),
                    outside: None,
                }),
                ("downgrade", _) => sections.push(Section {
                    direction: Direction::Downgrade,
                    dialects: dialects(here, names)?,
                    inside: (start, start),
                    outside: None,
                }),
                ("autocommit", Some(section)) if section.outside.is_none() => {
                    section.outside = Some((start, start));
                }
                ("autocommit", found) => {
                    let message = match found {
                        Some(_) => "autocommit stands here for the second time in this section",
                        None => "autocommit stands in no section",
                    };
                    return Err(TextError::new(here, message, None));
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
