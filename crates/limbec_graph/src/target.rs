//! The grammar of targets: `[branch@][symbol]+N`, and ranges `a:b`.

use thiserror::Error;

use crate::revision::RevId;

/// A target that counts steps from somewhere: `+2`, `ae10-1`, `billing@+1`, `billing@ae10+3`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relative {
    /// The part before `@`.
    pub branch: Option<RevId>,
    /// The revision to count from; the current state when there is none.
    pub symbol: Option<RevId>,
    /// The number as written, with its sign.
    pub written: String,
    /// The number; absurdly large ones are cut off at the limits of the type.
    pub steps: i64,
}

impl Relative {
    /// Reads a relative target; `None` if the text is none.
    ///
    /// Alembic matches `(?:(.+?)@)?(\w+)?((?:\+|-)\d+)` at the start of the text and ignores what follows the match.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.match_indices('@')
            .map(|(position, _)| (&text[..position], &text[position + 1..]))
            .filter(|(branch, _)| !branch.is_empty())
            .take_while(|(branch, _)| !branch.contains('\n'))
            .find_map(|(branch, rest)| Self::parse_steps(Some(branch), rest))
            .or_else(|| Self::parse_steps(None, text))
    }

    /// Reads `(\w+)?((?:\+|-)\d+)`.
    fn parse_steps(branch: Option<&str>, text: &str) -> Option<Self> {
        let symbol_end =
            text.find(|character: char| !(character.is_alphanumeric() || character == '_'))?;
        let (symbol, number) = text.split_at(symbol_end);
        if !number.starts_with(['+', '-']) {
            return None;
        }
        let digits = number[1..]
            .find(|character: char| !character.is_ascii_digit())
            .unwrap_or(number.len() - 1);
        if digits == 0 {
            return None;
        }
        let written = &number[..=digits];
        Some(Self {
            branch: branch.map(Into::into),
            symbol: (!symbol.is_empty()).then(|| symbol.into()),
            written: written.to_owned(),
            steps: saturating_number(written),
        })
    }

    /// The absolute value as Python prints it: without leading zeros.
    #[must_use]
    pub(crate) fn count(&self) -> String {
        let digits = self.written[1..].trim_start_matches('0');
        if digits.is_empty() { "0" } else { digits }.to_owned()
    }

    /// The number as Python prints an integer: with a minus sign or none.
    pub(crate) fn as_integer(&self) -> String {
        let count = self.count();
        if self.written.starts_with('-') && count != "0" {
            format!("-{count}")
        } else {
            count
        }
    }
}

/// Reads digits with a sign; too large numbers become the largest or smallest there is.
fn saturating_number(text: &str) -> i64 {
    text.parse().unwrap_or(if text.starts_with('-') {
        i64::MIN
    } else {
        i64::MAX
    })
}

/// Reads what Python's `int()` takes, if it is negative: blanks around it and underscores between digits are allowed.
pub(crate) fn negative_integer(text: &str) -> Option<i64> {
    let digits = text.trim().strip_prefix('-')?;
    let well_formed = digits
        .split('_')
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    if !well_formed {
        return None;
    }
    let number = saturating_number(&format!("-{}", digits.replace('_', "")));
    (number < 0).then_some(number)
}

/// A range that is malformed or stands where none may stand.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RangeError {
    /// `history -r` without a colon.
    #[error("History range requires [start]:[end], [start]:, or :[end]")]
    HistoryNeedsColon,
    /// More than one colon; Alembic stops with a `ValueError` here.
    #[error("Range '{range}' has more than one ':'")]
    TooManyColons {
        /// The text.
        range: String,
    },
    /// A range for `upgrade` or `downgrade` without `--sql`.
    #[error("Range revision not allowed")]
    NotAllowed,
    /// `downgrade --sql` without a range.
    #[error("downgrade with --sql requires <fromrev>:<torev>")]
    DowngradeNeedsRange,
    /// `stamp --sql` with ranges that start at different revisions.
    #[error("Stamp operation with --sql only supports a single starting revision at a time")]
    SeveralStarts,
}

/// The two ends of `a:b`; an end that is empty is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RevisionRange {
    /// The part before the colon.
    pub start: Option<String>,
    /// The part after the colon.
    pub end: Option<String>,
}

impl RevisionRange {
    /// Reads the range of `history -r`.
    ///
    /// # Errors
    /// When there is not exactly one colon.
    pub fn for_history(text: &str) -> Result<Self, RangeError> {
        if !text.contains(':') {
            return Err(RangeError::HistoryNeedsColon);
        }
        let (start, end) = split(text.trim())?.ok_or(RangeError::HistoryNeedsColon)?;
        let end_or_none = |end: &str| (!end.is_empty()).then(|| end.to_owned());
        Ok(Self {
            start: end_or_none(start),
            end: end_or_none(end),
        })
    }

    /// Reads the target of `upgrade`: a range only with `--sql`. Gives the start, if any, and the destination.
    ///
    /// # Errors
    /// A range without `--sql`, or more than one colon.
    pub fn for_upgrade(text: &str, sql: bool) -> Result<(Option<&str>, &str), RangeError> {
        match split(text) {
            Ok(None) => Ok((None, text)),
            _ if !sql => Err(RangeError::NotAllowed),
            Ok(Some((start, end))) => Ok((Some(start), end)),
            Err(error) => Err(error),
        }
    }

