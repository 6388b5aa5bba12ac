//! `decimal`: `Decimal` with CPython's default context (28 digits, half even).

mod number;

use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive as _;

/// Whether an order is that of a comparison.
type Accept = fn(Ordering) -> bool;

pub use number::{Number, Rounding};

use crate::error::{PyResult, raise};
use crate::native::{ClassBuilder, ModuleBuilder};
use crate::value::{Class, Module, Value};
use crate::vm::Vm;

/// The classes of the module.
struct Classes {
    decimal: Rc<Class>,
    invalid: Rc<Class>,
    by_zero: Rc<Class>,
}

fn classes(vm: &mut Vm) -> Rc<Classes> {
    if let Some(classes) = vm.ext::<Classes>() {
        return classes;
    }
    let arithmetic = vm.types().exception("ArithmeticError");
    let zero = vm.types().exception("ZeroDivisionError");
    let base = ClassBuilder::new("decimal", "DecimalException")
        .base(&arithmetic)
        .build();
    let classes = Rc::new(Classes {
        decimal: build(),
        invalid: ClassBuilder::new("decimal", "InvalidOperation")
            .base(&base)
            .build(),
        by_zero: ClassBuilder::new("decimal", "DivisionByZero")
            .base(&base)
            .base(&zero)
            .build(),
    });
    vm.set_ext(classes.clone());
    classes
}

/// A `Decimal`.
pub fn make(vm: &mut Vm, number: Number) -> Value {
    let instance = classes(vm).decimal.allocate();
    instance.set_payload(Rc::new(number));
    Value::Instance(instance)
}

fn of(value: &Value) -> PyResult<Rc<Number>> {
    value
        .payload::<Number>()
        .ok_or_else(|| raise("TypeError", "a Decimal is required"))
}

fn invalid(vm: &mut Vm) -> crate::PyError {
    let class = classes(vm).invalid.clone();
    let reason = Value::list(vec![Value::Class(class.clone())]);
    vm.raise_class(&class, vec![reason])
}

/// What a number of another type is as an operand: a `Decimal` or an `int`, nothing else.
fn operand(value: &Value) -> Option<Rc<Number>> {
    if let Some(number) = value.payload::<Number>() {
        return Some(number);
    }
    whole(value).map(|number| Rc::new(Number::from_int(&number)))
}

fn whole(value: &Value) -> Option<BigInt> {
    match value.unwrap_inner() {
        Value::BigInt(number) => Some((*number).clone()),
        Value::Float(_) => None,
        other => other.as_int().map(BigInt::from),
    }
}

fn build() -> Rc<Class> {
    let builder = ClassBuilder::new("decimal", "Decimal")
        .init("value='0', context=None", |vm, this, a| {
            let value = a.get("value");
            let number = if let Some(number) = operand(value) {
                (*number).clone()
            } else if let Value::Float(number) = value.unwrap_inner() {
                Number::from_float(number)
            } else if let Some(text) = value.as_str() {
                match Number::parse(&text) {
                    Some(number) => number,
                    None => return Err(invalid(vm)),
                }
            } else {
                return Err(raise(
                    "TypeError",
                    format!(
                        "conversion from {} to Decimal is not supported",
                        vm.type_name(value)
                    ),
                ));
            };
            this.set_payload(Rc::new(number));
            Ok(())
        })
        .class_method("from_float", "f", |vm, _, a| match a.at(0) {
            Value::Float(number) => Ok(make(vm, Number::from_float(*number))),
            other => match whole(other) {
                Some(number) => Ok(make(vm, Number::from_int(&number))),
                None => Err(raise("TypeError", "argument must be int or float")),
            },
        })
        .method("__str__", "", |_, this, _| {
            Ok(Value::str(of(&this)?.to_string()))
        })
        .method("__repr__", "", |_, this, _| {
            Ok(Value::str(format!("Decimal('{}')", of(&this)?)))
        })
        .method("__hash__", "", |vm, this, _| {
            let number = of(&this)?;
            if let Some(whole) = number.truncated()
                && number.compare(&Number::from_int(&whole)) == Some(Ordering::Equal)
            {
                return Ok(Value::Int(vm.hash(&Value::int(whole))?));
            }
            Ok(Value::Int(vm.hash(&Value::Float(number.to_float()))?))
        })
        .method("__bool__", "", |_, this, _| {
            Ok(Value::Bool(!of(&this)?.is_zero()))
        })
        .method("__int__", "", |_, this, _| to_int(&this))
        .method("__trunc__", "", |_, this, _| to_int(&this))
        .method("__float__", "", |_, this, _| {
            Ok(Value::Float(of(&this)?.to_float()))
        })
        .method("__format__", "spec", |vm, this, a| {
            let spec = a.str("spec")?;
            format(vm, &*of(&this)?, &spec)
        })
        .method("__round__", "ndigits=None", |vm, this, a| {
            let number = of(&this)?;
            match a.opt_int("ndigits")? {
                Some(places) => Ok(make(vm, number.with_exponent(-places, Rounding::HalfEven))),
                None => Ok(number
                    .with_exponent(0, Rounding::HalfEven)
                    .truncated()
                    .map_or(Value::None, Value::int)),
            }
        })
        .method("__neg__", "", |vm, this, _| {
            let number = of(&this)?.negated().rounded();
            Ok(make(vm, number))
        })
        .method("__pos__", "", |vm, this, _| {
            let number = (*of(&this)?).clone().rounded();
            Ok(make(vm, number))
        })
        .method("__abs__", "", |vm, this, _| {
            let number = of(&this)?;
            let number = if number.is_negative() {
                number.negated()
            } else {
                (*number).clone()
            };
            Ok(make(vm, number.rounded()))
        });
    let builder = ARITHMETIC.iter().fold(builder, |builder, (name, run)| {
        builder
            .method(
                &format!("__{name}__"),
                "other",
                move |vm, this, a| match operand(a.at(0)) {
                    Some(other) => run(vm, &*of(&this)?, &other),
                    None => Ok(Value::NotImplemented),
                },
            )
            .method(
                &format!("__r{name}__"),
                "other",
                move |vm, this, a| match operand(a.at(0)) {
                    Some(other) => run(vm, &other, &*of(&this)?),
                    None => Ok(Value::NotImplemented),
                },
            )
    });
    questions(compared(builder)).build()
}

