//! Writing dates and times: ISO 8601 and `strftime` in the C locale.

use std::fmt::Write as _;

use super::civil::{Clock, Day};
use super::{Moment, TimeOfDay, zone};
use crate::error::{PyResult, raise};
use crate::value::Value;
use crate::vm::Vm;

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
pub(super) const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

pub(super) fn iso_day(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

pub(super) fn iso_clock(clock: Clock, precision: &str) -> PyResult<String> {
    let Clock {
        hour,
        minute,
        second,
        micros,
    } = clock;
    Ok(match precision {
        "auto" if micros == 0 => format!("{hour:02}:{minute:02}:{second:02}"),
        "auto" | "microseconds" => format!("{hour:02}:{minute:02}:{second:02}.{micros:06}"),
        "milliseconds" => format!("{hour:02}:{minute:02}:{second:02}.{:03}", micros / 1000),
        "seconds" => format!("{hour:02}:{minute:02}:{second:02}"),
        "minutes" => format!("{hour:02}:{minute:02}"),
        "hours" => format!("{hour:02}"),
        _ => return Err(raise("ValueError", "Unknown timespec value")),
    })
}

/// `, 5` and `, 5, 6`: the seconds as `repr` shows them, only when they are not zero.
pub(super) fn repr_seconds(clock: Clock) -> String {
    match (clock.second, clock.micros) {
        (0, 0) => String::new(),
        (second, 0) => format!(", {second}"),
        (second, micros) => format!(", {second}, {micros}"),
    }
}

/// `strftime` of a date, a time or a datetime.
pub(super) fn strftime(vm: &mut Vm, object: &Value, pattern: &str) -> PyResult<String> {
    let first = Day {
        year: 1900,
        month: 1,
        day: 1,
    };
    let (day, clock, zone_value) = if let Some(moment) = object.payload::<Moment>() {
        (moment.day, moment.clock, moment.zone.clone())
    } else if let Some(time) = object.payload::<TimeOfDay>() {
        (first, time.clock, time.zone.clone())
    } else {
        (super::date::day_of(object)?, Clock::default(), Value::None)
    };
    let mut out = String::new();
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            out.push(letter);
            continue;
        }
        match letters.next() {
            None => out.push('%'),
            Some('z') => {
                if let Some(offset) = zone::offset(vm, &zone_value, object)? {
                    out.push_str(&super::civil::format_offset(offset, false));
                }
            }
            Some('Z') => {
                if let Some(name) = zone::name(vm, &zone_value, object)? {
                    out.push_str(&name);
                }
            }
            Some('-') => match letters.next() {
                Some(directive) => {
                    let text = directive_text(directive, day, clock);
                    out.push_str(text.trim_start_matches(['0', ' ']));
                    if text.chars().all(|c| c == '0') {
                        out.push('0');
                    }
                }
                None => out.push_str("%-"),
            },
            Some(directive) => out.push_str(&directive_text(directive, day, clock)),
        }
    }
    Ok(out)
}

fn directive_text(directive: char, day: Day, clock: Clock) -> String {
    let weekday = day.weekday();
    let sunday = (weekday + 1) % 7;
    let of_year = day.day_of_year();
    let hour12 = match clock.hour % 12 {
        0 => 12,
        hour => hour,
    };
    let mut out = String::new();
    let written = match directive {
        'a' => write!(out, "{}", &WEEKDAYS[usize::from(weekday)][..3]),
        'A' => write!(out, "{}", WEEKDAYS[usize::from(weekday)]),
        'b' | 'h' => write!(out, "{}", &MONTHS[usize::from(day.month - 1)][..3]),
        'B' => write!(out, "{}", MONTHS[usize::from(day.month - 1)]),
        'c' => write!(
            out,
            "{} {} {:>2} {:02}:{:02}:{:02} {}",
            &WEEKDAYS[usize::from(weekday)][..3],
            &MONTHS[usize::from(day.month - 1)][..3],
            day.day,
            clock.hour,
            clock.minute,
            clock.second,
            day.year
        ),
        'C' => write!(out, "{:02}", day.year / 100),
        'd' => write!(out, "{:02}", day.day),
        'D' | 'x' => write!(out, "{:02}/{:02}/{:02}", day.month, day.day, day.year % 100),
        'e' => write!(out, "{:>2}", day.day),
        'f' => write!(out, "{:06}", clock.micros),
        'F' => write!(out, "{}", iso_day(day)),
        'G' => write!(out, "{}", day.iso_calendar().0),
        'H' => write!(out, "{:02}", clock.hour),
        'I' => write!(out, "{hour12:02}"),
        'j' => write!(out, "{of_year:03}"),
        'm' => write!(out, "{:02}", day.month),
        'M' => write!(out, "{:02}", clock.minute),
        'n' => writeln!(out),
        'p' => write!(out, "{}", if clock.hour < 12 { "AM" } else { "PM" }),
        'R' => write!(out, "{:02}:{:02}", clock.hour, clock.minute),
        's' => write!(
            out,
            "{}",
            super::date::since_epoch(day, clock).div_euclid(super::date::ONE_SECOND)
        ),
        'S' => write!(out, "{:02}", clock.second),
        't' => write!(out, "\t"),
        'T' | 'X' => write!(
            out,
            "{:02}:{:02}:{:02}",
            clock.hour, clock.minute, clock.second
        ),
        'u' => write!(out, "{}", weekday + 1),
        'U' => write!(out, "{:02}", (of_year + 6 - u16::from(sunday)) / 7),
        'V' => write!(out, "{:02}", day.iso_calendar().1),
        'w' => write!(out, "{sunday}"),
        'W' => write!(out, "{:02}", (of_year + 6 - u16::from(weekday)) / 7),
        'y' => write!(out, "{:02}", day.year % 100),
        'Y' => write!(out, "{}", day.year),
        '%' => write!(out, "%"),
        other => write!(out, "%{other}"),
    };
    debug_assert!(written.is_ok(), "a String takes all that is written");
    out
}