    /// Reads the target of `downgrade`: a range with `--sql` and only then.
    ///
    /// # Errors
    /// A range without `--sql`, none with `--sql`, or more than one colon.
    pub fn for_downgrade(text: &str, sql: bool) -> Result<(Option<&str>, &str), RangeError> {
        if sql && !text.contains(':') {
            return Err(RangeError::DowngradeNeedsRange);
        }
        Self::for_upgrade(text, sql)
    }

    /// Reads the targets of `stamp --sql`, each of which may be a range. Gives the one start and the destinations.
    ///
    /// # Errors
    /// Ranges with different starts, or more than one colon.
    pub fn for_offline_stamp<S: AsRef<str>>(
        targets: &[S],
    ) -> Result<(Option<String>, Vec<RevId>), RangeError> {
        let mut common: Option<&str> = None;
        let mut destinations = Vec::with_capacity(targets.len());
        for target in targets {
            let target = target.as_ref();
            let Some((start, destination)) = split(target)? else {
                destinations.push(target.into());
                continue;
            };
            if *common.get_or_insert(start) != start {
                return Err(RangeError::SeveralStarts);
            }
            destinations.push(destination.into());
        }
        Ok((common.map(str::to_owned), destinations))
    }
}

/// Splits at the only colon.
fn split(text: &str) -> Result<Option<(&str, &str)>, RangeError> {
    match text.split_once(':') {
        Some((_, rest)) if rest.contains(':') => Err(RangeError::TooManyColons {
            range: text.to_owned(),
        }),
        parts => Ok(parts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(Option<String>, Option<String>, i64)> {
        Relative::parse(text).map(|relative| {
            let owned = |part: Option<RevId>| part.map(|part| part.to_string());
            (
                owned(relative.branch),
                owned(relative.symbol),
                relative.steps,
            )
        })
    }

    #[test]
    fn relative_targets_are_found_where_the_pattern_of_alembic_finds_them() {
        let some = |branch: &str, symbol: &str, steps| {
            let part = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            Some((part(branch), part(symbol), steps))
        };
        assert_eq!(parts("+2"), some("", "", 2));
        assert_eq!(parts("ae10-1"), some("", "ae10", -1));
        assert_eq!(parts("a@b+1"), some("a", "b", 1));
        assert_eq!(parts("my-branch@+1"), some("my-branch", "", 1));
        assert_eq!(parts("a@b@c+1"), some("a@b", "c", 1));
        assert_eq!(parts("label-1@head"), some("", "label", -1));
        assert_eq!(parts("my-branch@head"), None);
        assert_eq!(parts("ae10+1 and more"), some("", "ae10", 1));
        assert_eq!(parts("+-1"), None);
        assert_eq!(parts("head"), None);
        assert_eq!(parts(""), None);
    }

    #[test]
    fn numbers_print_as_python_prints_integers() {
        let relative = Relative::parse("-007").unwrap();
        assert_eq!(
            (relative.count(), relative.as_integer()),
            ("7".into(), "-7".into())
        );
        let huge = Relative::parse("+99999999999999999999").unwrap();
        assert_eq!((huge.steps, huge.count().len()), (i64::MAX, 20));
    }

    #[test]
    fn negative_integers_are_those_of_python() {
        assert_eq!(negative_integer(" -1_0 "), Some(-10));
        for text in ["-1__0", "-", "--1", "-0", "1", "- 1", "-1_"] {
            assert_eq!(negative_integer(text), None, "{text}");
        }
    }

    #[test]
    fn ranges_are_taken_where_alembic_takes_them() {
        let history = |text: &str| {
            let range = RevisionRange::for_history(text)?;
            Ok((
                range.start.unwrap_or_default(),
                range.end.unwrap_or_default(),
            ))
        };
        let ends = |start: &str, end: &str| Ok((start.to_owned(), end.to_owned()));
        assert_eq!(history(" a:b "), ends("a", "b"));
        assert_eq!(history("a:"), ends("a", ""));
        assert_eq!(history(":b"), ends("", "b"));
        assert_eq!(history("ab"), Err(RangeError::HistoryNeedsColon));
        assert!(matches!(
            history("a:b:c"),
            Err(RangeError::TooManyColons { .. })
        ));

        assert_eq!(
            RevisionRange::for_upgrade("head", false),
            Ok((None, "head"))
        );
        assert_eq!(
            RevisionRange::for_upgrade("a:b", true),
            Ok((Some("a"), "b"))
        );
        assert_eq!(
            RevisionRange::for_upgrade("a:b", false),
            Err(RangeError::NotAllowed)
        );
        assert_eq!(
            RevisionRange::for_downgrade("a:b", true),
            Ok((Some("a"), "b"))
        );
        assert_eq!(RevisionRange::for_downgrade("-1", false), Ok((None, "-1")));
        assert_eq!(
            RevisionRange::for_downgrade("-1", true),
            Err(RangeError::DowngradeNeedsRange)
        );

        let stamp = |targets: &[&str]| RevisionRange::for_offline_stamp(targets);
        assert_eq!(
            stamp(&["a:b", "c"]),
            Ok((Some("a".into()), vec!["b".into(), "c".into()]))
        );
        assert_eq!(stamp(&["a:b", "c:d"]), Err(RangeError::SeveralStarts));
    }
}
