//! `int`, `bool` and `float`.

use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::{FromPrimitive, Zero};

use super::collections::{hash_inner, operators, value_dunders};
use super::floats::{float_hex, float_int, float_new, float_ratio, from_hex, is_integer};
use super::rounding::round;
use super::{arity, class_methods, index_arg, methods, statics, take_kw, wrap};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::eval::ops::bytes_of;
use crate::ir::{Binary, Unary};
use crate::types::Types;
use crate::value::Value;
use crate::value::number::{to_bigint, to_f64};
use crate::vm::Vm;

pub(super) fn fill(types: &Types) {
    let int = types.get("int");
    let float = types.get("float");
    statics(int, &[("__new__", int_new)]);
    statics(types.get("bool"), &[("__new__", bool_new)]);
    statics(float, &[("__new__", float_new)]);
    methods(
        int,
        &[
            ("bit_length", bit_length),
            ("bit_count", bit_count),
            ("to_bytes", to_bytes),
            ("conjugate", itself),
            ("as_integer_ratio", int_ratio),
            ("__index__", int_itself),
            ("__int__", int_itself),
            ("__trunc__", int_itself),
        ],
    );
    class_methods(int, &[("from_bytes", from_bytes)]);
    methods(
        float,
        &[
            ("is_integer", is_integer),
            ("as_integer_ratio", float_ratio),
            ("hex", float_hex),
            ("conjugate", itself),
            ("__int__", float_int),
            ("__trunc__", float_int),
        ],
    );
    class_methods(float, &[("fromhex", from_hex)]);
    for class in [int, float] {
        value_dunders(class);
        operators(class, &Binary::ALL);
        methods(
            class,
            &[
                ("__hash__", hash_inner),
                ("__bool__", truth),
                ("__neg__", |vm, args| unary(vm, args, Unary::Minus)),
                ("__pos__", |vm, args| unary(vm, args, Unary::Plus)),
                ("__abs__", absolute),
                ("__float__", to_float),
                ("__round__", round_method),
                ("__divmod__", divmod_method),
                ("__floor__", floor_method),
                ("__ceil__", ceil_method),
            ],
        );
    }
    methods(
        int,
        &[("__invert__", |vm, args| unary(vm, args, Unary::Invert))],
    );
}

pub(super) fn this(args: &Args) -> Value {
    args.pos.first().cloned().unwrap_or_default().unwrap_inner()
}

pub(super) fn this_class(args: &Args) -> Value {
    args.pos.first().cloned().unwrap_or_default()
}

fn itself(_: &mut Vm, args: Args) -> PyResult {
    Ok(this(&args))
}

fn int_itself(_: &mut Vm, args: Args) -> PyResult {
    Ok(match this(&args) {
        Value::Bool(flag) => Value::Int(i64::from(flag)),
        other => other,
    })
}

fn truth(vm: &mut Vm, args: Args) -> PyResult {
    vm.truthy(&this(&args)).map(Value::Bool)
}

fn unary(vm: &mut Vm, args: Args, op: Unary) -> PyResult {
    vm.unary(op, &this(&args))
}

fn absolute(vm: &mut Vm, args: Args) -> PyResult {
    let value = this(&args);
    let zero = Value::Int(0);
    let negative = vm.compare(crate::ir::Compare::Lt, &value, &zero)?;
    if vm.truthy(&negative)? {
        vm.unary(Unary::Minus, &value)
    } else {
        vm.unary(Unary::Plus, &value)
    }
}

fn to_float(_: &mut Vm, args: Args) -> PyResult {
    to_f64(&this(&args))
        .map(Value::Float)
        .ok_or_else(|| raise("OverflowError", "int too large to convert to float"))
}

fn round_method(vm: &mut Vm, args: Args) -> PyResult {
    let digits = args.pos.get(1).filter(|digits| !digits.is_none()).cloned();
    round(vm, &this(&args), digits.as_ref())
}

fn divmod_method(vm: &mut Vm, args: Args) -> PyResult {
    arity("__divmod__", &args, 1, 1)?;
    let (a, b) = (this(&args), args.pos[1].unwrap_inner());
    let quotient = vm.binary(Binary::FloorDiv, &a, &b)?;
    let rest = vm.binary(Binary::Mod, &a, &b)?;
    Ok(Value::tuple(vec![quotient, rest]))
}

fn floor_method(_: &mut Vm, args: Args) -> PyResult {
    match this(&args) {
        Value::Float(number) => float_to_int(number.floor()),
        other => Ok(other),
    }
}

fn ceil_method(_: &mut Vm, args: Args) -> PyResult {
    match this(&args) {
        Value::Float(number) => float_to_int(number.ceil()),
        other => Ok(other),
    }
}

