//! `math`

use std::rc::Rc;

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, Signed as _, ToPrimitive as _, Zero as _};

use crate::args::Bound;
use crate::error::{PyError, PyResult, raise};
use crate::eval::ops::scale;
use crate::ir::Binary;
use crate::native::ModuleBuilder;
use crate::value::number::to_bigint;
use crate::value::{Module, Value};
use crate::vm::Vm;

/// A function of one number.
type Real = fn(f64) -> f64;

/// Functions of one number that are defined everywhere or whose result says that they are not.
const ONE: &[(&str, Real)] = &[
    ("acos", f64::acos),
    ("acosh", f64::acosh),
    ("asin", f64::asin),
    ("asinh", f64::asinh),
    ("atan", f64::atan),
    ("atanh", f64::atanh),
    ("cbrt", f64::cbrt),
    ("cos", f64::cos),
    ("cosh", f64::cosh),
    ("degrees", f64::to_degrees),
    ("exp", f64::exp),
    ("exp2", f64::exp2),
    ("expm1", f64::exp_m1),
    ("fabs", f64::abs),
    ("log10", f64::log10),
    ("log1p", f64::ln_1p),
    ("log2", f64::log2),
    ("radians", f64::to_radians),
    ("sin", f64::sin),
    ("sinh", f64::sinh),
    ("sqrt", f64::sqrt),
    ("tan", f64::tan),
    ("tanh", f64::tanh),
];

/// The module.
pub fn module(_: &mut Vm) -> Rc<Module> {
    let mut builder = ModuleBuilder::new("math")
        .value("pi", std::f64::consts::PI)
        .value("e", std::f64::consts::E)
        .value("tau", std::f64::consts::TAU)
        .value("inf", f64::INFINITY)
        .value("nan", f64::NAN);
    for (name, run) in ONE {
        builder = builder.function(name, "x, /", move |vm, a| {
            let x = float(vm, a.at(0))?;
            checked(x, run(x))
        });
    }
    integers(rounding(floats(builder))).build()
}

/// A function that is not a number where its argument is one has no value there.
fn checked(x: f64, result: f64) -> PyResult {
    if result.is_nan() && !x.is_nan() || result.is_infinite() && x == 0.0 {
        return Err(domain());
    }
    if result.is_infinite() && x.is_finite() {
        return Err(if x.abs() == 1.0 || x <= 0.0 && result < 0.0 {
            domain()
        } else {
            raise("OverflowError", "math range error")
        });
    }
    Ok(Value::Float(result))
}

fn domain() -> PyError {
    raise("ValueError", "math domain error")
}

/// A number as `float()` makes it of objects that have `__float__` or `__index__`.
fn float(vm: &mut Vm, value: &Value) -> PyResult<f64> {
    match value {
        Value::Float(number) => Ok(*number),
        Value::Int(number) => Ok(*number as f64),
        Value::Bool(flag) => Ok(f64::from(u8::from(*flag))),
        Value::BigInt(number) => match number.to_f64() {
            Some(number) if number.is_finite() => Ok(number),
            _ => Err(raise("OverflowError", "int too large to convert to float")),
        },
        Value::Str(_) | Value::None | Value::List(_) | Value::Bytes(_) => Err(raise(
            "TypeError",
            format!("must be real number, not {}", vm.type_name(value)),
        )),
        other => {
            let class = Value::Class(vm.types().get("float").clone());
            match vm.call(&class, vec![other.clone()], Vec::new())? {
                Value::Float(number) => Ok(number),
                _ => Err(raise("TypeError", "must be real number")),
            }
        }
    }
}

