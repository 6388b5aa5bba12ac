//! The names of new revision files: slugs, `file_template`, random identifiers.

use std::path::{Path, PathBuf};

use unicode_normalization::char::is_combining_mark;

use super::create_date::CreateDate;
use super::error::ScriptError;
use crate::config::percent::{self, FormatArgs, FormatError};

/// `file_template` when the configuration has none.
pub const DEFAULT_FILE_TEMPLATE: &str = "%(rev)s_%(slug)s";

/// The words of a message joined by underscores, in lower case, cut behind a word when longer than `limit` characters.
///
/// Letters and digits of every script count as parts of words, by the rule of Python's `\w`.
#[must_use]
pub fn slug(message: &str, limit: usize) -> String {
    let words: Vec<&str> = message
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty())
        .collect();
    let slug = words.join("_").to_lowercase();
    if slug.chars().count() <= limit {
        return slug;
    }
    let cut: String = slug.chars().take(limit).collect();
    let whole_words = cut
        .rsplit_once('_')
        .map_or(cut.as_str(), |(before, _)| before);
    format!("{whole_words}_")
}

/// Python's `\w` for `str` patterns: letters and numbers of any script, and the underscore; marks are not.
fn is_word(c: char) -> bool {
    // Rust calls these enclosed letters alphabetic; for Python they are symbols.
    let enclosed = matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f149}' | '\u{1f150}'..='\u{1f169}'
        | '\u{1f170}'..='\u{1f189}');
    c == '_' || (c.is_alphanumeric() && !is_combining_mark(c) && !enclosed)
}

/// What goes into the name of a file.
#[derive(Debug, Clone, Copy)]
pub struct FileName<'a> {
    /// `file_template`.
    pub template: &'a str,
    /// `truncate_slug_length`.
    pub slug_limit: usize,
    /// The revision's identifier.
    pub rev_id: &'a str,
    /// The message, if one was given.
    pub message: Option<&'a str>,
    /// When the revision is made.
    pub date: &'a CreateDate,
    /// What the name ends with: `py` or `sql`.
    pub extension: &'a str,
}

impl FileName<'_> {
    /// The path of the new file below `folder`; the template may name folders.
    ///
    /// # Errors
    /// When the template has an unknown field, or one that does not fit its format.
    pub fn path(&self, folder: &Path) -> Result<PathBuf, FormatError> {
        let slug = slug(self.message.unwrap_or_default(), self.slug_limit);
        let name = percent::format(self.template, &self.fields(&slug))?;
        Ok(folder.join(format!("{name}.{}", self.extension)))
    }

    fn fields(&self, slug: &str) -> FormatArgs {
        let date = self.date;
        let numbers = [
            ("epoch", date.epoch()),
            ("year", date.year()),
            ("month", date.month()),
            ("day", date.day()),
            ("hour", date.hour()),
            ("minute", date.minute()),
            ("second", date.second()),
        ];
        let mut fields: FormatArgs = numbers
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect();
        fields.insert("rev".to_owned(), self.rev_id.into());
        fields.insert("slug".to_owned(), slug.into());
        fields
    }
}

/// A new random identifier: twelve hexadecimal digits, the end of a version 4 UUID as in Alembic.
///
/// # Errors
/// When the operating system has no random numbers.
pub fn random_rev_id() -> Result<String, ScriptError> {
    let mut bytes = [0_u8; 6];
    getrandom::fill(&mut bytes).map_err(|error| {
        ScriptError::command(format!("Can't make a random revision identifier: {error}"))
    })?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_words_of_any_script_in_lower_case() {
        let cases = [
            ("Add email to users", 40, "add_email_to_users"),
            ("описание изменений", 40, "описание_изменений"),
            ("  ÄÖ – ß_x: 1/2 ²Ⅷ ", 40, "äö_ß_x_1_2_²ⅷ"),
            ("", 40, ""),
            ("!!!", 40, ""),
            ("हिन्दी ⓐ", 40, "ह_न_द"),
            ("one two three", 9, "one_two_"),
            ("onetwothree", 5, "onetw_"),
            ("one two", 3, "one_"),
            ("ΟΔΥΣΣΕΥΣ", 40, "οδυσσευς"),
        ];
        for (message, limit, expected) in cases {
            assert_eq!(slug(message, limit), expected, "{message}");
        }
    }

    #[test]
    fn random_identifiers_are_twelve_hexadecimal_digits() {
        let id = random_rev_id().expect("random numbers");
        assert!(
            id.len() == 12
                && id
                    .chars()
                    .all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c)),
            "{id}"
        );
        assert_ne!(id, random_rev_id().expect("random numbers"));
    }
}
