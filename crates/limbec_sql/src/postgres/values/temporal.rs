//! Dates and times, by `DateStyle` ISO, which every connection asks for.

use limbec_schema::Literal;

use super::value_error;
use crate::db_error::{DbError, ErrorClass};

/// `2020-01-02`
pub(super) fn date(text: &str) -> Result<Literal, DbError> {
    match text {
        "infinity" => return Ok(day_literal(9999, 12, 31)),
        "-infinity" => return Ok(day_literal(1, 1, 1)),
        _ => {}
    }
    let (year, month, day) = day(text)?;
    Ok(day_literal(year, month, day))
}

/// `13:45:10.25+02:30`
pub(super) fn time(text: &str) -> Result<Literal, DbError> {
    let clock = clock(text)?;
    Ok(Literal::Time {
        // Python has no 24:00.
        hour: clock.hour % 24,
        minute: clock.minute,
        second: clock.second,
        micros: clock.micros,
        offset: clock.offset,
    })
}

/// `2020-01-02 13:45:10.25+02:30`; `zone` is the offset of the two infinities.
pub(super) fn moment(text: &str, zone: Option<i32>) -> Result<Literal, DbError> {
    match text {
        "infinity" => return Ok(edge((9999, 12, 31), [23, 59, 59], 999_999, zone)),
        "-infinity" => return Ok(edge((1, 1, 1), [0, 0, 0], 0, zone)),
        _ => {}
    }
    let (date, rest) = text.split_once(' ').ok_or_else(|| unparsed(text))?;
    let (time, era) = rest.split_once(' ').unwrap_or((rest, ""));
    let (year, month, day) = day(&match era {
        "" => date.to_owned(),
        era => format!("{date} {era}"),
    })?;
    let clock = clock(time)?;
    Ok(Literal::DateTime {
        year,
        month,
        day,
        hour: clock.hour,
        minute: clock.minute,
        second: clock.second,
        micros: clock.micros,
        offset: clock.offset,
    })
}

fn day_literal(year: i32, month: u8, day: u8) -> Literal {
    Literal::Date { year, month, day }
}

fn edge(
    (year, month, day): (i32, u8, u8),
    [hour, minute, second]: [u8; 3],
    micros: u32,
    offset: Option<i32>,
) -> Literal {
    Literal::DateTime {
        year,
        month,
        day,
        hour,
        minute,
        second,
        micros,
        offset,
    }
}

fn day(text: &str) -> Result<(i32, u8, u8), DbError> {
    let (text, before_christ) = match text.strip_suffix(" BC") {
        Some(text) => (text, true),
        None => (text, false),
    };
    let mut parts = text.split('-');
    let mut part = || parts.next().ok_or_else(|| unparsed(text));
    let year: i32 = part()?.parse().map_err(|_| unparsed(text))?;
    let month = part()?.parse().map_err(|_| unparsed(text))?;
    let day = part()?.parse().map_err(|_| unparsed(text))?;
    let year = if before_christ { -year } else { year };
    if !(1..=9999).contains(&year) {
        return Err(value_error(format!("year {year} is out of range"))
            .with_hint("Python has no such date: select it as text (column::text)"));
    }
    Ok((year, month, day))
}

struct Clock {
    hour: u8,
    minute: u8,
    second: u8,
    micros: u32,
    offset: Option<i32>,
}

fn clock(text: &str) -> Result<Clock, DbError> {
    let wrong = || unparsed(text);
    let (time, offset) = match text.find(['+', '-']) {
        Some(at) => (&text[..at], Some(offset(&text[at..]).ok_or_else(wrong)?)),
        None => (text, None),
    };
    let (time, fraction) = time.split_once('.').unwrap_or((time, ""));
    let mut parts = time.split(':').map(|part| part.parse::<u8>().ok());
    let mut part = || parts.next().flatten().ok_or_else(wrong);
    Ok(Clock {
        hour: part()?,
        minute: part()?,
        second: part()?,
        micros: micros(fraction).ok_or_else(wrong)?,
        offset,
    })
}

/// Digits behind a point, as millionths.
pub(super) fn micros(fraction: &str) -> Option<u32> {
    match fraction.len() {
        0 => Some(0),
        1..=6 => format!("{fraction:0<6}").parse().ok(),
        _ => fraction.get(..6)?.parse().ok(),
    }
}

/// `+02`, `-03:30`, `+00:53:28`, in seconds.
fn offset(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+')?),
    };
    let mut seconds = 0;
    for (part, unit) in digits.split(':').zip([3600, 60, 1]) {
        seconds += part.parse::<i32>().ok()? * unit;
    }
    Some(sign * seconds)
}

fn unparsed(_text: &str) -> DbError {
    DbError::new("psycopg2", ErrorClass::Data, "unable to parse date")
        .with_hint("dates are read in the ISO style: leave DateStyle as it is in migrations")
}
