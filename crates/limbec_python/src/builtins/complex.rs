//! `complex`: an object with two floats, whose operators are methods.

use std::rc::Rc;

use num_traits::ToPrimitive;

use crate::args::Bound;
use crate::error::{PyError, PyResult, raise};
use crate::native::ClassBuilder;
use crate::value::hash::hash_f64;
use crate::value::number::to_f64;
use crate::value::{Class, Instance, Value};
use crate::vm::Vm;

/// A complex number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Complex {
    pub(crate) re: f64,
    pub(crate) im: f64,
}

thread_local! {
    static COMPLEX: Rc<Class> = class();
}

/// The class.
pub(crate) fn complex_type() -> Rc<Class> {
    COMPLEX.with(Rc::clone)
}

/// An object of the class.
pub(crate) fn make(re: f64, im: f64) -> Value {
    object(&complex_type(), Complex { re, im })
}

/// `x ** y` of floats whose result is no real number.
pub(crate) fn power(x: f64, y: f64) -> PyResult {
    let base = Complex { re: x, im: 0.0 };
    pow(base, Complex { re: y, im: 0.0 }).map(value)
}

/// The number of an object of the class.
pub(crate) fn of(value: &Value) -> Option<Complex> {
    value.payload::<Complex>().map(|number| *number)
}

fn value(number: Complex) -> Value {
    make(number.re, number.im)
}

fn object(class: &Rc<Class>, number: Complex) -> Value {
    let instance: Rc<Instance> = class.allocate();
    instance.set_payload(Rc::new(number));
    Value::Instance(instance)
}

type Operator = fn(Complex, Complex) -> PyResult<Complex>;

fn class() -> Rc<Class> {
    let operators: [(&str, Operator); 5] = [
        ("add", |x, y| Ok(number(x.re + y.re, x.im + y.im))),
        ("sub", |x, y| Ok(number(x.re - y.re, x.im - y.im))),
        ("mul", |x, y| Ok(multiply(x, y))),
        ("truediv", divide),
        ("pow", pow),
    ];
    let mut builder = ClassBuilder::new("builtins", "complex")
        .new_object("real=0, imag=None", new)
        .property("real", |_, this| Ok(Value::Float(this_number(&this)?.re)))
        .property("imag", |_, this| Ok(Value::Float(this_number(&this)?.im)))
        .method("conjugate", "", |_, this, _| {
            let this = this_number(&this)?;
            Ok(make(this.re, -this.im))
        })
        .method("__abs__", "", |_, this, _| {
            let this = this_number(&this)?;
            let size = this.re.hypot(this.im);
            if size.is_infinite() && this.re.is_finite() && this.im.is_finite() {
                return Err(raise("OverflowError", "absolute value too large"));
            }
            Ok(Value::Float(size))
        })
        .method("__neg__", "", |_, this, _| {
            let this = this_number(&this)?;
            Ok(make(-this.re, -this.im))
        })
        .method("__pos__", "", |_, this, _| this_number(&this).map(value))
        .method("__complex__", "", |_, this, _| {
            this_number(&this).map(value)
        })
        .method("__bool__", "", |_, this, _| {
            let this = this_number(&this)?;
            Ok(Value::Bool(this.re != 0.0 || this.im != 0.0))
        })
        .method("__hash__", "", |_, this, _| {
            let this = this_number(&this)?;
            let hash = hash_f64(this.re).wrapping_add(hash_f64(this.im).wrapping_mul(1_000_003));
            Ok(Value::Int(if hash == -1 { -2 } else { hash }))
        })
        .method("__eq__", "other", |vm, this, a| {
            equal(vm, &this, a.at(0), true)
        })
        .method("__ne__", "other", |vm, this, a| {
            equal(vm, &this, a.at(0), false)
        })
        .method("__repr__", "", |_, this, _| {
            Ok(Value::str(text(this_number(&this)?)))
        })
        .method("__format__", "spec", format)
        .method("__getnewargs__", "", |_, this, _| {
            let this = this_number(&this)?;
            Ok(Value::tuple(vec![
                Value::Float(this.re),
                Value::Float(this.im),
            ]))
        });
    for (name, run) in operators {
        builder = builder
            .method(
                &format!("__{name}__"),
                "other, modulo=None",
                move |_, this, a| binary(run, &this, a.at(0)),
            )
            .method(
                &format!("__r{name}__"),
                "other, modulo=None",
                move |_, this, a| binary(run, a.at(0), &this),
            );
    }
    builder.build()
}

fn this_number(this: &Value) -> PyResult<Complex> {
    of(this).ok_or_else(|| {
        raise(
            "TypeError",
            format!(
                "'complex' object expected, not '{}'",
                crate::types::type_name(this)
            ),
        )
    })
}

