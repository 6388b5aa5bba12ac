//! Values on their way into SQLite and out of it.

use limbec_schema::Literal;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Row, ToSql};

use super::error::{MODULE, programming};
use crate::db_error::{DbError, ErrorClass, PYTHON};

/// A literal that is being bound.
pub(super) struct Bound<'a>(pub &'a Literal);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Literal::Null => ToSqlOutput::Owned(Value::Null),
            Literal::Bool(value) => ToSqlOutput::Owned(Value::Integer(i64::from(*value))),
            Literal::Int(value) => ToSqlOutput::Owned(Value::Integer(*value)),
            Literal::Float(value) => ToSqlOutput::Owned(Value::Real(*value)),
            Literal::Str(text) | Literal::Json(text) => {
                ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes()))
            }
            Literal::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            Literal::Decimal(digits) => {
                ToSqlOutput::Owned(Value::Real(digits.parse().unwrap_or(f64::NAN)))
            }
            other => ToSqlOutput::Owned(Value::Text(stored_text(other))),
        })
    }
}

/// What SQLite cannot hold, as Python's driver says it; `index` counts from 1.
pub(super) fn check_bindable(value: &Literal, index: usize) -> Result<(), DbError> {
    match value {
        Literal::BigInt(_) => Err(DbError::new(
            PYTHON,
            ErrorClass::Data,
            "Python int too large to convert to SQLite INTEGER",
        )
        .with_subclass(Some("OverflowError"))),
        Literal::Tuple(_) => Err(programming(format!(
            "Error binding parameter {index}: type 'tuple' is not supported"
        ))),
        Literal::List(_) => Err(programming(format!(
            "Error binding parameter {index}: type 'list' is not supported"
        ))),
        _ => Ok(()),
    }
}

/// The text in which SQLAlchemy stores dates, times, intervals and UUIDs in SQLite: always with six
/// digits of microseconds, never with a time zone.
fn stored_text(value: &Literal) -> String {
    match value {
        Literal::Date { year, month, day } => date_text(*year, *month, *day),
        Literal::Time {
            hour,
            minute,
            second,
            micros,
            ..
        } => clock_text(*hour, *minute, *second, *micros),
        Literal::DateTime {
            year,
            month,
            day,
            hour,
            minute,
            second,
            micros,
            ..
        } => format!(
            "{} {}",
            date_text(*year, *month, *day),
            clock_text(*hour, *minute, *second, *micros)
        ),
        Literal::Interval { micros } => interval_text(*micros),
        Literal::Uuid(text) => text.replace('-', ""),
        // All other values have a storage class of their own and were handled by the caller.
        _ => String::new(),
    }
}

fn date_text(year: i32, month: u8, day: u8) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

fn clock_text(hour: u8, minute: u8, second: u8, micros: u32) -> String {
    format!("{hour:02}:{minute:02}:{second:02}.{micros:06}")
}

/// An interval is stored as the moment that far from 1970-01-01, as `sa.Interval` does where the
/// database has no intervals.
fn interval_text(micros: i128) -> String {
    const DAY: i128 = 86_400_000_000;
    let days = i64::try_from(micros.div_euclid(DAY)).unwrap_or(0);
    let rest = micros.rem_euclid(DAY);
    let (year, month, day) = civil_from_days(days);
    let part = |unit: i128, size: i128| u8::try_from(rest / unit % size).unwrap_or(0);
    let fraction = u32::try_from(rest % 1_000_000).unwrap_or(0);
    format!(
        "{} {}",
        date_text(year, month, day),
        clock_text(
            part(3_600_000_000, 24),
            part(60_000_000, 60),
            part(1_000_000, 60),
            fraction
        )
    )
}

/// The date that many days after 1970-01-01 in the Gregorian calendar (Hinnant's algorithm).
fn civil_from_days(days: i64) -> (i32, u8, u8) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (
        i32::try_from(year).unwrap_or(i32::MAX),
        u8::try_from(month).unwrap_or(1),
        u8::try_from(day).unwrap_or(1),
    )
}

/// One row, as SQLite stores it.
pub(super) fn read_row(row: &Row<'_>, width: usize) -> Result<Vec<Literal>, DbError> {
    (0..width)
        .map(|index| match row.get_ref(index) {
            Ok(ValueRef::Null) => Ok(Literal::Null),
            Ok(ValueRef::Integer(value)) => Ok(Literal::Int(value)),
            Ok(ValueRef::Real(value)) => Ok(Literal::Float(value)),
            Ok(ValueRef::Blob(bytes)) => Ok(Literal::Bytes(bytes.to_vec())),
            Ok(ValueRef::Text(bytes)) => match std::str::from_utf8(bytes) {
                Ok(text) => Ok(Literal::Str(text.to_owned())),
                Err(_) => Err(undecodable(row, index, bytes)),
            },
            Err(error) => Err(super::error::from_rusqlite(error)),
        })
        .collect()
}

fn undecodable(row: &Row<'_>, index: usize, bytes: &[u8]) -> DbError {
    let column = row.as_ref().column_name(index).unwrap_or_default();
    DbError::new(
        MODULE,
        ErrorClass::Operational,
        format!(
            "Could not decode to UTF-8 column '{column}' with text '{}'",
            String::from_utf8_lossy(bytes)
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_stored_as_moments_around_the_epoch() {
        for (micros, expected) in [
            (0, "1970-01-01 00:00:00.000000"),
            (90_061_000_001, "1970-01-02 01:01:01.000001"),
            (-1_000_000, "1969-12-31 23:59:59.000000"),
            (1_709_164_800_000_000, "2024-02-29 00:00:00.000000"),
        ] {
            assert_eq!(stored_text(&Literal::Interval { micros }), expected);
        }
    }
}
