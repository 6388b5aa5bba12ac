//! Intervals, in every style that `IntervalStyle` has. A month is 30 days and a year 365, as
//! `psycopg2` has it.

use limbec_schema::Literal;

use super::super::error::python_error;
use super::temporal::micros;
use super::value_error;
use crate::db_error::DbError;

const SECOND: i128 = 1_000_000;
const HOUR: i128 = 3600 * SECOND;
const DAY: i128 = 24 * HOUR;
/// How many days a `timedelta` holds at most.
const MOST_DAYS: i128 = 999_999_999;

/// Reads an interval.
///
/// # Errors
/// One that Python cannot hold.
pub(super) fn read(text: &str) -> Result<Literal, DbError> {
    let total = match text.strip_prefix('P') {
        Some(iso) => iso_8601(iso),
        None => words(text),
    };
    let Some(micros) = total else {
        return Err(value_error(format!("unable to parse interval: '{text}'")));
    };
    let days = micros.div_euclid(DAY);
    if days.abs() > MOST_DAYS {
        return Err(python_error(
            "OverflowError",
            format!("days={days}; must have magnitude <= {MOST_DAYS}"),
        ));
    }
    Ok(Literal::Interval { micros })
}

/// `1 year -2 mons +3 days 04:05:06.7`, `@ 1 day 2 hours ago`, `+1-2 -3 +4:05:06`
fn words(text: &str) -> Option<i128> {
    let mut total = 0;
    let mut tokens = text.split_whitespace().peekable();
    let mut sign = 1;
    while let Some(token) = tokens.next() {
        if token == "@" {
            continue;
        }
        if token == "ago" {
            sign = -1;
        } else if token.contains(':') {
            total += clock(token)?;
        } else if let Some((years, months)) = token.get(1..).and_then(|_| year_month(token)) {
            total += (years * 365 + months * 30) * DAY;
        } else {
            let unit = tokens.peek().and_then(|unit| unit_of(unit));
            if unit.is_some() {
                tokens.next();
            }
            // Without a unit it is a number of days (`3 04:05:06`), or the zero of the SQL standard.
            total += decimal(token)? * unit.unwrap_or(DAY) / SECOND;
        }
    }
    Some(sign * total)
}

/// `1-2` of the SQL standard: years and months, with one sign.
fn year_month(token: &str) -> Option<(i128, i128)> {
    let (negative, digits) = signed(token);
    let (years, months) = digits.split_once('-')?;
    let (years, months) = (years.parse::<i128>().ok()?, months.parse::<i128>().ok()?);
    Some(if negative {
        (-years, -months)
    } else {
        (years, months)
    })
}

fn signed(token: &str) -> (bool, &str) {
    match token.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, token.strip_prefix('+').unwrap_or(token)),
    }
}

fn unit_of(word: &str) -> Option<i128> {
    Some(match word.trim_end_matches('s') {
        "year" => 365 * DAY,
        "mon" => 30 * DAY,
        "day" => DAY,
        "hour" => HOUR,
        "min" => 60 * SECOND,
        "sec" => SECOND,
        _ => return None,
    })
}

/// `-04:05:06.7`
fn clock(token: &str) -> Option<i128> {
    let (negative, digits) = signed(token);
    let mut total = 0;
    for (part, unit) in digits.split(':').zip([HOUR, 60 * SECOND, SECOND]) {
        total += decimal(part)? * unit / SECOND;
    }
    Some(if negative { -total } else { total })
}

/// A number in millionths.
fn decimal(token: &str) -> Option<i128> {
    let (negative, digits) = signed(token);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let total = whole.parse::<i128>().ok()? * SECOND + i128::from(micros(fraction)?);
    Some(if negative { -total } else { total })
}

/// `1Y2M3DT4H5M6.7S`
fn iso_8601(text: &str) -> Option<i128> {
    let mut total = 0;
    let mut time = false;
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            (time, rest) = (true, after);
            continue;
        }
        let at = rest.find(|c: char| c.is_ascii_alphabetic())?;
        let unit = match (&rest[at..=at], time) {
            ("Y", false) => 365 * DAY,
            ("M", false) => 30 * DAY,
            ("D", false) => DAY,
            ("H", true) => HOUR,
            ("M", true) => 60 * SECOND,
            ("S", true) => SECOND,
            _ => return None,
        };
        total += decimal(&rest[..at])? * unit / SECOND;
        rest = &rest[at + 1..];
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_of_every_style() {
        for (text, expected) in [
            ("00:00:00", 0),
            ("1 day", DAY),
            ("-1 days +02:03:04", -DAY + 2 * HOUR + 184 * SECOND),
            ("1 year 2 mons 3 days", 428 * DAY),
            ("-00:00:00.000001", -1),
            (
                "@ 1 day 2 hours 3 mins 4.5 secs",
                DAY + 2 * HOUR + 184_500_000,
            ),
            ("@ 1 day ago", -DAY),
            ("@ 0", 0),
            ("1-2", 425 * DAY),
            ("-1-2", -425 * DAY),
            ("+1-2 -3 +4:05:06", 422 * DAY + 4 * HOUR + 306 * SECOND),
            ("3 4:05:06", 3 * DAY + 4 * HOUR + 306 * SECOND),
            ("P1Y2M3DT4H5M6.7S", 428 * DAY + 4 * HOUR + 306_700_000),
            ("P-1DT-2H", -DAY - 2 * HOUR),
            ("PT0S", 0),
        ] {
            assert_eq!(
                read(text).unwrap(),
                Literal::Interval { micros: expected },
                "{text}"
            );
        }
        assert!(read("1000000000 days").is_err());
        assert!(read("rubbish").is_err());
    }
}