/// What stands beside a complex number: another one, or a real number.
fn operand(value: &Value) -> PyResult<Option<Complex>> {
    if let Some(number) = of(value) {
        return Ok(Some(number));
    }
    let inner = value.unwrap_inner();
    if !matches!(
        inner,
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_) | Value::Float(_)
    ) {
        return Ok(None);
    }
    match to_f64(&inner) {
        Some(re) if re.is_finite() || matches!(inner, Value::Float(_)) => Ok(Some(number(re, 0.0))),
        _ => Err(raise("OverflowError", "int too large to convert to float")),
    }
}

fn number(re: f64, im: f64) -> Complex {
    Complex { re, im }
}

fn binary(run: Operator, left: &Value, right: &Value) -> PyResult {
    match (operand(left)?, operand(right)?) {
        (Some(x), Some(y)) => run(x, y).map(value),
        _ => Ok(Value::NotImplemented),
    }
}

fn multiply(x: Complex, y: Complex) -> Complex {
    number(x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re)
}

/// CPython's way (Smith's): the larger part of the divisor is divided by, so that nothing overflows on the way.
fn divide(x: Complex, y: Complex) -> PyResult<Complex> {
    if y.re == 0.0 && y.im == 0.0 {
        return Err(raise("ZeroDivisionError", "complex division by zero"));
    }
    Ok(if y.re.abs() >= y.im.abs() {
        let ratio = y.im / y.re;
        let denominator = y.re + y.im * ratio;
        number(
            (x.re + x.im * ratio) / denominator,
            (x.im - x.re * ratio) / denominator,
        )
    } else if y.im.abs() >= y.re.abs() {
        let ratio = y.re / y.im;
        let denominator = y.re * ratio + y.im;
        number(
            (x.re * ratio + x.im) / denominator,
            (x.im * ratio - x.re) / denominator,
        )
    } else {
        number(f64::NAN, f64::NAN)
    })
}

fn pow(x: Complex, y: Complex) -> PyResult<Complex> {
    let result = match whole_exponent(y) {
        Some(exponent) if exponent >= 0 => unsigned_power(x, exponent as u32),
        Some(exponent) => {
            let inverse = unsigned_power(x, exponent.unsigned_abs());
            divide(number(1.0, 0.0), inverse).map_err(|_| zero_power())?
        }
        None => general_power(x, y)?,
    };
    if !result.re.is_finite() || !result.im.is_finite() {
        let finite = [x.re, x.im, y.re, y.im].iter().all(|part| part.is_finite());
        if finite {
            return Err(raise("OverflowError", "complex exponentiation"));
        }
    }
    Ok(result)
}

/// CPython multiplies for whole exponents up to 100.
fn whole_exponent(y: Complex) -> Option<i32> {
    let small = y.im == 0.0 && y.re.fract() == 0.0 && y.re.abs() <= 100.0;
    if small { y.re.to_i32() } else { None }
}

fn unsigned_power(base: Complex, exponent: u32) -> Complex {
    let mut result = number(1.0, 0.0);
    let mut factor = base;
    let mut mask = 1u32;
    while mask != 0 && exponent >= mask {
        if exponent & mask != 0 {
            result = multiply(result, factor);
        }
        mask = mask.wrapping_shl(1);
        factor = multiply(factor, factor);
    }
    result
}

fn zero_power() -> PyError {
    raise("ZeroDivisionError", "0.0 to a negative or complex power")
}

fn general_power(x: Complex, y: Complex) -> PyResult<Complex> {
    if y.re == 0.0 && y.im == 0.0 {
        return Ok(number(1.0, 0.0));
    }
    if x.re == 0.0 && x.im == 0.0 {
        if y.im != 0.0 || y.re < 0.0 {
            return Err(zero_power());
        }
        return Ok(number(0.0, 0.0));
    }
    let size = x.re.hypot(x.im);
    let mut length = size.powf(y.re);
    let angle = x.im.atan2(x.re);
    let mut phase = angle * y.re;
    if y.im != 0.0 {
        length *= (-angle * y.im).exp();
        phase += y.im * size.ln();
    }
    Ok(number(length * phase.cos(), length * phase.sin()))
}

fn equal(vm: &mut Vm, this: &Value, other: &Value, wanted: bool) -> PyResult {
    let this = this_number(this)?;
    let same = match of(other) {
        Some(other) => this == other,
        None => {
            let inner = other.unwrap_inner();
            match inner {
                Value::Int(_) | Value::Bool(_) | Value::BigInt(_) | Value::Float(_) => {
                    this.im == 0.0 && vm.eq(&Value::Float(this.re), &inner)?
                }
                _ => return Ok(Value::NotImplemented),
            }
        }
    };
    Ok(Value::Bool(same == wanted))
}

