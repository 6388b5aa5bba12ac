//! The `%` operator of `str` and `bytes`.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::format::{exponent, fixed, general};
use crate::error::{PyResult, raise};
use crate::eval::ops::bytes_of;
use crate::value::Value;
use crate::value::number::{to_bigint, to_f64};
use crate::vm::Vm;

/// One conversion: `%(name)#0- +5.2f`
#[derive(Default)]
struct Conversion {
    alternate: bool,
    zero: bool,
    left: bool,
    sign: Option<char>,
    width: usize,
    precision: Option<usize>,
}

/// The values that are left.
struct Values<'a> {
    all: &'a Value,
    items: Vec<Value>,
    next: usize,
    by_name: bool,
    /// Letters of the whole format.
    length: usize,
}

impl Values<'_> {
    fn take(&mut self) -> PyResult {
        let value = self.items.get(self.next).cloned();
        self.next += 1;
        value.ok_or_else(|| raise("TypeError", "not enough arguments for format string"))
    }
}

/// `text % value`
///
/// # Errors
/// `TypeError` for values that do not fit the conversions; `ValueError` for unknown conversions.
pub(crate) fn format_str(vm: &mut Vm, text: &str, value: &Value) -> PyResult {
    format(vm, text, value, false).map(Value::str)
}

/// `data % value`
///
/// # Errors
/// As [`format_str`].
pub(crate) fn format_bytes(vm: &mut Vm, data: &[u8], value: &Value) -> PyResult {
    // Latin-1 keeps each byte as one letter.
    let text: String = data.iter().map(|byte| char::from(*byte)).collect();
    let result = format(vm, &text, value, true)?;
    let bytes: Vec<u8> = result
        .chars()
        .map(|letter| u32::from(letter) as u8)
        .collect();
    Ok(Value::bytes(bytes))
}

fn format(vm: &mut Vm, text: &str, value: &Value, bytes: bool) -> PyResult<String> {
    let items = match value.unwrap_inner() {
        Value::Tuple(items) => items.to_vec(),
        _ => vec![value.clone()],
    };
    let mut values = Values {
        all: value,
        items,
        next: 0,
        by_name: false,
        length: text.chars().count(),
    };
    let mut result = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(place) = rest.find('%') {
        result.push_str(&rest[..place]);
        rest = conversion(vm, &rest[place + 1..], &mut values, &mut result, bytes)?;
    }
    result.push_str(rest);
    // A mapping may stand for no value at all, because its values are taken by name.
    let is_mapping = match value {
        Value::Dict(_) => true,
        Value::Instance(_) if value.as_str().is_none() => vm.hasattr(value, "__getitem__")?,
        _ => false,
    };
    let left_over = values.next < values.items.len() && !values.by_name;
    if left_over && !is_mapping {
        return Err(raise(
            "TypeError",
            if bytes {
                "not all arguments converted during bytes formatting"
            } else {
                "not all arguments converted during string formatting"
            },
        ));
    }
    Ok(result)
}

