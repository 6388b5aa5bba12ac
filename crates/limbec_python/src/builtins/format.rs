//! `format()`, f-strings and `str.format`.

use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::format_spec::{Spec, group};
use crate::error::{PyError, PyResult, raise};
use crate::eval::repr::float_repr;
use crate::value::Value;
use crate::value::number::to_bigint;
use crate::vm::Vm;

/// `format(value, spec)` of the builtin types.
///
/// # Errors
/// `ValueError` for a spec that the type does not take.
pub(crate) fn format_value(vm: &mut Vm, value: &Value, spec: &str) -> PyResult<Rc<str>> {
    if spec.is_empty() {
        return vm.str(value);
    }
    let text = match value {
        Value::Str(text) => format_str(text, spec)?,
        Value::Bool(_) | Value::Int(_) | Value::BigInt(_) => {
            let owner = value.kind();
            let parsed = Spec::parse(spec, owner)?;
            check_group(&parsed, 'd')?;
            let number = to_bigint(value).unwrap_or_default();
            if matches!(parsed.kind, Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%')) {
                let Some(float) = number.to_f64().filter(|float| float.is_finite()) else {
                    return Err(raise("OverflowError", "int too large to convert to float"));
                };
                format_float(float, &parsed, owner)?
            } else {
                format_int(&number, &parsed, owner)?
            }
        }
        Value::Float(number) => {
            let parsed = Spec::parse(spec, "float")?;
            check_group(&parsed, 'd')?;
            format_float(*number, &parsed, "float")?
        }
        other => {
            return Err(raise(
                "TypeError",
                format!(
                    "unsupported format string passed to {}.__format__",
                    vm.type_name(other)
                ),
            ));
        }
    };
    Ok(Rc::from(text))
}

/// Groups of digits are for the types that have them.
fn check_group(spec: &Spec, default: char) -> PyResult<()> {
    let Some(separator) = spec.group else {
        return Ok(());
    };
    let kind = spec.kind.unwrap_or(default);
    match (kind, separator) {
        ('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F', _) | ('b' | 'o' | 'x' | 'X', '_') => Ok(()),
        _ => Err(raise(
            "ValueError",
            format!("Cannot specify '{separator}' with '{kind}'."),
        )),
    }
}

fn bad_kind(kind: char, owner: &str) -> PyError {
    raise(
        "ValueError",
        format!("Unknown format code '{kind}' for object of type '{owner}'"),
    )
}

fn format_str(text: &str, spec: &str) -> PyResult<String> {
    let spec = Spec::parse(spec, "str")?;
    check_group(&spec, 's')?;
    match spec.kind {
        None | Some('s') => {}
        Some(kind) => return Err(bad_kind(kind, "str")),
    }
    if let Some(sign) = spec.sign {
        let what = if sign == ' ' { "Space" } else { "Sign" };
        return Err(raise(
            "ValueError",
            format!("{what} not allowed in string format specifier"),
        ));
    }
    if spec.alternate {
        return Err(raise(
            "ValueError",
            "Alternate form (#) not allowed in string format specifier",
        ));
    }
    if spec.align == Some('=') && !spec.zero {
        return Err(raise(
            "ValueError",
            "'=' alignment not allowed in string format specifier",
        ));
    }
    let cut: String = match spec.precision {
        Some(most) => text.chars().take(most).collect(),
        None => text.to_owned(),
    };
    let spec = Spec {
        align: if spec.zero && spec.align == Some('=') {
            Some('<')
        } else {
            spec.align
        },
        ..spec
    };
    Ok(spec.pad(&cut, 0, '<'))
}

fn sign_text(negative: bool, sign: Option<char>) -> &'static str {
    match (negative, sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    }
}

