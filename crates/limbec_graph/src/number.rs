//! Sequential revision identifiers: `version_num_format = %04d`.

use thiserror::Error;

use crate::map::RevisionMap;
use crate::revision::RevId;

/// The length of the identifiers that Alembic draws at random. One of these may consist of digits by chance.
const RANDOM_ID_LENGTH: usize = 12;

/// A format that is not of the form `%04d`, with or without text around it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NumberFormatError {
    /// There is no `%d`, or more than one.
    #[error("'{format}' must contain exactly one number such as %04d")]
    NotOneNumber {
        /// The format.
        format: String,
    },
    /// A `%` is followed by something else than a width and `d`.
    #[error(
        "'%' must be followed by a width and 'd', as in %04d, at position {position} of '{format}'"
    )]
    UnknownConversion {
        /// The format.
        format: String,
        /// The position of the `%`, counted in characters from one.
        position: usize,
    },
}

/// A format such as `%04d` or `r%d`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberFormat {
    prefix: String,
    width: usize,
    zeros: bool,
    suffix: String,
}

impl NumberFormat {
    /// Reads a format: text, one `%d` with an optional width, and `%%` for a percent sign.
    ///
    /// # Errors
    /// Other conversions than `%d`, none, or several.
    pub fn parse(format: &str) -> Result<Self, NumberFormatError> {
        let mut parts = vec![String::new()];
        let mut padding = None;
        let mut rest = format;
        while let Some((text, conversion)) = rest.split_once('%') {
            let literal = parts.last_mut().expect("the list starts with one part");
            literal.push_str(text);
            if let Some(after) = conversion.strip_prefix('%') {
                literal.push('%');
                rest = after;
                continue;
            }
            let digits = conversion.bytes().take_while(u8::is_ascii_digit).count();
            let (width, after) = conversion.split_at(digits);
            let width_or_none = if width.is_empty() {
                Ok(0)
            } else {
                width.parse()
            };
            let (Some(after), Ok(number @ 0..=32)) = (after.strip_prefix('d'), width_or_none)
            else {
                let before = format.len() - rest.len() + text.len();
                return Err(NumberFormatError::UnknownConversion {
                    format: format.to_owned(),
                    position: format[..before].chars().count() + 1,
                });
            };
            padding = Some((number, width.starts_with('0')));
            parts.push(String::new());
            rest = after;
        }
        match (parts.as_mut_slice(), padding) {
            ([prefix, suffix], Some((width, zeros))) => {
                suffix.push_str(rest);
                Ok(Self {
                    prefix: std::mem::take(prefix),
                    width,
                    zeros,
                    suffix: std::mem::take(suffix),
                })
            }
            _ => Err(NumberFormatError::NotOneNumber {
                format: format.to_owned(),
            }),
        }
    }

    /// The identifier of a number.
    #[must_use]
    pub fn format(&self, number: u64) -> String {
        let Self {
            prefix,
            width,
            suffix,
            ..
        } = self;
        if self.zeros {
            format!("{prefix}{number:0width$}{suffix}")
        } else {
            format!("{prefix}{number:width$}{suffix}")
        }
    }

    /// The number of an identifier, if it has one in this format.
    fn number_of(&self, id: &str) -> Option<u64> {
        let digits = id
            .strip_prefix(self.prefix.as_str())?
            .strip_suffix(self.suffix.as_str())?
            .trim_start_matches(' ');
        let random = id.len() == RANDOM_ID_LENGTH && self.width < RANDOM_ID_LENGTH;
        if digits.is_empty() || random || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok()
    }
}

impl RevisionMap {
    /// The identifier after the highest number that any revision has, over all branches; the first is 1.
    #[must_use]
    pub fn next_number(&self, format: &NumberFormat) -> RevId {
        let mut number = self
            .revisions()
            .filter_map(|revision| format.number_of(&revision.id))
            .max()
            .unwrap_or(0);
        loop {
            number = number.saturating_add(1);
            let id = format.format(number);
            // A label may have taken the name, and the very last number may be in use.
            if self.node(&id).is_none() || number == u64::MAX {
                return id.into();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(format: &str, ids: &[&str]) -> String {
        let revisions = ids.iter().map(|id| Revision::new(id, [] as [&str; 0]));
        let (map, _) = RevisionMap::build(revisions).unwrap();
        map.next_number(&NumberFormat::parse(format).unwrap())
            .to_string()
    }

    use crate::revision::Revision;

    #[test]
    fn the_next_number_follows_the_highest_one() {
        assert_eq!(next("%04d", &[]), "0001");
        assert_eq!(next("%04d", &["0001", "0009", "8bd76168eb7e"]), "0010");
        assert_eq!(next("%04d", &["001", "007"]), "0008");
        assert_eq!(next("r%d", &["r1", "12", "r2"]), "r3");
        assert_eq!(next("%03d_x", &["999_x"]), "1000_x");
        assert_eq!(next("%04d", &["0003", "473291847362"]), "0004");
        assert_eq!(next("%012d", &["000000000041"]), "000000000042");
        assert_eq!(next("50%%%d", &["50%1"]), "50%2");
    }

    #[test]
    fn formats_that_are_no_numbers_are_refused() {
        for format in ["", "abc", "%%", "%d%d", "%"] {
            assert!(NumberFormat::parse(format).is_err(), "{format}");
        }
        let error = NumberFormat::parse("v%04x").unwrap_err();
        assert!(error.to_string().contains("position 2"), "{error}");
    }
}