fn floats(builder: ModuleBuilder) -> ModuleBuilder {
    builder
        .function("pow", "x, y, /", |vm, a| {
            let (x, y) = (float(vm, a.at(0))?, float(vm, a.at(1))?);
            let result = x.powf(y);
            if result.is_nan() && !x.is_nan() && !y.is_nan() || x == 0.0 && y < 0.0 && y.is_finite()
            {
                return Err(domain());
            }
            if result.is_infinite() && x.is_finite() && y.is_finite() {
                return Err(raise("OverflowError", "math range error"));
            }
            Ok(Value::Float(result))
        })
        .function("atan2", "y, x, /", |vm, a| {
            Ok(Value::Float(float(vm, a.at(0))?.atan2(float(vm, a.at(1))?)))
        })
        .function("fmod", "x, y, /", |vm, a| {
            let (x, y) = (float(vm, a.at(0))?, float(vm, a.at(1))?);
            if y == 0.0 || x.is_infinite() {
                return Err(domain());
            }
            Ok(Value::Float(x % y))
        })
        .function("copysign", "x, y, /", |vm, a| {
            Ok(Value::Float(
                float(vm, a.at(0))?.copysign(float(vm, a.at(1))?),
            ))
        })
        .function("hypot", "*coordinates", |vm, a| {
            let mut total = 0.0f64;
            for value in a.varargs() {
                total = total.hypot(float(vm, value)?);
            }
            Ok(Value::Float(total))
        })
        .function("dist", "p, q, /", |vm, a| {
            let (p, q) = (vm.iterate(a.at(0))?, vm.iterate(a.at(1))?);
            if p.len() != q.len() {
                return Err(raise(
                    "ValueError",
                    "both points must have the same number of dimensions",
                ));
            }
            let mut total = 0.0f64;
            for (p, q) in p.iter().zip(&q) {
                total = total.hypot(float(vm, p)? - float(vm, q)?);
            }
            Ok(Value::Float(total))
        })
        .function("log", "x, base=None, /", log)
        .function("isnan", "x, /", |vm, a| {
            Ok(Value::Bool(float(vm, a.at(0))?.is_nan()))
        })
        .function("isinf", "x, /", |vm, a| {
            Ok(Value::Bool(float(vm, a.at(0))?.is_infinite()))
        })
        .function("isfinite", "x, /", |vm, a| {
            Ok(Value::Bool(float(vm, a.at(0))?.is_finite()))
        })
        .function(
            "isclose",
            "a, b, *, rel_tol=1e-09, abs_tol=0.0",
            |vm, args| {
                let (a, b) = (float(vm, args.at(0))?, float(vm, args.at(1))?);
                let (relative, absolute) = (float(vm, args.at(2))?, float(vm, args.at(3))?);
                if relative < 0.0 || absolute < 0.0 {
                    return Err(raise("ValueError", "tolerances must be non-negative"));
                }
                let close = a == b
                    || a.is_finite()
                        && b.is_finite()
                        && (a - b).abs() <= (relative * a.abs().max(b.abs())).max(absolute);
                Ok(Value::Bool(close))
            },
        )
        .function("modf", "x, /", |vm, a| {
            let x = float(vm, a.at(0))?;
            let part = if x.is_infinite() {
                0.0f64.copysign(x)
            } else {
                x.fract().copysign(x)
            };
            Ok(Value::tuple(vec![
                Value::Float(part),
                Value::Float(x.trunc()),
            ]))
        })
        .function("frexp", "x, /", |vm, a| {
            let (mantissa, exponent) = frexp(float(vm, a.at(0))?);
            Ok(Value::tuple(vec![
                Value::Float(mantissa),
                Value::Int(exponent),
            ]))
        })
        .function("ldexp", "x, i, /", |vm, a| {
            let x = float(vm, a.at(0))?;
            let exponent = match a.at(1).as_int() {
                Some(exponent) => exponent.clamp(-5000, 5000) as i32,
                None => {
                    return Err(raise(
                        "TypeError",
                        "Expected an int as second argument to ldexp.",
                    ));
                }
            };
            let result = scale(x, exponent);
            if result.is_infinite() && x.is_finite() {
                return Err(raise("OverflowError", "math range error"));
            }
            Ok(Value::Float(result))
        })
        .function("fsum", "seq, /", |vm, a| {
            let items = vm.iterate(a.at(0))?;
            let mut partials: Vec<f64> = Vec::new();
            for item in &items {
                add_exactly(&mut partials, float(vm, item)?);
            }
            Ok(Value::Float(rounded_sum(&partials)))
        })
}

fn frexp(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    // Subnormal numbers are made normal first.
    let (x, shift) = if x.abs() < f64::MIN_POSITIVE {
        (x * 2f64.powi(54), -54)
    } else {
        (x, 0)
    };
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i64 - 1022;
    (
        f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52),
        exponent + shift,
    )
}

/// Shewchuk's sum: the partial sums do not overlap, so nothing is lost.
fn add_exactly(partials: &mut Vec<f64>, mut x: f64) {
    let mut kept = 0;
    for index in 0..partials.len() {
        let mut y = partials[index];
        if x.abs() < y.abs() {
            std::mem::swap(&mut x, &mut y);
        }
        let high = x + y;
        let low = y - (high - x);
        if low != 0.0 {
            partials[kept] = low;
            kept += 1;
        }
        x = high;
    }
    partials.truncate(kept);
    partials.push(x);
}

fn rounded_sum(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev().copied();
    let Some(mut high) = rest.next() else {
        return 0.0;
    };
    let mut low = 0.0;
    for y in rest.by_ref() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // Half-way cases are rounded by what comes below.
    if let Some(next) = rest.next()
        && (low < 0.0 && next < 0.0 || low > 0.0 && next > 0.0)
    {
        let y = low * 2.0;
        let x = high + y;
        if y == x - high {
            high = x;
        }
    }
    high
}

