//! `float`: made of numbers and text, and its methods.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

use super::numbers::{float_to_int, this, this_class};
use super::{arity, wrap};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::eval::ops::bytes_of;
use crate::value::Value;
use crate::value::number::to_f64;
use crate::vm::Vm;

/// `float.fromhex(text)`
pub(super) fn from_hex(vm: &mut Vm, args: Args) -> PyResult {
    arity("float.fromhex", &args, 1, 1)?;
    let class = this_class(&args);
    let text = super::str_arg(&args.pos[1], "fromhex() argument")?;
    let number = hex_float(text.trim())
        .ok_or_else(|| raise("ValueError", "invalid hexadecimal floating-point string"))?;
    Ok(wrap(vm, &class, "float", Value::Float(number)))
}

/// A number such as `-0x1.8p-3`.
fn hex_float(text: &str) -> Option<f64> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let lower = rest.to_ascii_lowercase();
    let size = match lower.as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        other => {
            let body = other.strip_prefix("0x").unwrap_or(other);
            let (mantissa, exponent) = match body.split_once('p') {
                Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
                None => (body, 0),
            };
            let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
            let digits = format!("{whole}{fraction}");
            let number = BigInt::parse_bytes(digits.as_bytes(), 16)?;
            let places = i32::try_from(fraction.len()).ok()?;
            crate::eval::ops::scale(
                number.to_f64()?,
                exponent.checked_sub(places.checked_mul(4)?)?,
            )
        }
    };
    Some(if negative { -size } else { size })
}

pub(super) fn float_int(_: &mut Vm, args: Args) -> PyResult {
    match this(&args) {
        Value::Float(number) => float_to_int(number),
        other => Ok(other),
    }
}

pub(super) fn float_new(vm: &mut Vm, args: Args) -> PyResult {
    arity("float", &args, 0, 1)?;
    let number = match args.pos.get(1) {
        None => 0.0,
        Some(value) => to_float_value(vm, value)?,
    };
    Ok(wrap(
        vm,
        &args.pos[0].clone(),
        "float",
        Value::Float(number),
    ))
}

/// `float(value)`
pub(crate) fn to_float_value(vm: &mut Vm, value: &Value) -> PyResult<f64> {
    match value {
        Value::Float(number) => return Ok(*number),
        Value::Int(number) => return Ok(*number as f64),
        Value::Bool(flag) => return Ok(f64::from(u8::from(*flag))),
        Value::BigInt(number) => {
            return number
                .to_f64()
                .filter(|number| number.is_finite())
                .ok_or_else(|| raise("OverflowError", "int too large to convert to float"));
        }
        Value::Absent(absent) => return Err(vm.absent_used(absent)),
        _ => {}
    }
    if let Some(text) = value.as_str() {
        return match parse_float(&text) {
            Some(number) => Ok(number),
            None => {
                let shown = vm.repr(&Value::Str(text))?;
                Err(raise(
                    "ValueError",
                    format!("could not convert string to float: {shown}"),
                ))
            }
        };
    }
    if let Some(data) = bytes_of(value) {
        return parse_float(&String::from_utf8_lossy(&data))
            .ok_or_else(|| raise("ValueError", "could not convert string to float"));
    }
    for name in ["__float__", "__index__"] {
        if let Some(method) = vm.special_method(value, name)? {
            let result = vm.call(&method, Vec::new(), Vec::new())?;
            return to_f64(&result)
                .ok_or_else(|| raise("TypeError", "__float__ returned non-float"));
        }
    }
    Err(raise(
        "TypeError",
        format!(
            "float() argument must be a string or a real number, not '{}'",
            vm.type_name(value)
        ),
    ))
}

pub(crate) fn parse_float(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.starts_with('_') || text.ends_with('_') || text.contains("__") {
        return None;
    }
    let plain: String = text
        .chars()
        .filter(|letter| *letter != '_')
        .map(|letter| match super::str_type::digit_value(letter) {
            Some(digit) => char::from_digit(digit, 10).unwrap_or(letter),
            None => letter.to_ascii_lowercase(),
        })
        .collect();
    let digits = plain.trim_start_matches(['+', '-']);
    if plain.len() - digits.len() > 1 {
        return None;
    }
    match digits {
        "inf" | "infinity" | "nan" => {}
        _ if digits.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.') => {}
        _ => return None,
    }
    plain.parse().ok()
}

pub(super) fn is_integer(_: &mut Vm, args: Args) -> PyResult {
    Ok(Value::Bool(match this(&args) {
        Value::Float(number) => number.is_finite() && number.fract() == 0.0,
        _ => true,
    }))
}

pub(super) fn float_ratio(_: &mut Vm, args: Args) -> PyResult {
    let Value::Float(number) = this(&args) else {
        return Ok(Value::None);
    };
    let (top, bottom) = ratio(number)?;
    Ok(Value::tuple(vec![Value::int(top), Value::int(bottom)]))
}

/// A float as an exact fraction.
pub(crate) fn ratio(number: f64) -> PyResult<(BigInt, BigInt)> {
    if number.is_nan() {
        return Err(raise("ValueError", "cannot convert NaN to integer ratio"));
    }
    if number.is_infinite() {
        return Err(raise(
            "OverflowError",
            "cannot convert Infinity to integer ratio",
        ));
    }
    let (mut top, mut bottom) = (number, BigInt::from(1));
    while top.fract() != 0.0 {
        top *= 2.0;
        bottom *= 2;
    }
    Ok((BigInt::from_f64(top).unwrap_or_default(), bottom))
}

pub(super) fn float_hex(_: &mut Vm, args: Args) -> PyResult {
    let Value::Float(number) = this(&args) else {
        return Ok(Value::None);
    };
    let bits = number.to_bits();
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let exponent = ((bits >> 52) & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    if number == 0.0 {
        return Ok(Value::str(format!("{sign}0x0.0p+0")));
    }
    let (lead, exponent) = if exponent == 0 {
        (0, -1022)
    } else {
        (1, exponent - 1023)
    };
    Ok(Value::str(format!(
        "{sign}0x{lead}.{fraction:013x}p{exponent:+}"
    )))
}
