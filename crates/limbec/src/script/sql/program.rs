//! The statements of a script for one way and one database.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use limbec_script::{Direction, SqlScript};
use limbec_sql::Dialect;
use limbec_sql::split::{PieceKind, Unclosed, leading_words, split};

use super::{location, of_text, revision_line, wrong};
use crate::config::Location;
use crate::script::error::ScriptError;

/// What a script runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SqlProgram {
    /// The file.
    pub path: PathBuf,
    source: Arc<str>,
    /// The statements in order.
    pub steps: Vec<SqlStep>,
}

/// A statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SqlStep {
    start: usize,
    text_end: usize,
    end: usize,
    /// It stands outside of the migration's transaction.
    pub autocommit: bool,
}

impl SqlProgram {
    /// The statements of a script.
    ///
    /// # Errors
    /// No section for this way and this database; something that is opened and not closed; a statement that would end
    /// the migration's transaction.
    pub fn of(
        path: &Path,
        source: &Arc<str>,
        direction: Direction,
        dialect: &dyn Dialect,
    ) -> Result<Self, ScriptError> {
        let script = SqlScript::parse(source).map_err(|error| of_text(path, source, error))?;
        let mut program = Self {
            path: path.to_owned(),
            source: source.clone(),
            steps: Vec::new(),
        };
        let mut found = false;
        for section in &script.sections {
            if !section.is_for(direction, dialect.name()) {
                continue;
            }
            found = true;
            program.read(section.inside, false, dialect)?;
            if let Some(outside) = section.outside {
                program.read(outside, true, dialect)?;
            }
        }
        if found {
            Ok(program)
        } else {
            Err(no_section(path, source, &script, direction, dialect))
        }
    }

    fn read(
        &mut self,
        (from, to): (usize, usize),
        autocommit: bool,
        dialect: &dyn Dialect,
    ) -> Result<(), ScriptError> {
        let source = self.source.clone();
        let text = &source[from..to];
        for piece in split(dialect, text) {
            match piece.kind {
                PieceKind::Blank | PieceKind::Command => {}
                PieceKind::Unclosed { what, at } => {
                    return Err(wrong(
                        &self.path,
                        &source,
                        (from + at, from + at + 1),
                        format!(
                            "{} is opened here and not closed before the end of its section",
                            what.name()
                        ),
                        Some(closing(what, &text[at..])),
                    ));
                }
                PieceKind::Statement { text_end } => {
                    let step = SqlStep {
                        start: from + piece.start,
                        text_end: from + text_end,
                        end: from + piece.end,
                        autocommit,
                    };
                    self.check(step, dialect)?;
                    self.steps.push(step);
                }
            }
        }
        Ok(())
    }

    /// A migration and its row of the version table are one transaction, which no statement may end.
    fn check(&self, step: SqlStep, dialect: &dyn Dialect) -> Result<(), ScriptError> {
        let text = self.text(step);
        let words = leading_words(dialect, text, 3);
        let word = |place: usize| words.get(place).map_or("", String::as_str);
        let refused = |message: &str, hint: &str| {
            let place = (step.start, step.text_end);
            Err(wrong(
                &self.path,
                &self.source,
                place,
                message.to_owned(),
                Some(hint.to_owned()),
            ))
        };
        match (word(0), word(1)) {
            ("ROLLBACK", "TO") => Ok(()),
            ("ROLLBACK", "WORK" | "TRANSACTION") if word(2) == "TO" => Ok(()),
            ("BEGIN" | "COMMIT" | "ROLLBACK" | "END" | "ABORT", _) | ("START", "TRANSACTION")
                if !step.autocommit =>
            {
                refused(
                    "a migration is one transaction, which its script neither begins nor ends",
                    "leave the statement out; what cannot run in a transaction stands below `-- limbec:autocommit`",
                )
            }
            _ if text.starts_with('\\') => refused(
                "commands of psql are no SQL",
                "write the statement that the command stands for",
            ),
            _ => Ok(()),
        }
    }

    /// The statement as it is sent.
    #[must_use]
    pub fn text(&self, step: SqlStep) -> &str {
        &self.source[step.start..step.text_end]
    }

    /// The statement as `--sql` writes it: with what ends it.
    #[must_use]
    pub fn written(&self, step: SqlStep) -> String {
        let end = self.source[step.text_end..step.end].trim();
        match end {
            "" | ";" => format!("{};", self.text(step)),
            other => format!("DELIMITER {other}\n{}{other}\nDELIMITER ;", self.text(step)),
        }
    }

    /// Where a byte of the statement stands in the file; the whole statement where none is known.
    #[must_use]
    pub fn place(&self, step: SqlStep, offset: Option<usize>) -> Location {
        let text = self.text(step);
        let (start, end) = match offset {
            Some(offset) if offset < text.len() && text.is_char_boundary(offset) => (
                step.start + offset,
                step.start + offset + word_length(&text[offset..]),
            ),
            _ => (step.start, step.text_end),
        };
        location(&self.path, &self.source, start, end)
    }
}

/// How far the word reaches that an error is about.
pub(crate) fn word_length(text: &str) -> usize {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    match text.find(|c| !is_word(c)) {
        Some(0) => text.chars().next().map_or(1, char::len_utf8),
        Some(length) => length,
        None => text.len(),
    }
}

fn no_section(
    path: &Path,
    source: &str,
    script: &SqlScript,
    direction: Direction,
    dialect: &dyn Dialect,
) -> ScriptError {
    let (way, dialect) = (direction.name(), dialect.name());
    let others = script
        .sections
        .iter()
        .find(|section| section.direction == direction);
    let (place, message, hint) = match (others, direction) {
        (Some(other), _) => (
            other.line,
            format!("this script has no {way} section for {dialect}"),
            format!("write one, which may be empty: `-- limbec:{way} {dialect}`"),
        ),
        (None, Direction::Upgrade) => (
            revision_line(source),
            "this script has no upgrade section".to_owned(),
            "write one, which may be empty: `-- limbec:upgrade`".to_owned(),
        ),
        (None, Direction::Downgrade) => (
            revision_line(source),
            "this script has no downgrade section: there is no way back".to_owned(),
            "write `-- limbec:downgrade` at its end, and below it the statements that undo the upgrade".to_owned(),
        ),
    };
    wrong(path, source, place, message, Some(hint))
}

/// How to close what is open.
fn closing(what: Unclosed, text: &str) -> String {
    match what {
        Unclosed::String => "write ' behind its last character; a ' inside of a string is written twice".to_owned(),
        Unclosed::Name => "write the same quote behind its last character".to_owned(),
        Unclosed::Comment => "write */ behind it; comments may be nested on PostgreSQL, so that each /* needs its own".to_owned(),
        Unclosed::DollarQuote => {
            let tag = text[1..].find('$').map_or("$$", |end| &text[..end + 2]);
            format!("write {tag} behind it: it ends with the tag that it begins with")
        }
    }
}