/// Format one conversion; what follows it.
fn conversion<'t>(
    vm: &mut Vm,
    text: &'t str,
    values: &mut Values<'_>,
    out: &mut String,
    bytes: bool,
) -> PyResult<&'t str> {
    if let Some(after) = text.strip_prefix('%') {
        out.push('%');
        return Ok(after);
    }
    let mut rest = text;
    let mut named = None;
    if let Some(inside) = rest.strip_prefix('(') {
        let mut depth = 1;
        let end = inside.find(|letter| {
            match letter {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        let Some(end) = end else {
            return Err(raise("ValueError", "incomplete format key"));
        };
        let mapping = values.all;
        if matches!(mapping, Value::Tuple(_))
            || mapping.as_str().is_some()
            || mapping.as_int().is_some()
        {
            return Err(raise("TypeError", "format requires a mapping"));
        }
        let key = if bytes {
            Value::bytes(&inside.as_bytes()[..end])
        } else {
            Value::str(&inside[..end])
        };
        named = Some(vm.get_item(mapping, &key)?);
        values.by_name = true;
        rest = &inside[end + 1..];
    }
    let mut spec = Conversion::default();
    loop {
        match rest.chars().next() {
            Some('#') => spec.alternate = true,
            Some('0') => spec.zero = true,
            Some('-') => spec.left = true,
            Some('+') => spec.sign = Some('+'),
            Some(' ') => spec.sign = spec.sign.or(Some(' ')),
            _ => break,
        }
        rest = &rest[1..];
    }
    if let Some(width) = size(&mut rest, values)? {
        spec.left |= width < 0;
        spec.width = width.unsigned_abs() as usize;
    }
    if let Some(after) = rest.strip_prefix('.') {
        rest = after;
        let precision = size(&mut rest, values)?.unwrap_or(0);
        spec.precision = Some(usize::try_from(precision).unwrap_or(0));
    }
    rest = rest.strip_prefix(['h', 'l', 'L']).unwrap_or(rest);
    let Some(kind) = rest.chars().next() else {
        return Err(raise("ValueError", "incomplete format"));
    };
    let after = &rest[kind.len_utf8()..];
    let position = values.length - rest.chars().count();
    let value = match named {
        Some(value) => value,
        None => {
            if !"sraidufFeEgGxXocb".contains(kind) {
                return Err(unknown(kind, position));
            }
            values.take()?
        }
    };
    format_one(vm, kind, &value, &spec, out, bytes)?;
    Ok(after)
}

fn unknown(kind: char, position: usize) -> crate::PyError {
    let code = u32::from(kind);
    raise(
        "ValueError",
        format!("unsupported format character '{kind}' ({code:#x}) at index {position}"),
    )
}

/// A width or precision: digits, or `*` for an argument.
fn size(rest: &mut &str, values: &mut Values<'_>) -> PyResult<Option<i64>> {
    if let Some(after) = rest.strip_prefix('*') {
        *rest = after;
        return match values.take()?.as_int() {
            Some(number) => Ok(Some(number)),
            None => Err(raise("TypeError", "* wants int")),
        };
    }
    let end = rest
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    *rest = after;
    if digits.is_empty() {
        return Ok(None);
    }
    match digits.parse::<i64>() {
        Ok(number) if number <= 1 << 24 => Ok(Some(number)),
        _ => Err(raise("ValueError", "width too big")),
    }
}

fn format_one(
    vm: &mut Vm,
    kind: char,
    value: &Value,
    spec: &Conversion,
    out: &mut String,
    bytes: bool,
) -> PyResult<()> {
    match kind {
        's' | 'r' | 'a' | 'b' => {
            let text = match kind {
                's' | 'b' if bytes => match bytes_of(value) {
                    Some(data) => data.iter().map(|byte| char::from(*byte)).collect(),
                    None => {
                        return Err(raise(
                            "TypeError",
                            format!(
                                "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                                vm.type_name(value)
                            ),
                        ));
                    }
                },
                's' => vm.str(value)?.to_string(),
                'r' => vm.repr(value)?.to_string(),
                _ => vm.ascii(value)?.to_string(),
            };
            let cut: String = match spec.precision {
                Some(most) => text.chars().take(most).collect(),
                None => text,
            };
            pad(&cut, spec, out);
            Ok(())
        }
        'c' => {
            let text = match (value.as_str(), value.as_int()) {
                (Some(text), _) if text.chars().count() == 1 => text.to_string(),
                (_, Some(code)) => match u32::try_from(code).ok().and_then(char::from_u32) {
                    Some(letter) => letter.to_string(),
                    None => {
                        return Err(raise("OverflowError", "%c arg not in range(0x110000)"));
                    }
                },
                _ if to_bigint(value).is_some() => {
                    return Err(raise("OverflowError", "%c arg not in range(0x110000)"));
                }
                _ => return Err(raise("TypeError", "%c requires int or char")),
            };
            pad(&text, spec, out);
            Ok(())
        }
        'd' | 'i' | 'u' | 'x' | 'X' | 'o' => {
            let number = integer(vm, kind, value)?;
            integer_text(kind, &number, spec, out);
            Ok(())
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            let number = match to_f64(value) {
                Some(number) => number,
                None if vm.special_method(value, "__float__")?.is_some() => {
                    super::floats::to_float_value(vm, value)?
                }
                None => {
                    return Err(raise(
                        "TypeError",
                        format!("must be real number, not {}", vm.type_name(value)),
                    ));
                }
            };
            let size = number.abs();
            let precision = spec.precision.unwrap_or(6);
            let mut text = match kind {
                'e' | 'E' => exponent(size, precision, spec.alternate),
                'f' | 'F' => fixed(size, precision, spec.alternate),
                _ => general(size, precision, spec.alternate, false),
            };
            if kind.is_ascii_uppercase() {
                text.make_ascii_uppercase();
            }
            let negative = number.is_sign_negative() && !number.is_nan();
            signed(negative, "", &text, spec, out);
            Ok(())
        }
        other => Err(unknown(other, 0)),
    }
}

fn integer(vm: &mut Vm, kind: char, value: &Value) -> PyResult<BigInt> {
    if let Some(number) = to_bigint(value) {
        return Ok(number);
    }
    if let (Some(float), 'd' | 'i' | 'u') = (to_f64(value), kind) {
        let number = super::numbers::float_to_int(float)?;
        return Ok(to_bigint(&number).unwrap_or_default());
    }
    for name in ["__int__", "__index__"] {
        if matches!(kind, 'x' | 'X' | 'o') && name == "__int__" {
            continue;
        }
        if let Some(method) = vm.special_method(value, name)? {
            let number = vm.call(&method, Vec::new(), Vec::new())?;
            return Ok(to_bigint(&number).unwrap_or_default());
        }
    }
    let wanted = if matches!(kind, 'x' | 'X' | 'o') {
        "an integer is"
    } else {
        "a real number is"
    };
    Err(raise(
        "TypeError",
        format!(
            "%{kind} format: {wanted} required, not {}",
            vm.type_name(value)
        ),
    ))
}

fn integer_text(kind: char, number: &BigInt, spec: &Conversion, out: &mut String) {
    let (radix, prefix) = match kind {
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        'o' => (8, "0o"),
        _ => (10, ""),
    };
    let mut digits = number.magnitude().to_str_radix(radix);
    if kind == 'X' {
        digits.make_ascii_uppercase();
    }
    if let Some(least) = spec.precision {
        while digits.len() < least {
            digits.insert(0, '0');
        }
    }
    let prefix = if spec.alternate { prefix } else { "" };
    let negative = number.sign() == Sign::Minus;
    let _ = number.to_i64();
    signed(negative, prefix, &digits, spec, out);
}

fn signed(negative: bool, prefix: &str, digits: &str, spec: &Conversion, out: &mut String) {
    let sign = match (negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(_)) => " ",
        _ => "",
    };
    let lead = format!("{sign}{prefix}");
    let length = lead.len() + digits.len();
    if spec.zero && !spec.left && spec.width > length {
        out.push_str(&lead);
        out.extend(std::iter::repeat_n('0', spec.width - length));
        out.push_str(digits);
    } else {
        pad(&format!("{lead}{digits}"), spec, out);
    }
}

fn pad(text: &str, spec: &Conversion, out: &mut String) {
    let space = spec.width.saturating_sub(text.chars().count());
    if spec.left {
        out.push_str(text);
        out.extend(std::iter::repeat_n(' ', space));
    } else {
        out.extend(std::iter::repeat_n(' ', space));
        out.push_str(text);
    }
}
