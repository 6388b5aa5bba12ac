//! Reading dates and times: ISO 8601 as `fromisoformat` takes it, and `strptime`.

use super::civil::{Clock, Day, HOUR, MINUTE, SECOND};
use super::format::{MONTHS, WEEKDAYS};
use crate::error::{PyResult, raise};
use crate::value::Value;
use crate::vm::Vm;

/// A fixed zone for an offset in microseconds, `None` for none.
pub(super) fn zone_of(vm: &mut Vm, offset: Option<i128>) -> Value {
    match offset {
        None => Value::None,
        Some(micros) => {
            let classes = super::classes(vm);
            if micros == 0 {
                classes.utc()
            } else {
                super::zone::make(&classes.timezone, micros, None)
            }
        }
    }
}

fn digits(text: &str) -> Option<i64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// `2026-11-20`, `20261120`, `2026-W47-5`, `2026W475`, `2026-W47`.
pub(super) fn iso_day(text: &str) -> Option<Day> {
    if !text.is_ascii() {
        return None;
    }
    let year = digits(text.get(..4)?)?;
    let rest = &text[4..];
    let rest = rest
        .strip_prefix('-')
        .map_or((rest, false), |rest| (rest, true));
    let (rest, dashed) = rest;
    if let Some(week) = rest.strip_prefix('W') {
        let number = digits(week.get(..2)?)?;
        let tail = &week[2..];
        let weekday = match (tail, dashed) {
            ("", _) => 1,
            (tail, true) => digits(tail.strip_prefix('-')?)?,
            (tail, false) => digits(tail)?,
        };
        return Day::from_iso(year, number, weekday);
    }
    let (month, day) = if dashed {
        rest.split_once('-')?
    } else {
        (rest.get(..2)?, rest.get(2..)?)
    };
    if month.len() != 2 || day.len() != 2 {
        return None;
    }
    Day::new(year, digits(month)?, digits(day)?).ok()
}

/// A time and its offset in microseconds.
pub(super) fn iso_clock(text: &str) -> Option<(Clock, Option<i128>)> {
    if !text.is_ascii() {
        return None;
    }
    let (clock, offset) = match text.find(['+', '-', 'Z']) {
        None => (text, None),
        Some(at) if &text[at..] == "Z" => (&text[..at], Some(0)),
        Some(at) => {
            let (clock, micros) = parts(&text[at + 1..])?;
            let micros = clock.since_midnight() + micros;
            (
                &text[..at],
                Some(if text.as_bytes()[at] == b'-' {
                    -micros
                } else {
                    micros
                }),
            )
        }
    };
    Some((parts(clock)?.0, offset))
}

/// `HH[:MM[:SS[.ffffff]]]`, with or without colons.
fn parts(text: &str) -> Option<(Clock, i128)> {
    let (whole, fraction) = match text.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    let fields: Vec<&str> = if whole.contains(':') {
        whole.split(':').collect()
    } else {
        (0..whole.len())
            .step_by(2)
            .map(|at| whole.get(at..at + 2))
            .collect::<Option<_>>()?
    };
    if fields.is_empty() || fields.len() > 3 || fields.iter().any(|field| field.len() != 2) {
        return None;
    }
    let field = |place: usize| fields.get(place).map_or(Some(0), |text| digits(text));
    let micros = if fraction.is_empty() {
        0
    } else {
        let kept: String = fraction.chars().chain("000000".chars()).take(6).collect();
        digits(&kept)?
    };
    let clock = Clock::new(field(0)?, field(1)?, field(2)?, micros).ok()?;
    Some((clock, 0))
}

/// A date, a separator and a time; or a date alone.
pub(super) fn iso_datetime(text: &str) -> Option<(Day, Clock, Option<i128>)> {
    let bytes = text.as_bytes();
    if bytes.len() < 7 {
        return None;
    }
    let week = text.get(4..6).is_some_and(|part| part == "-W") || bytes[4] == b'W';
    let length = match (week, bytes[4] == b'-') {
        (false, true) => 10,
        (false, false) => 8,
        (true, true) if bytes.get(8) == Some(&b'-') => 10,
        (true, true) => 8,
        (true, false) if bytes.get(7).is_some_and(u8::is_ascii_digit) => 8,
        (true, false) => 7,
    };
    let day = iso_day(text.get(..length)?)?;
    let rest = &text[length..];
    let mut letters = rest.chars();
    if letters.next().is_none() {
        return Some((day, Clock::default(), None));
    }
    let (clock, offset) = iso_clock(letters.as_str())?;
    Some((day, clock, offset))
}

