//! Texts with placeholders, by the rules of `psycopg2`: `%s`, `%(name)s`, and `%%` for a percent
//! sign. A text that comes without values has no placeholders, and its percent signs are its own.

use std::collections::HashMap;

use limbec_schema::Literal;

use super::adapt::Adapter;
use super::error::{python_error, wrong};
use crate::db_error::DbError;

/// The values of one statement.
pub(super) enum Values<'a> {
    /// By their order.
    Ordered(&'a [Literal]),
    /// By their names.
    Named(HashMap<&'a str, &'a Literal>),
}

impl<'a> Values<'a> {
    /// Values by name.
    pub(super) fn named(pairs: impl Iterator<Item = (&'a str, &'a Literal)>) -> Self {
        Values::Named(pairs.collect())
    }
}

/// The text with the values written into it.
///
/// # Errors
/// What Python raises for a placeholder that is not understood, or for too few or too many values.
pub(super) fn interpolate(
    sql: &str,
    values: &Values<'_>,
    adapter: Adapter,
) -> Result<String, DbError> {
    let mut state = State {
        adapter,
        values,
        out: String::with_capacity(sql.len() + 64),
        ordered: 0,
        named: false,
        unfit: None,
    };
    let mut rest = sql;
    while let Some(at) = rest.find('%') {
        state.out.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let place = sql.len() - behind.len();
        rest = match behind.strip_prefix('%') {
            Some(rest) => {
                state.out.push('%');
                rest
            }
            None => state.placeholder(behind, place)?,
        };
    }
    state.out.push_str(rest);
    state.finish()
}

struct State<'a> {
    adapter: Adapter,
    values: &'a Values<'a>,
    out: String,
    /// How many values have been used by their order.
    ordered: usize,
    /// Whether a value has been used by its name.
    named: bool,
    /// The first placeholder with a wrong letter; `psycopg2` looks up all values before it notices.
    unfit: Option<DbError>,
}

impl State<'_> {
    /// One placeholder; `behind` is the text behind its percent sign, `place` where that begins.
    fn placeholder<'t>(&mut self, behind: &'t str, place: usize) -> Result<&'t str, DbError> {
        let values = self.values;
        let (value, rest) = match behind.strip_prefix('(') {
            Some(named) => {
                let Some((name, rest)) = named.split_once(')') else {
                    return Err(wrong("incomplete placeholder: '%(' without ')'"));
                };
                if self.ordered > 0 {
                    return Err(mixed());
                }
                self.named = true;
                (by_name(values, name)?, rest)
            }
            None if self.named => return Err(mixed()),
            None => {
                self.ordered += 1;
                (by_order(values, self.ordered - 1)?, behind)
            }
        };
        let Some(letter) = rest.chars().next() else {
            self.note(|| python_error("ValueError", "incomplete format"));
            return Ok(rest);
        };
        if letter == 's' {
            self.adapter.push(&mut self.out, value)?;
            return Ok(&rest[1..]);
        }
        if letter == '%' {
            return Err(mixed());
        }
        let at = place + behind.len() - rest.len();
        self.note(|| {
            let code = u32::from(letter);
            python_error(
                "ValueError",
                format!("unsupported format character '{letter}' (0x{code:x}) at index {at}"),
            )
        });
        Ok(&rest[letter.len_utf8()..])
    }

    fn note(&mut self, error: impl FnOnce() -> DbError) {
        self.unfit.get_or_insert_with(error);
    }

    fn finish(self) -> Result<String, DbError> {
        if let Some(error) = self.unfit {
            return Err(error);
        }
        match self.values {
            Values::Ordered(values) if self.ordered > 0 && self.ordered < values.len() => {
                Err(python_error(
                    "TypeError",
                    "not all arguments converted during string formatting",
                ))
            }
            _ => Ok(self.out),
        }
    }
}

fn by_name<'a>(values: &'a Values<'_>, name: &str) -> Result<&'a Literal, DbError> {
    match values {
        Values::Named(values) => match values.get(name) {
            Some(value) => Ok(value),
            None => Err(python_error("KeyError", name)),
        },
        Values::Ordered(_) => Err(python_error(
            "TypeError",
            "tuple indices must be integers or slices, not str",
        )),
    }
}

