//! What can be compared beside what Alembic compares.

use thiserror::Error;

/// The kinds that are switched on; none by default, as under Alembic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Kinds {
    pub checks: bool,
    pub defaults: bool,
    pub indexes: bool,
    pub enums: bool,
    pub views: bool,
    pub functions: bool,
    pub triggers: bool,
    pub sequences: bool,
    pub extensions: bool,
    /// Tables and the like that no revision has made stay as they are.
    pub foreign: bool,
}

/// A word for a kind, and where it is switched on.
type Word = (&'static str, fn(&mut Kinds) -> &mut bool);

const WORDS: [Word; 10] = [
    ("checks", |kinds| &mut kinds.checks),
    ("defaults", |kinds| &mut kinds.defaults),
    ("indexes", |kinds| &mut kinds.indexes),
    ("enums", |kinds| &mut kinds.enums),
    ("views", |kinds| &mut kinds.views),
    ("functions", |kinds| &mut kinds.functions),
    ("triggers", |kinds| &mut kinds.triggers),
    ("sequences", |kinds| &mut kinds.sequences),
    ("extensions", |kinds| &mut kinds.extensions),
    ("foreign", |kinds| &mut kinds.foreign),
];

/// A word that is none of them.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "there is no kind of comparison '{word}': choose from {}",
    Kinds::words()
)]
pub struct UnknownKind {
    /// The word.
    pub word: String,
}

impl Kinds {
    /// The kinds of a text such as `checks, enums`: `all` are all of them, `none` none.
    ///
    /// # Errors
    /// A word that names no kind.
    pub fn parse(text: &str) -> Result<Self, UnknownKind> {
        let mut kinds = Self::default();
        let words = text
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter(|word| !word.is_empty());
        for word in words {
            let known = WORDS.iter().find(|(known, _)| *known == word);
            match (word, known) {
                (_, Some((_, kind))) => *kind(&mut kinds) = true,
                ("all", None) => WORDS.iter().for_each(|(_, kind)| *kind(&mut kinds) = true),
                ("none", None) => kinds = Self::default(),
                _ => {
                    return Err(UnknownKind {
                        word: word.to_owned(),
                    });
                }
            }
        }
        Ok(kinds)
    }

    /// All that a file of CREATE statements declares.
    pub fn of_a_file() -> Self {
        let mut kinds = Self::default();
        WORDS.iter().for_each(|(_, kind)| *kind(&mut kinds) = true);
        kinds.foreign = false;
        kinds
    }

    /// All words that [`Kinds::parse`] takes.
    pub fn words() -> String {
        let kinds: Vec<&str> = WORDS.iter().map(|(word, _)| *word).collect();
        format!("{}, all, none", kinds.join(", "))
    }

    /// Whether any kind of entity beside tables is compared.
    pub(super) fn entities(self) -> bool {
        self.views || self.functions || self.triggers || self.sequences || self.extensions
    }
}

#[cfg(test)]
mod tests {
    use super::Kinds;

    #[test]
    fn words_are_separated_by_commas_or_blanks() {
        let kinds = Kinds::parse("checks, enums\nviews").unwrap();
        assert!(kinds.checks && kinds.enums && kinds.views && !kinds.indexes);
        assert!(Kinds::parse("all").unwrap().foreign);
        assert_eq!(Kinds::parse("all none").unwrap(), Kinds::default());
        let error = Kinds::parse("chekcs").unwrap_err().to_string();
        assert!(error.contains("'chekcs'") && error.contains("checks, defaults"));
    }
}