/// What is wrong with a text that has the form of a date and a time, but whose numbers are none.
pub(super) fn iso_complaint(text: &str) -> Option<String> {
    let (date, clock) = text.split_at_checked(10).unwrap_or((text, ""));
    let numbers = |text: &str, separator: char| -> Option<Vec<i64>> {
        text.split(separator).map(digits).collect()
    };
    let date = numbers(date, '-')?;
    let [year, month, day] = date.as_slice() else {
        return None;
    };
    if let Err(problem) = Day::new(*year, *month, *day) {
        return Some(problem.to_string());
    }
    let clock = numbers(clock.get(1..)?, ':')?;
    let part = |place: usize| clock.get(place).copied().unwrap_or(0);
    Clock::new(part(0), part(1), part(2), 0)
        .err()
        .map(|problem| problem.to_string())
}

/// What `strptime` finds.
pub(super) struct Found {
    pub(super) day: Day,
    pub(super) clock: Clock,
    pub(super) offset: Option<i128>,
}

#[derive(Default)]
struct Fields {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: i64,
    minute: i64,
    second: i64,
    micros: i64,
    afternoon: Option<bool>,
    of_year: Option<i64>,
    offset: Option<i128>,
}

/// Read a text by a pattern of `strptime`.
pub(super) fn strptime(text: &str, pattern: &str) -> PyResult<Found> {
    let mismatch = || {
        raise(
            "ValueError",
            format!("time data '{text}' does not match format '{pattern}'"),
        )
    };
    let mut fields = Fields::default();
    let mut rest = text;
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        if letter.is_whitespace() {
            rest = rest.trim_start();
        } else if letter != '%' {
            rest = rest.strip_prefix(letter).ok_or_else(mismatch)?;
        } else {
            let directive = letters
                .next()
                .ok_or_else(|| raise("ValueError", format!("stray % in format '{pattern}'")))?;
            if !"aAwdbBmyYHIpMSfzZjUWcxXGuVTDFR%".contains(directive) {
                return Err(raise(
                    "ValueError",
                    format!("'{directive}' is a bad directive in format '{pattern}'"),
                ));
            }
            rest = match directive {
                'T' => expand(rest, "HMS", ':', &mut fields),
                'D' => expand(rest, "mdy", '/', &mut fields),
                'F' => expand(rest, "Ymd", '-', &mut fields),
                'R' => expand(rest, "HM", ':', &mut fields),
                _ => take(rest, directive, &mut fields),
            }
            .ok_or_else(mismatch)?;
        }
    }
    if !rest.is_empty() {
        return Err(raise(
            "ValueError",
            format!("unconverted data remains: {rest}"),
        ));
    }
    finish(fields).map_err(|text| raise("ValueError", text))
}

fn expand<'a>(
    mut rest: &'a str,
    directives: &str,
    separator: char,
    fields: &mut Fields,
) -> Option<&'a str> {
    for (place, directive) in directives.chars().enumerate() {
        if place > 0 {
            rest = rest.strip_prefix(separator)?;
        }
        rest = take(rest, directive, fields)?;
    }
    Some(rest)
}

fn finish(fields: Fields) -> Result<Found, String> {
    let year = fields.year.unwrap_or(1900);
    let day = match fields.of_year {
        Some(of_year) if fields.month.is_none() => {
            let first = Day::new(year, 1, 1)?;
            Day::from_ordinal(first.ordinal() + of_year - 1).ok_or("day of year out of range")?
        }
        _ => Day::new(year, fields.month.unwrap_or(1), fields.day.unwrap_or(1))?,
    };
    let hour = match fields.afternoon {
        Some(true) => fields.hour % 12 + 12,
        Some(false) => fields.hour % 12,
        None => fields.hour,
    };
    Ok(Found {
        day,
        clock: Clock::new(hour, fields.minute, fields.second, fields.micros)?,
        offset: fields.offset,
    })
}

