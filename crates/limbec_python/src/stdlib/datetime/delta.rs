//! `timedelta`

use std::rc::Rc;

use super::civil::{DAY, HOUR, MINUTE, SECOND};
use super::{Classes, comparisons, hash_of, instance, payload};
use crate::error::{PyResult, raise};
use crate::native::ClassBuilder;
use crate::value::{Class, Value};
use crate::vm::Vm;

/// The payload of a `timedelta`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Delta {
    /// The whole difference in microseconds.
    pub micros: i128,
}

/// The arguments of the constructor and what they count in.
const UNITS: &[(&str, i128)] = &[
    ("days", DAY),
    ("seconds", SECOND),
    ("microseconds", 1),
    ("milliseconds", 1000),
    ("minutes", MINUTE),
    ("hours", HOUR),
    ("weeks", 7 * DAY),
];

const LARGEST: i128 = 999_999_999 * DAY + DAY - 1;
const SMALLEST: i128 = -999_999_999 * DAY;

fn checked(micros: i128) -> PyResult<Delta> {
    if (SMALLEST..=LARGEST).contains(&micros) {
        return Ok(Delta { micros });
    }
    Err(raise(
        "OverflowError",
        format!(
            "days={}; must have magnitude <= 999999999",
            micros.div_euclid(DAY)
        ),
    ))
}

fn make(vm: &mut Vm, micros: i128) -> PyResult {
    let delta = checked(micros)?;
    Ok(super::make_delta(vm, delta.micros))
}

/// Round half to even, as Python rounds.
pub(super) fn round_half_even(number: f64) -> i128 {
    number.round_ties_even() as i128
}

pub(super) fn class() -> Rc<Class> {
    let builder = ClassBuilder::new("datetime", "timedelta")
        .init(
            "days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0",
            |vm, this, a| {
                let mut whole: i128 = 0;
                let mut fraction = 0.0;
                for (place, (name, unit)) in UNITS.iter().enumerate() {
                    match a.at(place) {
                        Value::Float(number) => {
                            whole += (number.trunc() as i128) * unit;
                            fraction += number.fract() * (*unit as f64);
                        }
                        other => match other.as_int() {
                            Some(number) => whole += i128::from(number) * unit,
                            None => {
                                return Err(raise(
                                    "TypeError",
                                    format!(
                                        "unsupported type for timedelta {name} component: {}",
                                        vm.type_name(other)
                                    ),
                                ));
                            }
                        },
                    }
                }
                this.set_payload(Rc::new(checked(whole + round_half_even(fraction))?));
                Ok(())
            },
        )
        .property("days", |_, this| field(&this, |m| m.div_euclid(DAY)))
        .property("seconds", |_, this| {
            field(&this, |m| m.rem_euclid(DAY) / SECOND)
        })
        .property("microseconds", |_, this| {
            field(&this, |m| m.rem_euclid(SECOND))
        })
        .method("total_seconds", "", |_, this, _| {
            let delta = payload::<Delta>(&this)?;
            Ok(Value::Float(delta.micros as f64 / 1e6))
        })
        .method("__add__", "other", |vm, this, a| {
            combine(vm, &this, a.at(0), 1)
        })
        .method("__radd__", "other", |vm, this, a| {
            combine(vm, &this, a.at(0), 1)
        })
        .method("__sub__", "other", |vm, this, a| {
            combine(vm, &this, a.at(0), -1)
        })
        .method("__neg__", "", |vm, this, _| {
            let delta = payload::<Delta>(&this)?;
            make(vm, -delta.micros)
        })
        .method("__pos__", "", |_, this, _| Ok(this))
        .method("__abs__", "", |vm, this, _| {
            let delta = payload::<Delta>(&this)?;
            make(vm, delta.micros.abs())
        })
        .method("__mul__", "other", |vm, this, a| times(vm, &this, a.at(0)))
        .method("__rmul__", "other", |vm, this, a| times(vm, &this, a.at(0)))
        .method("__truediv__", "other", |vm, this, a| {
            divide(vm, &this, a.at(0))
        })
        .method("__floordiv__", "other", |vm, this, a| {
            let micros = payload::<Delta>(&this)?.micros;
            if let Some(other) = a.at(0).payload::<Delta>() {
                return nonzero(other.micros).map(|by| Value::int(micros.div_euclid(by)));
            }
            match a.at(0).as_int() {
                Some(by) => {
                    let by = nonzero(i128::from(by))?;
                    make(vm, micros.div_euclid(by))
                }
                None => Ok(Value::NotImplemented),
            }
        })
        .method("__mod__", "other", |vm, this, a| {
            match a.at(0).payload::<Delta>() {
                Some(other) => {
                    let by = nonzero(other.micros)?;
                    make(vm, payload::<Delta>(&this)?.micros.rem_euclid(by))
                }
                None => Ok(Value::NotImplemented),
            }
        })
        .method("__bool__", "", |_, this, _| {
            Ok(Value::Bool(payload::<Delta>(&this)?.micros != 0))
        })
        .method("__hash__", "", |_, this, _| {
            Ok(hash_of(*payload::<Delta>(&this)?))
        })
        .method("__str__", "", |_, this, _| {
            Ok(Value::str(text(payload::<Delta>(&this)?.micros)))
        })
        .method("__repr__", "", |_, this, _| {
            Ok(Value::str(repr(payload::<Delta>(&this)?.micros)))
        });
    comparisons!(builder, |_: &mut Vm, this: &Value, other: &Value, _| {
        let mine = payload::<Delta>(this)?;
        Ok(other.payload::<Delta>().map(|other| mine.cmp(&other)))
    })
    .build()
}

