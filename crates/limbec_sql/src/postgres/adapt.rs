//! Values as `psycopg2` writes them into a statement.
//!
//! `psycopg2` sends no values beside a statement: it writes each into the text, by the adapters of
//! its types. What PostgreSQL makes of a value (its type above all) depends on how it is written, so
//! it is written the same way here.

use std::fmt::Write;

use limbec_schema::Literal;

use super::error::python_error;
use crate::db_error::DbError;
use crate::literal::float_repr;

const SECOND: i128 = 1_000_000;
const DAY: i128 = 86_400 * SECOND;

/// Writes values into texts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Adapter {
    /// `standard_conforming_strings`: a backslash in a string is only a backslash.
    pub standard_strings: bool,
}

impl Adapter {
    /// Writes a value.
    ///
    /// # Errors
    /// A text with a NUL character, which no PostgreSQL text can hold.
    pub(super) fn push(self, sql: &mut String, value: &Literal) -> Result<(), DbError> {
        match value {
            Literal::Null => sql.push_str("NULL"),
            Literal::Bool(flag) => sql.push_str(if *flag { "true" } else { "false" }),
            Literal::Int(number) => push_number(sql, &number.to_string()),
            Literal::BigInt(digits) => push_number(sql, digits),
            Literal::Float(number) => push_float(sql, *number),
            Literal::Decimal(digits) => push_decimal(sql, digits),
            Literal::Str(text) | Literal::Json(text) => self.push_text(sql, text)?,
            Literal::Bytes(bytes) => self.push_bytes(sql, bytes),
            Literal::Date { year, month, day } => {
                push_fmt(sql, format_args!("'{year:04}-{month:02}-{day:02}'::date"));
            }
            Literal::Time {
                hour,
                minute,
                second,
                micros,
                offset,
            } => {
                sql.push('\'');
                push_clock(sql, [*hour, *minute, *second], *micros);
                push_offset(sql, *offset);
                sql.push_str(if offset.is_some() {
                    "'::timetz"
                } else {
                    "'::time"
                });
            }
            Literal::DateTime {
                year,
                month,
                day,
                hour,
                minute,
                second,
                micros,
                offset,
            } => {
                push_fmt(sql, format_args!("'{year:04}-{month:02}-{day:02}T"));
                push_clock(sql, [*hour, *minute, *second], *micros);
                push_offset(sql, *offset);
                sql.push_str(if offset.is_some() {
                    "'::timestamptz"
                } else {
                    "'::timestamp"
                });
            }
            Literal::Interval { micros } => {
                let (days, rest) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
                let (seconds, micros) = (rest / SECOND, rest % SECOND);
                push_fmt(
                    sql,
                    format_args!("'{days} days {seconds}.{micros:06} seconds'::interval"),
                );
            }
            Literal::Uuid(text) => push_fmt(sql, format_args!("'{text}'::uuid")),
            Literal::List(items) => self.push_list(sql, items)?,
            Literal::Tuple(items) => {
                sql.push('(');
                for (index, item) in items.iter().enumerate() {
                    sql.push_str(if index > 0 { ", " } else { "" });
                    self.push(sql, item)?;
                }
                sql.push(')');
            }
        }
        Ok(())
    }

    fn push_text(self, sql: &mut String, text: &str) -> Result<(), DbError> {
        if text.contains('\0') {
            return Err(python_error(
                "ValueError",
                "A string literal cannot contain NUL (0x00) characters.",
            ));
        }
        sql.push('\'');
        for part in text.split_inclusive(['\'', '\\']) {
            sql.push_str(part);
            match part.as_bytes().last() {
                Some(b'\'') => sql.push('\''),
                Some(b'\\') if !self.standard_strings => sql.push('\\'),
                _ => {}
            }
        }
        sql.push('\'');
        Ok(())
    }

    fn push_bytes(self, sql: &mut String, bytes: &[u8]) {
        sql.push_str(if self.standard_strings {
            "'\\x"
        } else {
            "'\\\\x"
        });
        sql.reserve(bytes.len() * 2 + 9);
        for byte in bytes {
            push_fmt(sql, format_args!("{byte:02x}"));
        }
        sql.push_str("'::bytea");
    }

    /// A list: `ARRAY[...]`, but `'{...}'` where nothing in it tells the type.
    fn push_list(self, sql: &mut String, items: &[Literal]) -> Result<(), DbError> {
        if items.is_empty() {
            sql.push_str("'{}'");
            return Ok(());
        }
        if items.iter().all(only_nulls) {
            sql.push('\'');
            push_nulls(sql, items);
            sql.push('\'');
            return Ok(());
        }
        sql.push_str("ARRAY[");
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                sql.push(',');
            }
            match item {
                Literal::List(inner) if inner.is_empty() => sql.push_str("ARRAY[]"),
                other => self.push(sql, other)?,
            }
        }
        sql.push(']');
        Ok(())
    }
}

fn only_nulls(value: &Literal) -> bool {
    match value {
        Literal::Null => true,
        Literal::List(items) => !items.is_empty() && items.iter().all(only_nulls),
        _ => false,
    }
}

fn push_nulls(sql: &mut String, items: &[Literal]) {
    sql.push('{');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            sql.push(',');
        }
        match item {
            Literal::List(inner) => push_nulls(sql, inner),
            _ => sql.push_str("NULL"),
        }
    }
    sql.push('}');
}