fn log(vm: &mut Vm, a: Bound) -> PyResult {
    let natural = |vm: &mut Vm, value: &Value| -> PyResult<f64> {
        if let Value::BigInt(number) = value
            && number.is_positive()
        {
            let bits = number.bits().saturating_sub(60);
            let top = (&**number >> bits).to_f64().unwrap_or(f64::MAX);
            return Ok(top.ln() + bits as f64 * std::f64::consts::LN_2);
        }
        let x = float(vm, value)?;
        if x <= 0.0 { Err(domain()) } else { Ok(x.ln()) }
    };
    let x = natural(vm, a.at(0))?;
    match a.at(1) {
        Value::None => Ok(Value::Float(x)),
        base => {
            let base = natural(vm, base)?;
            if base == 0.0 {
                return Err(raise("ZeroDivisionError", "float division by zero"));
            }
            Ok(Value::Float(x / base))
        }
    }
}

fn rounding(builder: ModuleBuilder) -> ModuleBuilder {
    let mut builder = builder;
    let table: [(&str, &str, Real); 3] = [
        ("floor", "__floor__", f64::floor),
        ("ceil", "__ceil__", f64::ceil),
        ("trunc", "__trunc__", f64::trunc),
    ];
    for (name, method, run) in table {
        builder = builder.function(name, "x, /", move |vm, a| {
            let value = a.at(0).unwrap_inner();
            if let Some(whole) = to_bigint(&value) {
                return Ok(Value::int(whole));
            }
            if !matches!(value, Value::Float(_))
                && let Some(method) = vm.getattr_opt(&value, method)?
            {
                return vm.call(&method, Vec::new(), Vec::new());
            }
            let x = run(float(vm, &value)?);
            whole(x)
        });
    }
    builder
}

fn whole(x: f64) -> PyResult {
    if x.is_nan() {
        return Err(raise("ValueError", "cannot convert float NaN to integer"));
    }
    let number: Option<BigInt> = num_traits::FromPrimitive::from_f64(x);
    match number {
        Some(number) => Ok(Value::int(number)),
        None => Err(raise(
            "OverflowError",
            "cannot convert float infinity to integer",
        )),
    }
}

/// An argument as an integer of any size.
fn integer(vm: &mut Vm, value: &Value) -> PyResult<BigInt> {
    if let Some(number) = to_bigint(&value.unwrap_inner()) {
        return Ok(number);
    }
    match vm.index(value)? {
        Some(number) => Ok(BigInt::from(number)),
        None => Err(raise(
            "TypeError",
            format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(value)
            ),
        )),
    }
}

fn natural(vm: &mut Vm, value: &Value, words: &str) -> PyResult<BigInt> {
    let number = integer(vm, value)?;
    if number.is_negative() {
        return Err(raise("ValueError", words));
    }
    Ok(number)
}

fn integers(builder: ModuleBuilder) -> ModuleBuilder {
    builder
        .function("gcd", "*integers", |vm, a| {
            let mut result = BigInt::zero();
            for value in a.varargs() {
                result = result.gcd(&integer(vm, value)?);
            }
            Ok(Value::int(result))
        })
        .function("lcm", "*integers", |vm, a| {
            let mut result = BigInt::one();
            for value in a.varargs() {
                result = result.lcm(&integer(vm, value)?);
            }
            Ok(Value::int(result))
        })
        .function("isqrt", "n, /", |vm, a| {
            let number = natural(vm, a.at(0), "isqrt() argument must be nonnegative")?;
            Ok(Value::int(number.sqrt()))
        })
        .function("factorial", "n, /", |vm, a| {
            let number = natural(vm, a.at(0), "factorial() not defined for negative values")?;
            let number = number
                .to_u32()
                .filter(|number| *number <= 100_000)
                .ok_or_else(|| raise("OverflowError", "factorial() argument is too large"))?;
            Ok(Value::int(
                (2..=number).fold(BigInt::one(), |all, one| all * one),
            ))
        })
        .function("comb", "n, k, /", |vm, a| {
            let n = natural(vm, a.at(0), "n must be a non-negative integer")?;
            let k = natural(vm, a.at(1), "k must be a non-negative integer")?;
            if k > n {
                return Ok(Value::Int(0));
            }
            let k = k.clone().min(&n - &k);
            let mut result = BigInt::one();
            let mut step = BigInt::zero();
            while step < k {
                vm.check_interrupt()?;
                result = result * (&n - &step) / (&step + 1);
                step += 1;
            }
            Ok(Value::int(result))
        })
        .function("perm", "n, k=None, /", |vm, a| {
            let n = natural(vm, a.at(0), "n must be a non-negative integer")?;
            let k = match a.at(1) {
                Value::None => n.clone(),
                k => natural(vm, k, "k must be a non-negative integer")?,
            };
            if k > n {
                return Ok(Value::Int(0));
            }
            let mut result = BigInt::one();
            let mut step = BigInt::zero();
            while step < k {
                vm.check_interrupt()?;
                result *= &n - &step;
                step += 1;
            }
            Ok(Value::int(result))
        })
        .function("prod", "iterable, /, *, start=1", |vm, a| {
            let mut result = a.get("start").clone();
            for item in vm.iterate(a.at(0))? {
                result = vm.binary(Binary::Mul, &result, &item)?;
            }
            Ok(result)
        })
}
