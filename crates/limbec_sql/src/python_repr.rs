//! Python's `repr` of values, for error texts that show parameters.

use limbec_schema::Literal;

/// How long a shown value may be before SQLAlchemy leaves the middle out.
const LONGEST: usize = 300;

/// SQLAlchemy's shortening of a long value.
pub(crate) fn shorten(text: &str) -> String {
    let count = text.chars().count();
    if count <= LONGEST {
        return text.to_owned();
    }
    let half = LONGEST / 2;
    let head: String = text.chars().take(half).collect();
    let tail: String = text.chars().skip(count - half).collect();
    format!(
        "{head} ... ({} characters truncated) ... {tail}",
        count - LONGEST
    )
}

/// Python's `repr` of a value.
pub(crate) fn python_repr(value: &Literal) -> String {
    match value {
        Literal::Null => "None".to_owned(),
        Literal::Bool(true) => "True".to_owned(),
        Literal::Bool(false) => "False".to_owned(),
        Literal::Int(n) => n.to_string(),
        Literal::BigInt(digits) => digits.clone(),
        Literal::Float(x) => float_repr(*x),
        Literal::Decimal(digits) => format!("Decimal('{digits}')"),
        Literal::Str(text) | Literal::Json(text) => python_str_repr(text),
        Literal::Bytes(bytes) => bytes_repr(bytes),
        Literal::Date { year, month, day } => format!("datetime.date({year}, {month}, {day})"),
        Literal::Time {
            hour,
            minute,
            second,
            micros,
            offset,
        } => format!(
            "datetime.time({}{})",
            clock(*hour, *minute, *second, *micros),
            zone(*offset)
        ),
        Literal::DateTime {
            year,
            month,
            day,
            hour,
            minute,
            second,
            micros,
            offset,
        } => format!(
            "datetime.datetime({year}, {month}, {day}, {}{})",
            clock(*hour, *minute, *second, *micros),
            zone(*offset)
        ),
        Literal::Interval { micros } => interval_repr(*micros),
        Literal::Uuid(text) => format!("UUID('{text}')"),
        Literal::Tuple(items) if items.len() == 1 => format!("({},)", python_repr(&items[0])),
        Literal::Tuple(items) => {
            let items: Vec<_> = items.iter().map(python_repr).collect();
            format!("({})", items.join(", "))
        }
        Literal::List(items) => {
            let items: Vec<_> = items.iter().map(python_repr).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

/// Python's `repr` of a string.
pub(crate) fn python_str_repr(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if (c as u32) < 0x20 || (0x7f..0xa0).contains(&(c as u32)) || c as u32 == 0xad => {
                out.push_str(&format!("\\x{:02x}", c as u32));
            }
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

fn bytes_repr(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') {
        '"'
    } else {
        '\''
    };
    let mut out = format!("b{quote}");
    for &byte in bytes {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b if char::from(b) == quote => {
                out.push('\\');
                out.push(quote);
            }
            0x20..=0x7e => out.push(char::from(byte)),
            b => out.push_str(&format!("\\x{b:02x}")),
        }
    }
    out.push(quote);
    out
}

/// Python's shortest `repr` of a float: exponents from 1e16 on and below 1e-4.
fn float_repr(x: f64) -> String {
    if x.is_nan() {
        return "nan".to_owned();
    }
    if x.is_infinite() {
        return if x > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let scientific = format!("{x:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) || x == 0.0 {
        return format!("{x:?}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", exponent.abs())
}

fn clock(hour: u8, minute: u8, second: u8, micros: u32) -> String {
    match (second, micros) {
        (0, 0) => format!("{hour}, {minute}"),
        (_, 0) => format!("{hour}, {minute}, {second}"),
        _ => format!("{hour}, {minute}, {second}, {micros}"),
    }
}

fn zone(offset: Option<i32>) -> String {
    match offset {
        None => String::new(),
        Some(0) => ", tzinfo=datetime.timezone.utc".to_owned(),
        Some(seconds) => format!(
            ", tzinfo=datetime.timezone({})",
            interval_repr(i128::from(seconds) * 1_000_000)
        ),
    }
}

fn interval_repr(micros: i128) -> String {
    const DAY: i128 = 86_400_000_000;
    let days = micros.div_euclid(DAY);
    let rest = micros.rem_euclid(DAY);
    let (seconds, micros) = (rest / 1_000_000, rest % 1_000_000);
    let parts: Vec<_> = [
        ("days", days),
        ("seconds", seconds),
        ("microseconds", micros),
    ]
    .into_iter()
    .filter(|(_, n)| *n != 0)
    .map(|(name, n)| format!("{name}={n}"))
    .collect();
    if parts.is_empty() {
        return "datetime.timedelta(0)".to_owned();
    }
    format!("datetime.timedelta({})", parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_written_as_python_writes_them() {
        for (value, expected) in [
            (1.0, "1.0"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (1.5e300, "1.5e+300"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (-0.0, "-0.0"),
            (0.1 + 0.2, "0.30000000000000004"),
        ] {
            assert_eq!(float_repr(value), expected);
        }
    }

    #[test]
    fn strings_choose_their_quote_as_python_does() {
        assert_eq!(python_str_repr("it's"), "\"it's\"");
        assert_eq!(python_str_repr("it's \"so\""), "'it\\'s \"so\"'");
        assert_eq!(python_str_repr("a\nb\u{1}"), "'a\\nb\\x01'");
    }
}