/// A blank stands before a minus, or `x-%s` would begin a comment.
fn push_number(sql: &mut String, digits: &str) {
    if digits.starts_with('-') {
        sql.push(' ');
    }
    sql.push_str(digits);
}

fn push_float(sql: &mut String, number: f64) {
    if number.is_nan() {
        sql.push_str("'NaN'::float");
    } else if number.is_infinite() {
        let sign = if number < 0.0 { "-" } else { "" };
        push_fmt(sql, format_args!("'{sign}Infinity'::float"));
    } else {
        push_number(sql, &float_repr(number));
    }
}

fn push_decimal(sql: &mut String, digits: &str) {
    let finite = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    if finite {
        push_number(sql, digits);
    } else {
        sql.push_str("'NaN'::numeric");
    }
}

fn push_clock(sql: &mut String, [hour, minute, second]: [u8; 3], micros: u32) {
    push_fmt(sql, format_args!("{hour:02}:{minute:02}:{second:02}"));
    if micros != 0 {
        push_fmt(sql, format_args!(".{micros:06}"));
    }
}

fn push_offset(sql: &mut String, offset: Option<i32>) {
    let Some(offset) = offset else {
        return;
    };
    let sign = if offset < 0 { '-' } else { '+' };
    let seconds = offset.unsigned_abs();
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    push_fmt(sql, format_args!("{sign}{hours:02}:{minutes:02}"));
    if seconds % 60 != 0 {
        push_fmt(sql, format_args!(":{:02}", seconds % 60));
    }
}

fn push_fmt(sql: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = sql.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &Literal, standard_strings: bool) -> String {
        let mut sql = String::new();
        let adapter = Adapter { standard_strings };
        adapter
            .push(&mut sql, value)
            .expect("the value can be written");
        sql
    }

    fn text(text: &str) -> Literal {
        Literal::Str(text.to_owned())
    }

    fn list(items: &[Literal]) -> Literal {
        Literal::List(items.to_vec())
    }

    /// Each value and what `psycopg2` 2.9 writes for it.
    #[test]
    fn values_are_written_as_psycopg2_writes_them() {
        let null = list(&[Literal::Null]);
        let one = list(&[Literal::Int(1)]);
        let empty = list(&[]);
        for (value, expected) in [
            (text("a'b"), "'a''b'"),
            (text("a\\b"), "'a\\b'"),
            (
                Literal::Bytes(b"\x00\x01'\\".to_vec()),
                "'\\x0001275c'::bytea",
            ),
            (Literal::Int(-1), " -1"),
            (
                Literal::BigInt("-1000000000000000000000".to_owned()),
                " -1000000000000000000000",
            ),
            (Literal::Float(-1.5), " -1.5"),
            (Literal::Float(1e300), "1e+300"),
            (Literal::Float(-0.0), " -0.0"),
            (Literal::Float(f64::NAN), "'NaN'::float"),
            (Literal::Float(f64::NEG_INFINITY), "'-Infinity'::float"),
            (Literal::Decimal("1E+5".to_owned()), "1E+5"),
            (Literal::Decimal("-1.50".to_owned()), " -1.50"),
            (Literal::Decimal("Infinity".to_owned()), "'NaN'::numeric"),
            (Literal::Bool(true), "true"),
            (
                Literal::Interval {
                    micros: -DAY + 5_000_007,
                },
                "'-1 days 5.000007 seconds'::interval",
            ),
            (
                Literal::Interval { micros: DAY },
                "'1 days 0.000000 seconds'::interval",
            ),
            (
                Literal::DateTime {
                    year: 2020,
                    month: 1,
                    day: 2,
                    hour: 3,
                    minute: 4,
                    second: 5,
                    micros: 6,
                    offset: Some(3723),
                },
                "'2020-01-02T03:04:05.000006+01:02:03'::timestamptz",
            ),
            (
                Literal::Time {
                    hour: 1,
                    minute: 2,
                    second: 3,
                    micros: 4,
                    offset: Some(0),
                },
                "'01:02:03.000004+00:00'::timetz",
            ),
            (list(&[Literal::Int(1), Literal::Int(-2)]), "ARRAY[1, -2]"),
            (list(&[text("a"), Literal::Null]), "ARRAY['a',NULL]"),
            (
                list(&[one.clone(), one.clone()]),
                "ARRAY[ARRAY[1],ARRAY[1]]",
            ),
            (empty.clone(), "'{}'"),
            (
                list(&[empty.clone(), one.clone()]),
                "ARRAY[ARRAY[],ARRAY[1]]",
            ),
            (list(std::slice::from_ref(&empty)), "ARRAY[ARRAY[]]"),
            (Literal::Tuple(vec![Literal::Int(1), text("a")]), "(1, 'a')"),
            (null.clone(), "'{NULL}'"),
            (list(&[list(std::slice::from_ref(&null))]), "'{{{NULL}}}'"),
            (list(&[null.clone(), one]), "ARRAY['{NULL}',ARRAY[1]]"),
            (list(&[null, empty]), "ARRAY['{NULL}',ARRAY[]]"),
        ] {
            assert_eq!(written(&value, true), expected, "{value:?}");
        }
    }

    #[test]
    fn a_server_with_the_old_strings_gets_its_backslashes_twice() {
        assert_eq!(written(&text("a\\b'"), false), "'a\\\\b'''");
        let bytes = Literal::Bytes(vec![0x5c, 1]);
        assert_eq!(written(&bytes, false), "'\\\\x5c01'::bytea");
    }
}
