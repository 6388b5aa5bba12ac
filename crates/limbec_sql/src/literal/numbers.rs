use limbec_schema::Literal;

/// `str(int(value))`.
pub(super) fn integer(value: &Literal) -> Option<String> {
    match value {
        Literal::Int(number) => Some(number.to_string()),
        Literal::BigInt(digits) => Some(digits.clone()),
        Literal::Bool(flag) => Some(u8::from(*flag).to_string()),
        Literal::Float(number) if number.is_finite() => {
            let whole = format!("{:.0}", number.trunc());
            Some(if whole == "-0" { "0".to_owned() } else { whole })
        }
        Literal::Decimal(digits) => truncated(digits),
        Literal::Str(text) => {
            let digits = text.trim().replace('_', "");
            let (sign, rest) = match digits.strip_prefix('-') {
                Some(rest) => ("-", rest),
                None => ("", digits.strip_prefix('+').unwrap_or(&digits)),
            };
            let valid = !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
            valid.then(|| {
                let rest = rest.trim_start_matches('0');
                if rest.is_empty() {
                    "0".to_owned()
                } else {
                    format!("{sign}{rest}")
                }
            })
        }
        _ => None,
    }
}

/// The whole part of a decimal number, exponent applied.
fn truncated(digits: &str) -> Option<String> {
    let (mantissa, exponent) = match digits.split_once(['E', 'e']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (digits, 0),
    };
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let length = i32::try_from(whole.len()).ok()? + exponent;
    if !all.bytes().all(|byte| byte.is_ascii_digit()) || length > 10_000 {
        return None;
    }
    let length = usize::try_from(length.max(0)).ok()?;
    let padded: String = all
        .chars()
        .chain(std::iter::repeat('0'))
        .take(length)
        .collect();
    let trimmed = padded.trim_start_matches('0');
    Some(if trimmed.is_empty() {
        "0".to_owned()
    } else {
        format!("{sign}{trimmed}")
    })
}

/// `str(value)` of a number.
pub(super) fn numeric(value: &Literal) -> Option<String> {
    match value {
        Literal::Int(number) => Some(number.to_string()),
        Literal::BigInt(digits) | Literal::Decimal(digits) => Some(digits.clone()),
        Literal::Float(number) => Some(float_repr(*number)),
        Literal::Bool(flag) => Some(if *flag { "True" } else { "False" }.to_owned()),
        // The text goes in as it is, where it is a number.
        Literal::Str(text) if text.trim().parse::<f64>().is_ok() => Some(text.clone()),
        _ => None,
    }
}

/// Python's `repr` of a float: the shortest digits that read back as the same number, with an
/// exponent below 1e-4 and from 1e16 on.
pub fn float_repr(number: f64) -> String {
    if number.is_nan() {
        return "nan".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let scientific = format!("{number:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if number != 0.0 && !(-4..16).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{mantissa}e{sign}{:02}", exponent.abs());
    }
    let plain = number.to_string();
    if plain.contains('.') {
        plain
    } else {
        format!("{plain}.0")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_read_as_in_python() {
        let cases = [
            (1.5, "1.5"),
            (1.0, "1.0"),
            (1e30, "1e+30"),
            (1e-5, "1e-05"),
            (0.0001, "0.0001"),
            (1e16, "1e+16"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (-0.0, "-0.0"),
            (1e15, "1000000000000000.0"),
            (1.5e300, "1.5e+300"),
        ];
        for (number, expected) in cases {
            assert_eq!(float_repr(number), expected);
        }
    }

    #[test]
    fn integers_are_cut_as_int_does() {
        let cases = [
            (Literal::Float(-1.9), Some("-1")),
            (Literal::Float(f64::NAN), None),
            (Literal::Decimal("1E+5".into()), Some("100000")),
            (Literal::Decimal("-12.99".into()), Some("-12")),
            (Literal::Decimal("0.5".into()), Some("0")),
            (Literal::Str(" 007 ".into()), Some("7")),
            (Literal::Str("x".into()), None),
            (Literal::Bool(true), Some("1")),
        ];
        for (value, expected) in cases {
            assert_eq!(integer(&value).as_deref(), expected, "{value:?}");
        }
    }
}