/// A part as `repr` shows it: like a float, without `.0`.
fn part(number: f64) -> String {
    let text = crate::eval::repr::float_repr(number);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn text(this: Complex) -> String {
    let imaginary = part(this.im);
    if this.re == 0.0 && this.re.is_sign_positive() {
        return format!("{imaginary}j");
    }
    let sign = if imaginary.starts_with('-') { "" } else { "+" };
    format!("({}{sign}{imaginary}j)", part(this.re))
}

fn format(vm: &mut Vm, this: Value, a: Bound) -> PyResult {
    let spec = a.str("spec")?;
    let this = this_number(&this)?;
    let body = spec.trim_start_matches(|letter: char| {
        !letter.is_ascii_digit() && letter != '.' && !letter.is_ascii_alphabetic()
    });
    let ending = spec.chars().last().filter(char::is_ascii_alphabetic);
    if spec.is_empty() {
        return Ok(Value::str(text(this)));
    }
    if spec.contains('=') {
        return Err(raise(
            "ValueError",
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    if body.starts_with('0') {
        return Err(raise(
            "ValueError",
            "Zero padding is not allowed in complex format specifier",
        ));
    }
    if let Some(code) = ending
        && !"eEfFgGn".contains(code)
    {
        return Err(raise(
            "ValueError",
            format!("Unknown format code '{code}' for object of type 'complex'"),
        ));
    }
    let precision = spec.find('.').map(|dot| &spec[dot..]);
    let written = match (precision, ending) {
        (None, None) => text(this),
        (precision, _) => {
            let inner = match (precision, ending) {
                (Some(precision), _) => precision.to_owned(),
                (None, Some(code)) => code.to_string(),
                (None, None) => String::new(),
            };
            let real = vm.format(&Value::Float(this.re), &inner)?;
            let imaginary = vm.format(&Value::Float(this.im), &format!("+{inner}"))?;
            if ending.is_none() {
                format!("({real}{imaginary}j)")
            } else {
                format!("{real}{imaginary}j")
            }
        }
    };
    // Fill, alignment and width are those of a string.
    let outer = spec.split('.').next().unwrap_or("");
    let outer = outer.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let outer = if outer.contains(['<', '>', '^']) {
        outer.to_owned()
    } else if outer.is_empty() {
        String::new()
    } else {
        format!(">{}", outer.trim_start_matches(['+', '-', ' ']))
    };
    vm.format(&Value::str(written), &outer).map(Value::Str)
}

fn new(vm: &mut Vm, class: &Rc<Class>, a: Bound) -> PyResult {
    let (real, imaginary) = (a.at(0).clone(), a.at(1).clone());
    if let Some(text) = real.as_str() {
        if !imaginary.is_none() {
            return Err(raise(
                "TypeError",
                "complex() can't take second arg if first is a string",
            ));
        }
        let number = parse(&text)
            .ok_or_else(|| raise("ValueError", "complex() arg is a malformed string"))?;
        return Ok(object(class, number));
    }
    if imaginary.as_str().is_some() {
        return Err(raise("TypeError", "complex() second arg can't be a string"));
    }
    let x = argument(vm, &real, "first argument must be a string or a number")?;
    if imaginary.is_none() {
        return Ok(object(class, x));
    }
    let y = argument(vm, &imaginary, "second argument must be a number")?;
    let mut re = x.re;
    let mut im = y.re;
    if of(&imaginary).is_some() {
        re -= y.im;
    }
    if of(&real).is_some() {
        im += x.im;
    }
    Ok(object(class, number(re, im)))
}

fn argument(vm: &mut Vm, value: &Value, wanted: &str) -> PyResult<Complex> {
    if let Some(number) = operand(value)? {
        return Ok(number);
    }
    if let Some(method) = vm.special_method(value, "__complex__")? {
        let result = vm.call(&method, Vec::new(), Vec::new())?;
        return of(&result).ok_or_else(|| {
            raise(
                "TypeError",
                format!(
                    "__complex__ returned non-complex (type {})",
                    vm.type_name(&result)
                ),
            )
        });
    }
    for name in ["__float__", "__index__"] {
        if let Some(method) = vm.special_method(value, name)? {
            let result = vm.call(&method, Vec::new(), Vec::new())?;
            if let Some(number) = operand(&result)? {
                return Ok(number);
            }
        }
    }
    Err(raise(
        "TypeError",
        format!("complex() {wanted}, not '{}'", vm.type_name(value)),
    ))
}

/// `1+2j`, `(1-2j)`, `3j`, `4`
fn parse(text: &str) -> Option<Complex> {
    let text = text.trim();
    let text = match text.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim(),
        None => text,
    };
    let float = |text: &str| -> Option<f64> { super::floats::parse_float(text) };
    let Some(body) = text.strip_suffix(['j', 'J']) else {
        return float(text).map(|re| number(re, 0.0));
    };
    // The sign that parts the two is the last one that does not belong to an exponent.
    let bytes = body.as_bytes();
    let split = (1..bytes.len())
        .rev()
        .find(|at| matches!(bytes[*at], b'+' | b'-') && !matches!(bytes[*at - 1], b'e' | b'E'));
    let (re, im) = match split {
        Some(at) => (float(&body[..at])?, &body[at..]),
        None => (0.0, body),
    };
    let im = match im {
        "" | "+" => 1.0,
        "-" => -1.0,
        other if other.starts_with(char::is_whitespace) || other.ends_with(char::is_whitespace) => {
            return None;
        }
        other => float(other)?,
    };
    Some(number(re, im))
}