fn by_order<'a>(values: &'a Values<'_>, place: usize) -> Result<&'a Literal, DbError> {
    match values {
        Values::Ordered(values) => values
            .get(place)
            .ok_or_else(|| python_error("IndexError", "tuple index out of range")),
        // SQLAlchemy sends its own empty dict where there are no values.
        Values::Named(values) if values.is_empty() => Err(python_error(
            "TypeError",
            "sqlalchemy.cyextension.immutabledict.immutabledict is not a sequence",
        )
        .with_hint(PERCENT)),
        Values::Named(_) => {
            Err(python_error("TypeError", "dict is not a sequence").with_hint(PERCENT))
        }
    }
}

/// What to do about a percent sign that was taken for a placeholder.
const PERCENT: &str = "the text contains a percent sign that the driver takes for a placeholder: \
                       write it twice (%%)";

fn mixed() -> DbError {
    wrong("argument formats can't be mixed")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADAPTER: Adapter = Adapter {
        standard_strings: true,
    };

    fn error(sql: &str, values: &Values<'_>) -> String {
        let error = interpolate(sql, values, ADAPTER).expect_err(sql);
        format!("{}: {}", error.driver_class(), error.message)
    }

    #[test]
    fn values_stand_where_the_placeholders_were() {
        let one = [Literal::Int(1)];
        let ordered = Values::Ordered(&one);
        let named = Values::named([("x", &one[0])].into_iter());
        for (sql, values, expected) in [
            ("a%%b", &ordered, "a%b"),
            ("a%sb", &ordered, "a1b"),
            ("a%(x)sb%(x)s", &named, "a1b1"),
            ("é%sé%%", &ordered, "é1é%"),
            ("%%s", &named, "%s"),
            ("$$ :x %% $1 $$", &named, "$$ :x % $1 $$"),
        ] {
            assert_eq!(
                interpolate(sql, values, ADAPTER).unwrap(),
                expected,
                "{sql}"
            );
        }
    }

    /// Each text and what `psycopg2` 2.9 raises for it.
    #[test]
    fn placeholders_that_are_none() {
        let one = [Literal::Int(1)];
        let two = [Literal::Int(1), Literal::Int(2)];
        let nothing = Values::named(std::iter::empty());
        let named = || Values::named([("x", &one[0])].into_iter());
        let ordered = || Values::Ordered(&one);
        let empty = "builtins.TypeError: sqlalchemy.cyextension.immutabledict.immutabledict \
                     is not a sequence";
        let sequence = "builtins.TypeError: dict is not a sequence";
        let mixed = "psycopg2.ProgrammingError: argument formats can't be mixed";
        let indices = "builtins.TypeError: tuple indices must be integers or slices, not str";
        for (sql, values, expected) in [
            ("a%b", &nothing, empty),
            ("a%b", &named(), sequence),
            ("100%", &named(), sequence),
            (
                "a%b",
                &Values::Ordered(&[]),
                "builtins.IndexError: tuple index out of range",
            ),
            (
                "a%b",
                &ordered(),
                "builtins.ValueError: unsupported format character 'b' (0x62) at index 2",
            ),
            (
                "%(x)d",
                &named(),
                "builtins.ValueError: unsupported format character 'd' (0x64) at index 4",
            ),
            ("a%", &ordered(), "builtins.ValueError: incomplete format"),
            (
                "a%sb",
                &Values::Ordered(&two),
                "builtins.TypeError: not all arguments converted during string formatting",
            ),
            ("%(x)s", &nothing, "builtins.KeyError: x"),
            ("%(a(b))s", &named(), "builtins.KeyError: a(b"),
            ("%(x)s", &ordered(), indices),
            (
                "%(x",
                &named(),
                "psycopg2.ProgrammingError: incomplete placeholder: '%(' without ')'",
            ),
            ("%(x)s %s", &named(), mixed),
            ("%s %(x)s", &ordered(), mixed),
            ("%(x)%", &named(), mixed),
        ] {
            assert_eq!(error(sql, values), expected, "{sql}");
        }
    }
}