/// The integer of a float without fraction.
pub(crate) fn float_to_int(number: f64) -> PyResult {
    if number.is_nan() {
        return Err(raise("ValueError", "cannot convert float NaN to integer"));
    }
    if number.is_infinite() {
        return Err(raise(
            "OverflowError",
            "cannot convert float infinity to integer",
        ));
    }
    Ok(BigInt::from_f64(number.trunc()).map_or(Value::Int(0), Value::int))
}

fn bool_new(vm: &mut Vm, args: Args) -> PyResult {
    arity("bool", &args, 0, 1)?;
    match args.pos.get(1) {
        None => Ok(Value::Bool(false)),
        Some(value) => vm.truthy(value).map(Value::Bool),
    }
}

/// `int(x=0)` and `int(text, base=10)`
fn int_new(vm: &mut Vm, mut args: Args) -> PyResult {
    let base = take_kw(&mut args, "base");
    if let Some((name, _)) = args.kw.first() {
        return Err(raise(
            "TypeError",
            format!("'{name}' is an invalid keyword argument for int()"),
        ));
    }
    let class = args.pos.first().cloned().unwrap_or_default();
    if args.pos.len() > 3 {
        return Err(raise(
            "TypeError",
            format!(
                "int() takes at most 2 arguments ({} given)",
                args.pos.len() - 1
            ),
        ));
    }
    let base = base.or_else(|| args.pos.get(2).cloned());
    let Some(value) = args.pos.get(1) else {
        if base.is_some() {
            return Err(raise("TypeError", "int() missing string argument"));
        }
        return Ok(wrap(vm, &class, "int", Value::Int(0)));
    };
    let number = match base {
        None => to_int(vm, value)?,
        Some(base) => {
            let base = index_arg(vm, &base)?;
            if base != 0 && !(2..=36).contains(&base) {
                return Err(raise(
                    "ValueError",
                    "int() base must be >= 2 and <= 36, or 0",
                ));
            }
            let text = match (value.as_str(), bytes_of(value)) {
                (Some(text), _) => text,
                (None, Some(data)) => Rc::from(String::from_utf8_lossy(&data)),
                (None, None) => {
                    return Err(raise(
                        "TypeError",
                        "int() can't convert non-string with explicit base",
                    ));
                }
            };
            parse_or_fail(vm, value, &text, base as u32)?
        }
    };
    Ok(wrap(vm, &class, "int", number))
}

/// `int(value)`
pub(crate) fn to_int(vm: &mut Vm, value: &Value) -> PyResult {
    match value {
        Value::Int(_) | Value::BigInt(_) => return Ok(value.clone()),
        Value::Bool(flag) => return Ok(Value::Int(i64::from(*flag))),
        Value::Float(number) => return float_to_int(*number),
        Value::Str(text) => return parse_or_fail(vm, value, text, 10),
        Value::Bytes(_) | Value::ByteArray(_) => {
            let data = bytes_of(value).unwrap_or_default();
            let text = String::from_utf8_lossy(&data).into_owned();
            return parse_or_fail(vm, value, &text, 10);
        }
        Value::Absent(absent) => return Err(vm.absent_used(absent)),
        _ => {}
    }
    for name in ["__int__", "__index__", "__trunc__"] {
        if let Some(method) = vm.special_method(value, name)? {
            let result = vm.call(&method, Vec::new(), Vec::new())?.unwrap_inner();
            return match result {
                Value::Int(_) | Value::BigInt(_) => Ok(result),
                Value::Bool(flag) => Ok(Value::Int(i64::from(flag))),
                other => Err(raise(
                    "TypeError",
                    format!("{name} returned non-int (type {})", vm.type_name(&other)),
                )),
            };
        }
    }
    if let Some(text) = value.as_str() {
        return parse_or_fail(vm, value, &text, 10);
    }
    Err(raise(
        "TypeError",
        format!(
            "int() argument must be a string, a bytes-like object or a real number, not '{}'",
            vm.type_name(value)
        ),
    ))
}

/// CPython's limit for turning decimal digits into numbers and back.
pub(crate) const MOST_DIGITS: usize = 4300;

/// An error for a number with more decimal digits than CPython writes out.
///
/// # Errors
/// `ValueError`
pub(crate) fn check_digits(number: &BigInt) -> PyResult<()> {
    // 4300 digits have 14,285 bits at most.
    if number.bits() > 14_284 && number.magnitude().to_radix_le(10).len() > MOST_DIGITS {
        return Err(raise(
            "ValueError",
            format!(
                "Exceeds the limit ({MOST_DIGITS} digits) for integer string conversion; \
                 use sys.set_int_max_str_digits() to increase the limit"
            ),
        ));
    }
    Ok(())
}

fn parse_or_fail(vm: &mut Vm, value: &Value, text: &str, base: u32) -> PyResult {
    if text.len() > MOST_DIGITS && !base.is_power_of_two() {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if digits > MOST_DIGITS {
            return Err(raise(
                "ValueError",
                format!(
                    "Exceeds the limit ({MOST_DIGITS} digits) for integer string conversion: value has {digits} \
                     digits; use sys.set_int_max_str_digits() to increase the limit"
                ),
            ));
        }
    }
    match parse_int(text, base) {
        Some(number) => Ok(Value::int(number)),
        None => {
            let shown = vm.repr(&value.unwrap_inner())?;
            Err(raise(
                "ValueError",
                format!("invalid literal for int() with base {base}: {shown}"),
            ))
        }
    }
}