pub(super) fn finish(classes: &Classes) {
    let class = &classes.timedelta;
    for (name, micros) in [("min", SMALLEST), ("max", LARGEST), ("resolution", 1)] {
        class
            .dict()
            .set_str(name, instance(class, Delta { micros }));
    }
}

fn field(this: &Value, part: impl Fn(i128) -> i128) -> PyResult {
    Ok(Value::int(part(payload::<Delta>(this)?.micros)))
}

fn nonzero(number: i128) -> PyResult<i128> {
    if number == 0 {
        return Err(raise(
            "ZeroDivisionError",
            "integer division or modulo by zero",
        ));
    }
    Ok(number)
}

fn combine(vm: &mut Vm, this: &Value, other: &Value, sign: i128) -> PyResult {
    match other.payload::<Delta>() {
        Some(other) => make(vm, payload::<Delta>(this)?.micros + sign * other.micros),
        None => Ok(Value::NotImplemented),
    }
}

fn times(vm: &mut Vm, this: &Value, other: &Value) -> PyResult {
    let micros = payload::<Delta>(this)?.micros;
    match other {
        Value::Float(by) => make(vm, round_half_even(micros as f64 * by)),
        other => match other.as_int() {
            Some(by) => make(vm, micros * i128::from(by)),
            None => Ok(Value::NotImplemented),
        },
    }
}

fn divide(vm: &mut Vm, this: &Value, other: &Value) -> PyResult {
    let micros = payload::<Delta>(this)?.micros;
    if let Some(other) = other.payload::<Delta>() {
        return Ok(Value::Float(micros as f64 / nonzero(other.micros)? as f64));
    }
    match other {
        Value::Float(by) if *by != 0.0 => make(vm, round_half_even(micros as f64 / by)),
        Value::Float(_) => Err(raise("ZeroDivisionError", "float division by zero")),
        other => match other.as_int() {
            Some(by) => {
                let by = nonzero(i128::from(by))?;
                make(vm, round_half_even(micros as f64 / by as f64))
            }
            None => Ok(Value::NotImplemented),
        },
    }
}

/// `1 day, 2:03:04.000005`
fn text(micros: i128) -> String {
    let (days, rest) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
    let mut text = String::new();
    if days != 0 {
        let plural = if days.abs() == 1 { "" } else { "s" };
        text.push_str(&format!("{days} day{plural}, "));
    }
    text.push_str(&format!(
        "{}:{:02}:{:02}",
        rest / HOUR,
        rest / MINUTE % 60,
        rest / SECOND % 60
    ));
    if rest % SECOND != 0 {
        text.push_str(&format!(".{:06}", rest % SECOND));
    }
    text
}

fn repr(micros: i128) -> String {
    let parts = [
        ("days", micros.div_euclid(DAY)),
        ("seconds", micros.rem_euclid(DAY) / SECOND),
        ("microseconds", micros.rem_euclid(SECOND)),
    ];
    let given: Vec<String> = parts
        .iter()
        .filter(|(_, value)| *value != 0)
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    if given.is_empty() {
        return "datetime.timedelta(0)".to_owned();
    }
    format!("datetime.timedelta({})", given.join(", "))
}