/// Read one directive; the rest of the text.
fn take<'a>(text: &'a str, directive: char, fields: &mut Fields) -> Option<&'a str> {
    let number = |least: i64, most: i64, width: usize| -> Option<(i64, &'a str)> {
        (1..=width).rev().find_map(|length| {
            let value = digits(text.get(..length)?)?;
            (least..=most)
                .contains(&value)
                .then(|| (value, &text[length..]))
        })
    };
    let (slot, (value, rest)) = match directive {
        'Y' => {
            let value = digits(text.get(..4)?)?;
            fields.year = Some(value);
            return Some(&text[4..]);
        }
        'y' => {
            let (value, rest) = number(0, 99, 2)?;
            fields.year = Some(if value < 69 {
                2000 + value
            } else {
                1900 + value
            });
            return Some(rest);
        }
        'm' => (&mut fields.month, number(1, 12, 2)?),
        'd' | 'e' => (&mut fields.day, number(1, 31, 2)?),
        'j' => (&mut fields.of_year, number(1, 366, 3)?),
        'H' => {
            let (value, rest) = number(0, 23, 2)?;
            fields.hour = value;
            return Some(rest);
        }
        'I' => {
            let (value, rest) = number(1, 12, 2)?;
            fields.hour = value;
            return Some(rest);
        }
        'M' => {
            let (value, rest) = number(0, 59, 2)?;
            fields.minute = value;
            return Some(rest);
        }
        'S' => {
            let (value, rest) = number(0, 61, 2)?;
            fields.second = value;
            return Some(rest);
        }
        'f' => {
            let length = text.bytes().take(6).take_while(u8::is_ascii_digit).count();
            let padded = format!("{:0<6}", text.get(..length)?);
            fields.micros = digits(&padded)?;
            return (length > 0).then(|| &text[length..]);
        }
        'p' => {
            let word = text.get(..2)?.to_ascii_uppercase();
            fields.afternoon = match &*word {
                "AM" => Some(false),
                "PM" => Some(true),
                _ => return None,
            };
            return Some(&text[2..]);
        }
        'b' | 'h' | 'B' => {
            return name(text, &MONTHS, directive == 'B').map(|(place, rest)| {
                fields.month = Some(place + 1);
                rest
            });
        }
        'a' | 'A' => return name(text, &WEEKDAYS, directive == 'A').map(|(_, rest)| rest),
        'z' => return offset(text, fields),
        'Z' => {
            let zone = ["UTC", "GMT"]
                .into_iter()
                .find(|zone| text.starts_with(zone))?;
            return Some(&text[zone.len()..]);
        }
        '%' => return text.strip_prefix('%'),
        _ => return None,
    };
    *slot = Some(value);
    Some(rest)
}

fn name<'a>(text: &'a str, names: &[&str], full: bool) -> Option<(i64, &'a str)> {
    names.iter().enumerate().find_map(|(place, name)| {
        let name = if full { name } else { &name[..3] };
        let start = text.get(..name.len())?;
        start
            .eq_ignore_ascii_case(name)
            .then(|| (place as i64, &text[name.len()..]))
    })
}

/// `Z`, `+0300`, `+03:00`, `+03:00:30`.
fn offset<'a>(text: &'a str, fields: &mut Fields) -> Option<&'a str> {
    if let Some(rest) = text.strip_prefix('Z') {
        fields.offset = Some(0);
        return Some(rest);
    }
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let hours = digits(text.get(1..3)?)?;
    let mut rest = &text[3..];
    let part = |rest: &mut &'a str| -> Option<i64> {
        let after = rest.strip_prefix(':').unwrap_or(rest);
        let value = digits(after.get(..2)?)?;
        *rest = &after[2..];
        Some(value)
    };
    let minutes = part(&mut rest)?;
    let seconds = part(&mut rest).unwrap_or(0);
    fields.offset = Some(
        sign * (i128::from(hours) * HOUR
            + i128::from(minutes) * MINUTE
            + i128::from(seconds) * SECOND),
    );
    Some(rest)
}
