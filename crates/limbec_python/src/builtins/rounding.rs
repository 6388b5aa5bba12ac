//! `round()`, which goes by the decimal text of a number.

use num_bigint::BigInt;
use num_traits::Zero;

use super::index_arg;
use super::numbers::float_to_int;
use crate::error::{PyResult, raise};
use crate::value::Value;
use crate::value::number::to_bigint;
use crate::vm::Vm;

/// `round(value, digits)`
pub(super) fn round(vm: &mut Vm, value: &Value, digits: Option<&Value>) -> PyResult {
    match value {
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => {
            let number = to_bigint(value).unwrap_or_default();
            let digits = match digits {
                Some(digits) => index_arg(vm, digits)?,
                None => 0,
            };
            Ok(Value::int(round_int(number, digits)))
        }
        Value::Float(number) => match digits {
            None => {
                let rounded = round_half_even(*number);
                float_to_int(rounded)
            }
            Some(digits) => {
                let digits = index_arg(vm, digits)?;
                Ok(Value::Float(round_float(*number, digits)))
            }
        },
        other => match vm.special_method(other, "__round__")? {
            Some(method) => {
                let args = digits.cloned().into_iter().collect();
                vm.call(&method, args, Vec::new())
            }
            None => Err(raise(
                "TypeError",
                format!(
                    "type {} doesn't define __round__ method",
                    vm.type_name(other)
                ),
            )),
        },
    }
}

fn round_int(number: BigInt, digits: i64) -> BigInt {
    if digits >= 0 {
        return number;
    }
    let Some(power) = u32::try_from(-digits).ok().filter(|power| *power < 10_000) else {
        return BigInt::zero();
    };
    let unit = BigInt::from(10).pow(power);
    let (quotient, rest) = num_integer::Integer::div_mod_floor(&number, &unit);
    let twice: BigInt = &rest * 2;
    let up = match twice.cmp(&unit) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => num_integer::Integer::is_odd(&quotient),
        std::cmp::Ordering::Less => false,
    };
    (quotient + i32::from(up)) * unit
}

fn round_half_even(number: f64) -> f64 {
    number.round_ties_even()
}

/// Rounded to decimal digits, exactly: the decimal text of the float is exact, and ties go to even.
fn round_float(number: f64, digits: i64) -> f64 {
    if !number.is_finite() || digits > 323 {
        return number;
    }
    if digits < -308 {
        return 0f64.copysign(number);
    }
    if digits >= 0 {
        return format!("{number:.*}", digits as usize)
            .parse()
            .unwrap_or(number);
    }
    let unit = 10f64.powi(i32::try_from(-digits).unwrap_or(308));
    let rounded = round_half_even(number / unit) * unit;
    if rounded.is_finite() { rounded } else { number }
}
