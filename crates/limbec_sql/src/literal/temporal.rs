use limbec_schema::build::Affinity;
use limbec_schema::{Literal, SqlType, SqliteTemporal};

/// The parts of a date and time.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    year: i32,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
    micros: u32,
}

/// The text in which SQLite stores a date or time: always with all digits, never with an offset.
/// `None` where the type does not take the value.
pub(super) fn sqlite_storage(value: &Literal, sql_type: &SqlType) -> Option<String> {
    let affinity = sql_type.affinity();
    let parts = parts(value)?;
    let fits = match value {
        Literal::Date { .. } => affinity != Affinity::Time,
        Literal::Time { .. } => affinity == Affinity::Time,
        Literal::DateTime { .. } => affinity != Affinity::Time,
        _ => false,
    };
    if !fits {
        return None;
    }
    let Parts {
        year,
        month,
        day,
        hour,
        minute,
        second,
        micros,
    } = parts;
    if let SqlType::Sqlite(custom) = sql_type
        && let Some(format) = &custom.storage_format
    {
        return Some(custom_format(format, parts));
    }
    let short = matches!(
        sql_type,
        SqlType::Sqlite(SqliteTemporal {
            truncate_microseconds: true,
            ..
        })
    );
    let time = if short {
        format!("{hour:02}:{minute:02}:{second:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}.{micros:06}")
    };
    Some(match affinity {
        Affinity::Date => format!("{year:04}-{month:02}-{day:02}"),
        Affinity::Time => time,
        _ => format!("{year:04}-{month:02}-{day:02} {time}"),
    })
}

/// `storage_format % {"year": ...}` for the `%(name)0Nd` fields that such formats are made of.
fn custom_format(format: &str, parts: Parts) -> String {
    let mut out = String::new();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some((name, after)) = rest.strip_prefix('(').and_then(|r| r.split_once(')')) else {
            out.push('%');
            rest = rest.strip_prefix('%').unwrap_or(rest);
            continue;
        };
        let width: String = after.chars().take_while(char::is_ascii_digit).collect();
        let number = match name {
            "year" => i64::from(parts.year),
            "month" => i64::from(parts.month),
            "day" => i64::from(parts.day),
            "hour" => i64::from(parts.hour),
            "minute" => i64::from(parts.minute),
            "second" => i64::from(parts.second),
            _ => i64::from(parts.micros),
        };
        let digits = width.parse::<usize>().unwrap_or(0);
        if width.starts_with('0') {
            out.push_str(&format!("{number:0digits$}"));
        } else {
            out.push_str(&format!("{number:digits$}"));
        }
        let after = &after[width.len()..];
        rest = after.strip_prefix(['d', 'i', 's']).unwrap_or(after);
    }
    out.push_str(rest);
    out
}

/// `isoformat(" ")` of the value, as the databases other than SQLite get it.
pub(super) fn iso(value: &Literal, affinity: Affinity) -> Option<String> {
    let parts = parts(value)?;
    let date = format!("{:04}-{:02}-{:02}", parts.year, parts.month, parts.day);
    let offset = match value {
        Literal::Time { offset, .. } | Literal::DateTime { offset, .. } => *offset,
        _ => None,
    };
    let time = format!("{}{}", iso_time(parts), iso_offset(offset));
    match value {
        Literal::Date { .. } => Some(date),
        Literal::Time { .. } => Some(time),
        Literal::DateTime { .. } => Some(match affinity {
            Affinity::Date => date,
            Affinity::Time => time,
            _ => format!("{date} {time}"),
        }),
        _ => None,
    }
}

fn iso_time(parts: Parts) -> String {
    let Parts {
        hour,
        minute,
        second,
        micros,
        ..
    } = parts;
    if micros == 0 {
        format!("{hour:02}:{minute:02}:{second:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}.{micros:06}")
    }
}

fn iso_offset(offset: Option<i32>) -> String {
    let Some(seconds) = offset else {
        return String::new();
    };
    let sign = if seconds < 0 { '-' } else { '+' };
    let total = seconds.abs();
    let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60);
    if rest == 0 {
        format!("{sign}{hours:02}:{minutes:02}")
    } else {
        format!("{sign}{hours:02}:{minutes:02}:{rest:02}")
    }
}

fn parts(value: &Literal) -> Option<Parts> {
    Some(match *value {
        Literal::Date { year, month, day } => Parts {
            year,
            month,
            day,
            ..Parts::default()
        },
        Literal::Time {
            hour,
            minute,
            second,
            micros,
            ..
        } => Parts {
            hour,
            minute,
            second,
            micros,
            ..Parts::default()
        },
        Literal::DateTime {
            year,
            month,
            day,
            hour,
            minute,
            second,
            micros,
            ..
        } => Parts {
            year,
            month,
            day,
            hour,
            minute,
            second,
            micros,
        },
        _ => return None,
    })
}

/// `timedelta.total_seconds()`.
#[allow(clippy::cast_precision_loss)]
pub(super) fn seconds(micros: i128) -> f64 {
    micros as f64 / 1e6
}

/// The moment that stands for an interval where the database has none: 1970-01-01 plus it.
pub(super) fn since_epoch(micros: i128) -> Literal {
    const DAY: i128 = 86_400_000_000;
    let days = i64::try_from(micros.div_euclid(DAY)).unwrap_or(0);
    let within = micros.rem_euclid(DAY);
    let (year, month, day) = civil(days);
    let part = |divisor: i128, modulus: i128| u8::try_from(within / divisor % modulus).unwrap_or(0);
    Literal::DateTime {
        year,
        month,
        day,
        hour: part(3_600_000_000, 24),
        minute: part(60_000_000, 60),
        second: part(1_000_000, 60),
        micros: u32::try_from(within % 1_000_000).unwrap_or(0),
        offset: None,
    }
}

/// The calendar date of a day counted from 1970-01-01 (Howard Hinnant's algorithm).
fn civil(days: i64) -> (i32, u8, u8) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 {
        month_index + 3
    } else {
        month_index - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (
        i32::try_from(year).unwrap_or(i32::MAX),
        u8::try_from(month).unwrap_or(0),
        u8::try_from(day).unwrap_or(0),
    )
}