type Arithmetic = fn(&mut Vm, &Number, &Number) -> PyResult;

const ARITHMETIC: &[(&str, Arithmetic)] = &[
    ("add", |vm, a, b| finish(vm, a.add(b))),
    ("sub", |vm, a, b| finish(vm, a.add(&b.negated()))),
    ("mul", |vm, a, b| finish(vm, a.multiply(b))),
    ("truediv", |vm, a, b| {
        divisor(vm, a, b)?;
        finish(vm, a.divide(b))
    }),
    ("floordiv", |vm, a, b| {
        divisor(vm, a, b)?;
        finish(vm, a.divide_whole(b).map(|(quotient, _)| quotient))
    }),
    ("mod", |vm, a, b| {
        divisor(vm, a, b)?;
        finish(vm, a.divide_whole(b).map(|(_, rest)| rest))
    }),
    ("pow", power),
];

fn finish(vm: &mut Vm, number: Option<Number>) -> PyResult {
    match number {
        Some(number) => Ok(make(vm, number)),
        None => Err(invalid(vm)),
    }
}

fn divisor(vm: &mut Vm, a: &Number, b: &Number) -> PyResult<()> {
    if !b.is_zero() {
        return Ok(());
    }
    if a.is_zero() {
        return Err(invalid(vm));
    }
    let class = classes(vm).by_zero.clone();
    let reason = Value::list(vec![Value::Class(class.clone())]);
    Err(vm.raise_class(&class, vec![reason]))
}

/// Powers with whole exponents.
fn power(vm: &mut Vm, base: &Number, exponent: &Number) -> PyResult {
    let whole = exponent.truncated().and_then(|number| number.to_i32());
    let Some(times) = whole.filter(|times| {
        exponent.compare(&Number::from_int(&BigInt::from(*times))) == Some(Ordering::Equal)
    }) else {
        return Err(vm.unsupported("Decimal ** with an exponent that is no whole number"));
    };
    let mut result = Some(Number::from_int(&BigInt::from(1)));
    for _ in 0..times.unsigned_abs() {
        result = result.and_then(|number| number.multiply(base));
    }
    if times < 0 {
        let one = Number::from_int(&BigInt::from(1));
        result = result.and_then(|number| one.divide(&number));
    }
    finish(vm, result)
}

fn compared(builder: ClassBuilder) -> ClassBuilder {
    let comparisons: [(&str, Accept); 6] = [
        ("__eq__", Ordering::is_eq),
        ("__ne__", Ordering::is_ne),
        ("__lt__", Ordering::is_lt),
        ("__le__", Ordering::is_le),
        ("__gt__", Ordering::is_gt),
        ("__ge__", Ordering::is_ge),
    ];
    comparisons
        .into_iter()
        .fold(builder, |builder, (name, accept)| {
            builder.method(name, "other", move |_, this, a| {
                let other = match a.at(0).unwrap_inner() {
                    Value::Float(number) => Some(Rc::new(Number::from_float(number))),
                    _ => operand(a.at(0)),
                };
                let Some(other) = other else {
                    return Ok(Value::NotImplemented);
                };
                Ok(Value::Bool(match of(&this)?.compare(&other) {
                    Some(order) => accept(order),
                    None => name == "__ne__",
                }))
            })
        })
}