/// An integer as `int()` reads it: blanks around, a sign, a prefix, underscores between digits.
pub(crate) fn parse_int(text: &str, base: u32) -> Option<BigInt> {
    let text = text.trim_matches(|letter: char| letter.is_whitespace());
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let lower = digits.to_lowercase();
    let mut base = base;
    let mut body = lower.as_str();
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(rest) = lower.strip_prefix(prefix)
            && (base == radix || base == 0)
        {
            base = radix;
            body = rest.strip_prefix('_').unwrap_or(rest);
        }
    }
    if base == 0 {
        base = 10;
        // `int("012", 0)` is no number, as in source text.
        if body.len() > 1
            && body.starts_with('0')
            && body.bytes().any(|byte| (b'1'..=b'9').contains(&byte))
        {
            return None;
        }
    }
    if body.is_empty() || body.starts_with('_') || body.ends_with('_') || body.contains("__") {
        return None;
    }
    let mut plain = String::with_capacity(body.len());
    for letter in body.chars().filter(|letter| *letter != '_') {
        if letter.is_ascii() {
            plain.push(letter);
        } else {
            plain.push(char::from_digit(super::str_type::digit_value(letter)?, 10)?);
        }
    }
    if plain.starts_with(['-', '+']) {
        return None;
    }
    let number = BigInt::parse_bytes(plain.as_bytes(), base)?;
    Some(if negative { -number } else { number })
}

fn bit_length(_: &mut Vm, args: Args) -> PyResult {
    let number = to_bigint(&this(&args)).unwrap_or_default();
    Ok(Value::Int(number.bits() as i64))
}

fn bit_count(_: &mut Vm, args: Args) -> PyResult {
    let number = to_bigint(&this(&args)).unwrap_or_default();
    let ones: u32 = number
        .magnitude()
        .iter_u64_digits()
        .map(u64::count_ones)
        .sum();
    Ok(Value::Int(i64::from(ones)))
}

fn to_bytes(vm: &mut Vm, mut args: Args) -> PyResult {
    let signed = match take_kw(&mut args, "signed") {
        Some(signed) => vm.truthy(&signed)?,
        None => false,
    };
    let length = take_kw(&mut args, "length").or_else(|| args.pos.get(1).cloned());
    let length = match length {
        Some(length) => index_arg(vm, &length)?,
        None => 1,
    };
    let order = take_kw(&mut args, "byteorder").or_else(|| args.pos.get(2).cloned());
    let order = order
        .and_then(|order| order.as_str())
        .unwrap_or_else(|| Rc::from("big"));
    let number = to_bigint(&this(&args)).unwrap_or_default();
    if number.sign() == Sign::Minus && !signed {
        return Err(raise(
            "OverflowError",
            "can't convert negative int to unsigned",
        ));
    }
    let length = usize::try_from(length).unwrap_or(0);
    vm.room(length)?;
    let mut data = if signed {
        number.to_signed_bytes_le()
    } else {
        number.magnitude().to_bytes_le()
    };
    if number.is_zero() {
        data.clear();
    }
    if data.len() > length {
        return Err(raise("OverflowError", "int too big to convert"));
    }
    let fill = if number.sign() == Sign::Minus {
        0xff
    } else {
        0
    };
    data.resize(length, fill);
    if &*order == "big" {
        data.reverse();
    }
    Ok(Value::bytes(data))
}

fn from_bytes(vm: &mut Vm, mut args: Args) -> PyResult {
    let signed = match take_kw(&mut args, "signed") {
        Some(signed) => vm.truthy(&signed)?,
        None => false,
    };
    let order = take_kw(&mut args, "byteorder").or_else(|| args.pos.get(2).cloned());
    let order = order
        .and_then(|order| order.as_str())
        .unwrap_or_else(|| Rc::from("big"));
    let data = match args.pos.get(1) {
        Some(value) => match bytes_of(value) {
            Some(data) => data,
            None => super::bytes_type::byte_items(vm, value)?,
        },
        None => Vec::new(),
    };
    let number = match (&*order, signed) {
        ("little", false) => BigInt::from_bytes_le(Sign::Plus, &data),
        ("little", true) => BigInt::from_signed_bytes_le(&data),
        (_, false) => BigInt::from_bytes_be(Sign::Plus, &data),
        (_, true) => BigInt::from_signed_bytes_be(&data),
    };
    Ok(Value::int(number))
}

fn int_ratio(_: &mut Vm, args: Args) -> PyResult {
    Ok(Value::tuple(vec![this(&args), Value::Int(1)]))
}
