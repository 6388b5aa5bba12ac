//! Integers of any size.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Value;

/// The smaller of the two representations of an `int`.
pub(crate) fn normalize(number: BigInt) -> Value {
    match number.to_i64() {
        Some(small) => Value::Int(small),
        None => Value::BigInt(Rc::new(number)),
    }
}

/// The integer of an `int`, a `bool` or an object of a class that extends `int`.
pub(crate) fn to_bigint(value: &Value) -> Option<BigInt> {
    match value {
        Value::Int(number) => Some(BigInt::from(*number)),
        Value::Bool(flag) => Some(BigInt::from(u8::from(*flag))),
        Value::BigInt(number) => Some((**number).clone()),
        Value::Instance(instance) => to_bigint(&instance.inner()?),
        _ => None,
    }
}

/// The number of a `float` or an `int`, as a float; `None` for other values.
pub(crate) fn to_f64(value: &Value) -> Option<f64> {
    match value {
        Value::Float(number) => Some(*number),
        Value::Int(number) => Some(*number as f64),
        Value::Bool(flag) => Some(f64::from(u8::from(*flag))),
        Value::BigInt(number) => number.to_f64(),
        Value::Instance(instance) => to_f64(&instance.inner()?),
        _ => None,
    }
}