/// The methods with names.
fn questions(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method(
            "quantize",
            "exp, rounding=None, context=None",
            |vm, this, a| {
                let Some(pattern) = operand(a.get("exp")) else {
                    return Err(raise("TypeError", "quantize() needs a Decimal"));
                };
                let rounding = match a.opt_str("rounding")? {
                    None => Rounding::HalfEven,
                    Some(name) => Rounding::parse(&name).ok_or_else(|| {
                        raise(
                            "TypeError",
                            "valid values for rounding are the constants of the module",
                        )
                    })?,
                };
                let Number::Finite { exponent, .. } = &*pattern else {
                    return Err(invalid(vm));
                };
                let number = of(&this)?.with_exponent(*exponent, rounding);
                Ok(make(vm, number))
            },
        )
        .method(
            "to_integral_value",
            "rounding=None, context=None",
            |vm, this, a| {
                let rounding = a
                    .opt_str("rounding")?
                    .and_then(|name| Rounding::parse(&name));
                let number = of(&this)?.with_exponent(0, rounding.unwrap_or(Rounding::HalfEven));
                Ok(make(vm, number))
            },
        )
        .method("normalize", "context=None", |vm, this, _| {
            let number = of(&this)?.normalized();
            Ok(make(vm, number))
        })
        .method("adjusted", "", |_, this, _| {
            Ok(Value::Int(of(&this)?.adjusted()))
        })
        .method("copy_abs", "", |vm, this, _| {
            let number = of(&this)?;
            let number = if number.is_negative() {
                number.negated()
            } else {
                (*number).clone()
            };
            Ok(make(vm, number))
        })
        .method("is_zero", "", |_, this, _| {
            Ok(Value::Bool(of(&this)?.is_zero()))
        })
        .method("is_signed", "", |_, this, _| {
            Ok(Value::Bool(of(&this)?.is_negative()))
        })
        .method("is_nan", "", |_, this, _| {
            Ok(Value::Bool(*of(&this)? == Number::NotANumber))
        })
        .method("is_infinite", "", |_, this, _| {
            Ok(Value::Bool(matches!(*of(&this)?, Number::Infinite { .. })))
        })
        .method("is_finite", "", |_, this, _| {
            Ok(Value::Bool(matches!(*of(&this)?, Number::Finite { .. })))
        })
        .method("as_tuple", "", |_, this, _| {
            let number = of(&this)?;
            let Number::Finite {
                negative,
                digits,
                exponent,
            } = &*number
            else {
                return Err(raise(
                    "ValueError",
                    "as_tuple() of a number that is not finite",
                ));
            };
            let digits: Vec<Value> = digits
                .to_string()
                .bytes()
                .map(|byte| Value::Int(i64::from(byte - b'0')))
                .collect();
            Ok(Value::tuple(vec![
                Value::Int(i64::from(*negative)),
                Value::tuple(digits),
                Value::Int(*exponent),
            ]))
        })
}

fn to_int(this: &Value) -> PyResult {
    match of(this)?.truncated() {
        Some(number) => Ok(Value::int(number)),
        None => Err(raise(
            "ValueError",
            "cannot convert NaN or Infinity to integer",
        )),
    }
}

/// `format()`: `f` with a precision is exact; all else goes by the text or the nearest float.
fn format(vm: &mut Vm, number: &Number, spec: &str) -> PyResult {
    if spec.is_empty() {
        return Ok(Value::str(number.to_string()));
    }
    let fixed = spec.strip_suffix(['f', 'F']).and_then(|rest| {
        let (width, places) = rest.split_once('.').unwrap_or((rest, ""));
        if places.is_empty() && !rest.contains('.') {
            return Some((width, number.plain()));
        }
        let places: i64 = places.parse().ok()?;
        Some((
            width,
            number.with_exponent(-places, Rounding::HalfEven).plain(),
        ))
    });
    match fixed {
        Some(("", text)) => Ok(Value::str(text)),
        Some((",", text)) => Ok(Value::str(grouped(&text))),
        _ => vm
            .format(&Value::Float(number.to_float()), spec)
            .map(Value::Str),
    }
}

/// Thousands separated by commas.
fn grouped(text: &str) -> String {
    let (sign, rest) = text
        .strip_prefix('-')
        .map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = rest.split_at(rest.find('.').unwrap_or(rest.len()));
    let mut out = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    format!("{sign}{out}{fraction}")
}

/// The module.
pub fn module(vm: &mut Vm) -> Rc<Module> {
    let classes = classes(vm);
    let mut builder = ModuleBuilder::new("decimal")
        .class(&classes.decimal)
        .class(&classes.invalid)
        .class(&classes.by_zero);
    for name in [
        "ROUND_CEILING",
        "ROUND_DOWN",
        "ROUND_FLOOR",
        "ROUND_HALF_DOWN",
        "ROUND_HALF_EVEN",
        "ROUND_HALF_UP",
        "ROUND_UP",
        "ROUND_05UP",
    ] {
        builder = builder.value(name, name);
    }
    builder.build()
}
