//! Arithmetic of numbers, as CPython does it.

use crate::error::{PyResult, raise};
use crate::ir::Binary;
use crate::value::Value;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

pub(super) fn small_ints(op: Binary, x: i64, y: i64) -> PyResult {
    let fast = match op {
        Binary::Add => x.checked_add(y),
        Binary::Sub => x.checked_sub(y),
        Binary::Mul => x.checked_mul(y),
        Binary::BitOr => Some(x | y),
        Binary::BitXor => Some(x ^ y),
        Binary::BitAnd => Some(x & y),
        Binary::FloorDiv if y != 0 => x.checked_div_euclid(y).map(|_| {
            let quotient = x.wrapping_div(y);
            if x % y != 0 && ((x < 0) != (y < 0)) {
                quotient - 1
            } else {
                quotient
            }
        }),
        Binary::Mod if y != 0 && y != -1 => {
            let rest = x % y;
            Some(if rest != 0 && ((rest < 0) != (y < 0)) {
                rest + y
            } else {
                rest
            })
        }
        _ => None,
    };
    match fast {
        Some(result) => Ok(Value::Int(result)),
        None => bigint_op(op, BigInt::from(x), BigInt::from(y)),
    }
}

/// Larger numbers are a `MemoryError`: what computes with them would take minutes.
const MOST_BITS: u64 = 1 << 25;

pub(super) fn bigint_op(op: Binary, x: BigInt, y: BigInt) -> PyResult {
    let zero = |text: &str| Err(raise("ZeroDivisionError", text));
    Ok(Value::int(match op {
        Binary::Add => x + y,
        Binary::Sub => x - y,
        Binary::Mul if x.bits() + y.bits() > MOST_BITS => return Err(raise("MemoryError", "")),
        Binary::Mul => x * y,
        Binary::BitOr => x | y,
        Binary::BitXor => x ^ y,
        Binary::BitAnd => x & y,
        Binary::FloorDiv if y.is_zero() => return zero("integer division or modulo by zero"),
        Binary::FloorDiv => num_integer::Integer::div_floor(&x, &y),
        Binary::Mod if y.is_zero() => return zero("integer modulo by zero"),
        Binary::Mod => num_integer::Integer::mod_floor(&x, &y),
        Binary::Div if y.is_zero() => return zero("division by zero"),
        Binary::Div => return true_divide(&x, &y),
        Binary::Pow => return int_pow(&x, &y),
        Binary::LShift | Binary::RShift => {
            if y.is_negative() {
                return Err(raise("ValueError", "negative shift count"));
            }
            let count = y.to_usize().unwrap_or(usize::MAX);
            if op == Binary::RShift {
                if count as u64 > x.bits() + 1 {
                    return Ok(Value::Int(if x.is_negative() { -1 } else { 0 }));
                }
                x >> count
            } else if x.is_zero() {
                x
            } else if count as u64 > MOST_BITS {
                return Err(raise("MemoryError", ""));
            } else {
                x << count
            }
        }
        Binary::MatMul => {
            return Err(raise(
                "TypeError",
                "unsupported operand type(s) for @: 'int' and 'int'",
            ));
        }
    }))
}

/// `x / y` of integers, rounded once.
fn true_divide(x: &BigInt, y: &BigInt) -> PyResult {
    const EXACT: u64 = 53;
    if x.bits() <= EXACT && y.bits() <= EXACT {
        let (x, y) = (x.to_f64().unwrap_or(0.0), y.to_f64().unwrap_or(1.0));
        return Ok(Value::Float(x / y));
    }
    // Scale so that the quotient has 64 bits or more, keep whether a rest was lost, and round that.
    let shift = 66 - (x.bits() as i64 - y.bits() as i64);
    let (top, bottom) = if shift >= 0 {
        (x.abs() << shift as usize, y.abs())
    } else {
        (x.abs(), y.abs() << (-shift) as usize)
    };
    let (quotient, rest) = num_integer::Integer::div_rem(&top, &bottom);
    let sticky = if rest.is_zero() {
        quotient
    } else {
        quotient | BigInt::from(1)
    };
    let negative = x.is_negative() != y.is_negative();
    let value = sticky.to_f64().unwrap_or(f64::INFINITY);
    let exponent = i32::try_from(-shift).unwrap_or(i32::MAX);
    let scaled = scale(value, exponent);
    if scaled.is_infinite() {
        return Err(raise(
            "OverflowError",
            "integer division result too large for a float",
        ));
    }
    Ok(Value::Float(if negative { -scaled } else { scaled }))
}

/// `value * 2**exponent`
pub(crate) fn scale(mut value: f64, mut exponent: i32) -> f64 {
    while exponent > 1000 && value.is_finite() && value != 0.0 {
        value *= 2f64.powi(1000);
        exponent -= 1000;
    }
    while exponent < -1000 && value != 0.0 {
        value *= 2f64.powi(-1000);
        exponent += 1000;
    }
    value * 2f64.powi(exponent)
}

fn int_pow(base: &BigInt, exponent: &BigInt) -> PyResult {
    if exponent.is_negative() {
        let (base, exponent) = (
            base.to_f64().unwrap_or(f64::INFINITY),
            exponent.to_f64().unwrap_or(f64::NEG_INFINITY),
        );
        return float_pow(base, exponent);
    }
    let Some(exponent) = exponent.to_u32() else {
        return Err(raise("MemoryError", ""));
    };
    if base.bits().saturating_mul(u64::from(exponent)) > MOST_BITS {
        return Err(raise("MemoryError", ""));
    }
    Ok(Value::int(num_traits::Pow::pow(base, exponent)))
}

pub(super) fn float_pow(x: f64, y: f64) -> PyResult {
    if x == 0.0 && y < 0.0 {
        return Err(raise(
            "ZeroDivisionError",
            "0.0 cannot be raised to a negative power",
        ));
    }
    if x < 0.0 && y.fract() != 0.0 && x.is_finite() && y.is_finite() {
        return crate::builtins::complex::power(x, y);
    }
    let result = x.powf(y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(raise(
            "OverflowError",
            "(34, 'Numerical result out of range')",
        ));
    }
    Ok(Value::Float(result))
}

/// Quotient and rest as Python has them: the rest has the sign of the divisor.
pub(crate) fn float_divmod(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest != 0.0 {
        if (y < 0.0) != (rest < 0.0) {
            rest += y;
            quotient -= 1.0;
        }
    } else {
        rest = 0f64.copysign(y);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        }
    } else {
        0f64.copysign(x / y)
    };
    (floor, rest)
}