fn format_int(number: &BigInt, spec: &Spec, owner: &str) -> PyResult<String> {
    if spec.no_negative_zero {
        return Err(raise(
            "ValueError",
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    if let Some(kind) = spec.kind
        && !"dnboxXc".contains(kind)
    {
        return Err(bad_kind(kind, owner));
    }
    if spec.precision.is_some() {
        return Err(raise(
            "ValueError",
            "Precision not allowed in integer format specifier",
        ));
    }
    let negative = number.sign() == Sign::Minus;
    let (radix, prefix, size) = match spec.kind {
        None | Some('d' | 'n') => (10, "", 3),
        Some('b') => (2, "0b", 4),
        Some('o') => (8, "0o", 4),
        Some('x') => (16, "0x", 4),
        Some('X') => (16, "0X", 4),
        Some('c') => {
            if spec.sign.is_some() {
                return Err(raise(
                    "ValueError",
                    "Sign not allowed with integer format specifier 'c'",
                ));
            }
            let letter = number.to_u32().and_then(char::from_u32);
            return match letter {
                Some(letter) => Ok(spec.pad(&letter.to_string(), 0, '<')),
                None => Err(raise("OverflowError", "%c arg not in range(0x110000)")),
            };
        }
        Some(kind) => return Err(bad_kind(kind, owner)),
    };
    let mut digits = number.magnitude().to_str_radix(radix);
    if spec.kind == Some('X') {
        digits.make_ascii_uppercase();
    }
    let prefix = if spec.alternate { prefix } else { "" };
    let lead = format!("{}{prefix}", sign_text(negative, spec.sign));
    Ok(finish_number(&lead, &digits, "", spec, size))
}

/// Group, sign and pad a number.
fn finish_number(lead: &str, digits: &str, rest: &str, spec: &Spec, size: usize) -> String {
    let digits = match spec.group {
        None => digits.to_owned(),
        Some(separator) => {
            let least = if spec.fill == Some('0') && spec.align == Some('=') {
                spec.width
                    .unwrap_or(0)
                    .saturating_sub(lead.len() + rest.len())
            } else {
                0
            };
            group(digits, separator, size, least)
        }
    };
    spec.pad(&format!("{lead}{digits}{rest}"), lead.len(), '>')
}

fn format_float(number: f64, spec: &Spec, owner: &str) -> PyResult<String> {
    let kind = spec.kind;
    let negative = number.is_sign_negative() && !number.is_nan();
    let size = number.abs();
    let text = match kind {
        None if spec.precision.is_none() => {
            let text = float_repr(size);
            match text.find('e') {
                Some(power) if spec.alternate && !text.contains('.') => {
                    format!("{}.{}", &text[..power], &text[power..])
                }
                _ => text,
            }
        }
        None => general(size, spec.precision.unwrap_or(6), spec.alternate, true),
        Some('f' | 'F') => fixed(size, spec.precision.unwrap_or(6), spec.alternate),
        Some('%') => {
            let mut text = fixed(size * 100.0, spec.precision.unwrap_or(6), spec.alternate);
            text.push('%');
            text
        }
        Some('e' | 'E') => exponent(size, spec.precision.unwrap_or(6), spec.alternate),
        Some('g' | 'G' | 'n') => general(size, spec.precision.unwrap_or(6), spec.alternate, false),
        Some(other) => return Err(bad_kind(other, owner)),
    };
    let text = if matches!(kind, Some('F' | 'E' | 'G')) {
        text.to_uppercase()
    } else {
        text
    };
    let all_zero = !text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) && size.is_finite();
    let negative = negative && !(spec.no_negative_zero && all_zero);
    let lead = sign_text(negative, spec.sign);
    let split = text
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(split);
    if digits.is_empty() {
        // `inf` and `nan` have no digits to group, and zeros do not fill them.
        return Ok(spec.pad(&format!("{lead}{text}"), lead.len(), '>'));
    }
    Ok(finish_number(lead, digits, rest, spec, 3))
}

fn special(size: f64) -> Option<String> {
    if size.is_nan() {
        Some("nan".to_owned())
    } else if size.is_infinite() {
        Some("inf".to_owned())
    } else {
        None
    }
}

/// `%f` of a number that is not negative.
pub(super) fn fixed(size: f64, precision: usize, alternate: bool) -> String {
    special(size).unwrap_or_else(|| {
        let mut text = format!("{size:.precision$}");
        if alternate && precision == 0 {
            text.push('.');
        }
        text
    })
}

/// `%e` of a number that is not negative.
pub(super) fn exponent(size: f64, precision: usize, alternate: bool) -> String {
    special(size).unwrap_or_else(|| {
        let text = format!("{size:.precision$e}");
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let exponent: i32 = exponent.parse().unwrap_or(0);
        let sign = if exponent < 0 { '-' } else { '+' };
        let dot = if alternate && precision == 0 { "." } else { "" };
        format!("{mantissa}{dot}e{sign}{:02}", exponent.abs())
    })
}

/// `%g` of a number that is not negative; `keep_point` for the format without type, which shows `1.0`.
pub(super) fn general(size: f64, precision: usize, alternate: bool, keep_point: bool) -> String {
    if let Some(text) = special(size) {
        return text;
    }
    let precision = precision.max(1);
    let scientific = format!("{size:.*e}", precision - 1);
    let power: i32 = scientific
        .split_once('e')
        .and_then(|(_, power)| power.parse().ok())
        .unwrap_or(0);
    let limit = precision as i32 - i32::from(keep_point);
    let use_exponent = power < -4
        || power >= limit.max(1) && (power >= precision as i32 || keep_point && power >= limit);
    let strip = |text: String| {
        if alternate || !text.contains('.') {
            text
        } else {
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    };
    if use_exponent {
        let (mantissa, _) = scientific.split_once('e').unwrap_or((&scientific, ""));
        let sign = if power < 0 { '-' } else { '+' };
        let dot = if alternate && !mantissa.contains('.') {
            "."
        } else {
            ""
        };
        return format!(
            "{}{dot}e{sign}{:02}",
            strip(mantissa.to_owned()),
            power.abs()
        );
    }
    let decimals = (precision as i32 - 1 - power).max(0) as usize;
    let text = strip(format!("{size:.decimals$}"));
    if keep_point && !text.contains('.') {
        format!("{text}.0")
    } else if alternate && !text.contains('.') {
        format!("{text}.")
    } else {
        text
    }
}

/// The arguments of `str.format`.
struct Fields<'a> {
    pos: &'a [Value],
    kw: &'a [(Rc<str>, Value)],
    map: Option<&'a Value>,
    /// The next automatic number; `None` once a number was written.
    next: Option<usize>,
    manual: bool,
}

/// `text.format(*pos, **kw)`
///
/// # Errors
/// `ValueError` for a text that is no format; `IndexError` and `KeyError` for arguments that are not there.
pub(super) fn str_format(
    vm: &mut Vm,
    text: &str,
    pos: &[Value],
    kw: &[(Rc<str>, Value)],
    map: Option<&Value>,
) -> PyResult<String> {
    let mut fields = Fields {
        pos,
        kw,
        map,
        next: None,
        manual: false,
    };
    format_text(vm, text, &mut fields, 2)
}

fn format_text(vm: &mut Vm, text: &str, fields: &mut Fields<'_>, depth: usize) -> PyResult<String> {
    if depth == 0 {
        return Err(raise("ValueError", "Max string recursion exceeded"));
    }
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find(['{', '}']) {
        result.push_str(&rest[..place]);
        let brace = &rest[place..=place];
        let after = &rest[place + 1..];
        if let Some(after) = after.strip_prefix(brace) {
            result.push_str(brace);
            rest = after;
            continue;
        }
        if brace == "}" {
            return Err(raise(
                "ValueError",
                "Single '}' encountered in format string",
            ));
        }
        let (field, after) = split_field(after)?;
        result.push_str(&format_field(vm, field, fields, depth)?);
        rest = after;
    }
    result.push_str(rest);
    Ok(result)
}

/// The inside of a replacement field and what follows it.
fn split_field(text: &str) -> PyResult<(&str, &str)> {
    let mut depth = 1;
    let mut in_index = false;
    for (place, letter) in text.char_indices() {
        match letter {
            '[' if depth == 1 => in_index = true,
            ']' => in_index = false,
            '{' if !in_index => depth += 1,
            '}' if !in_index => {
                depth -= 1;
                if depth == 0 {
                    return Ok((&text[..place], &text[place + 1..]));
                }
            }
            _ => {}
        }
    }
    Err(raise(
        "ValueError",
        if text.is_empty() {
            "Single '{' encountered in format string"
        } else {
            "expected '}' before end of string"
        },
    ))
}

fn format_field(
    vm: &mut Vm,
    field: &str,
    fields: &mut Fields<'_>,
    depth: usize,
) -> PyResult<String> {
    let mut end = field.len();
    let mut in_index = false;
    for (place, letter) in field.char_indices() {
        match letter {
            '[' => in_index = true,
            ']' => in_index = false,
            ':' | '!' if !in_index => {
                end = place;
                break;
            }
            _ => {}
        }
    }
    let (name, rest) = field.split_at(end);
    let value = find_field(vm, name, fields)?;
    let (convert, spec) = match rest.strip_prefix('!') {
        None => (None, rest.strip_prefix(':').unwrap_or("")),
        Some(rest) => {
            let mut letters = rest.chars();
            let Some(letter) = letters.next() else {
                return Err(raise("ValueError", "unmatched '{' in format spec"));
            };
            match letters.as_str() {
                "" => (Some(letter), ""),
                more => match more.strip_prefix(':') {
                    Some(spec) => (Some(letter), spec),
                    None => {
                        return Err(raise(
                            "ValueError",
                            "expected ':' after conversion specifier",
                        ));
                    }
                },
            }
        }
    };
    let value = match convert {
        None => value,
        Some('r') => Value::Str(vm.repr(&value)?),
        Some('s') => Value::Str(vm.str(&value)?),
        Some('a') => Value::Str(vm.ascii(&value)?),
        Some(other) => {
            return Err(raise(
                "ValueError",
                format!("Unknown conversion specifier {other}"),
            ));
        }
    };
    let spec = if spec.contains(['{', '}']) {
        format_text(vm, spec, fields, depth - 1)?
    } else {
        spec.to_owned()
    };
    Ok(vm.format(&value, &spec)?.to_string())
}

fn find_field(vm: &mut Vm, name: &str, fields: &mut Fields<'_>) -> PyResult {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut path) = name.split_at(end);
    let mut value = if first.is_empty() {
        if fields.manual {
            return Err(raise(
                "ValueError",
                "cannot switch from manual field specification to automatic field numbering",
            ));
        }
        let index = fields.next.unwrap_or(0);
        fields.next = Some(index + 1);
        positional(fields, index)?
    } else if let Ok(index) = first.parse::<usize>() {
        if fields.next.is_some() {
            return Err(raise(
                "ValueError",
                "cannot switch from automatic field numbering to manual field specification",
            ));
        }
        fields.manual = true;
        positional(fields, index)?
    } else if let Some(map) = fields.map {
        vm.get_item(map, &Value::str(first))?
    } else {
        match fields.kw.iter().find(|(key, _)| **key == *first) {
            Some((_, value)) => value.clone(),
            None => return Err(crate::eval::items::key_error(&Value::str(first))),
        }
    };
    while !path.is_empty() {
        if let Some(rest) = path.strip_prefix('.') {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            if end == 0 {
                return Err(raise("ValueError", "Empty attribute in format string"));
            }
            value = vm.getattr(&value, &rest[..end])?;
            path = &rest[end..];
        } else if let Some(rest) = path.strip_prefix('[') {
            let Some(end) = rest.find(']') else {
                return Err(raise("ValueError", "Missing ']' in format string"));
            };
            let key = &rest[..end];
            if key.is_empty() {
                return Err(raise("ValueError", "Empty attribute in format string"));
            }
            let key = match key.parse::<i64>() {
                Ok(index) if index >= 0 => Value::Int(index),
                _ => Value::str(key),
            };
            value = vm.get_item(&value, &key)?;
            path = &rest[end + 1..];
        } else {
            return Err(raise(
                "ValueError",
                "Only '.' or '[' may follow ']' in format field specifier",
            ));
        }
    }
    Ok(value)
}

fn positional(fields: &Fields<'_>, index: usize) -> PyResult {
    if fields.map.is_some() {
        return Err(raise(
            "ValueError",
            "Format string contains positional fields",
        ));
    }
    fields.pos.get(index).cloned().ok_or_else(|| {
        raise(
            "IndexError",
            format!("Replacement index {index} out of range for positional args tuple"),
        )
    })
}
