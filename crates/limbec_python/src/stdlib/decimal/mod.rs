//! `_decimal`: `Decimal` and the numbers of the current context; the module `decimal` itself is Python of our own.

mod arithmetic;
mod context;
mod number;
mod spec;

use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive as _;

/// Whether an order is that of a comparison.
type Accept = fn(Ordering) -> bool;

pub use context::{Context, Rounding};
use context::{context, set_context};
use number::MOST_DIGITS;
pub use number::Number;

use crate::error::{PyResult, raise};
use crate::native::{ClassBuilder, ModuleBuilder};
use crate::value::{Class, Module, Value};
use crate::vm::Vm;

/// The classes of the module.
struct Classes {
    decimal: Rc<Class>,
    invalid: Rc<Class>,
    by_zero: Rc<Class>,
    syntax: Rc<Class>,
    undefined: Rc<Class>,
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
    let invalid = ClassBuilder::new("decimal", "InvalidOperation")
        .base(&base)
        .build();
    let kind = |name: &str| ClassBuilder::new("decimal", name).base(&invalid).build();
    let classes = Rc::new(Classes {
        decimal: build(),
        syntax: kind("ConversionSyntax"),
        undefined: kind("DivisionUndefined"),
        invalid: invalid.clone(),
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
    invalid_for(vm, |classes| &classes.invalid)
}

/// `InvalidOperation` with the condition that CPython names.
fn invalid_for(vm: &mut Vm, condition: fn(&Classes) -> &Rc<Class>) -> crate::PyError {
    let classes = classes(vm);
    let reason = Value::list(vec![Value::Class(condition(&classes).clone())]);
    vm.raise_class(&classes.invalid, vec![reason])
}

/// What a number of another type is as an operand: a `Decimal` or an `int`, nothing else.
fn operand(value: &Value) -> Option<Rc<Number>> {
    if let Some(number) = value.payload::<Number>() {
        return Some(number);
    }
    whole(value).map(|number| Rc::new(Number::from_int(&number)))
}

/// `Decimal((sign, digits, exponent))`
fn from_parts(parts: &[Value]) -> PyResult<Number> {
    let [sign, digits, exponent] = parts else {
        return Err(raise(
            "ValueError",
            "argument must be a sequence of length 3",
        ));
    };
    let negative = match sign.as_int() {
        Some(0) => false,
        Some(1) => true,
        _ => {
            return Err(raise(
                "ValueError",
                "sign must be an integer with the value 0 or 1",
            ));
        }
    };
    let Value::Tuple(digits) = digits.unwrap_inner() else {
        return Err(raise("ValueError", "coefficient must be a tuple of digits"));
    };
    let mut text = String::from("0");
    for digit in digits.iter() {
        match digit.as_int() {
            Some(digit @ 0..=9) => text.push_str(&digit.to_string()),
            _ => return Err(raise("ValueError", "coefficient must be a tuple of digits")),
        }
    }
    let (Some(exponent), Ok(digits)) = (exponent.as_int(), text.parse()) else {
        return Err(raise(
            "ValueError",
            "string argument in the third position must be 'F', 'n' or 'N'",
        ));
    };
    Ok(Number::Finite {
        negative,
        digits,
        exponent,
    })
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
                    None => return Err(invalid_for(vm, |classes| &classes.syntax)),
                }
            } else if let Value::Tuple(parts) = value.unwrap_inner() {
                from_parts(&parts)?
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
        .method("__int__", "", |vm, this, _| to_int(vm, &this))
        .method("__trunc__", "", |vm, this, _| to_int(vm, &this))
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
                Some(places) => quantized(vm, &number, -places, context().rounding),
                None => {
                    written_out(vm, &number)?;
                    match number.with_exponent(0, Rounding::HalfEven).truncated() {
                        Some(whole) => Ok(Value::int(whole)),
                        None => to_int(vm, &this),
                    }
                }
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
        if b.is_zero() && !a.is_zero() {
            return Err(invalid(vm));
        }
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
        return Err(invalid_for(vm, |classes| &classes.undefined));
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
    if times == 0 && base.is_zero() {
        return Err(invalid(vm));
    }
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
            builder.method(name, "other", move |vm, this, a| {
                let other = match a.at(0).unwrap_inner() {
                    Value::Float(number) => Some(Rc::new(Number::from_float(number))),
                    _ => operand(a.at(0)),
                };
                let Some(other) = other else {
                    return Ok(Value::NotImplemented);
                };
                Ok(Value::Bool(match of(&this)?.compare(&other) {
                    Some(order) => accept(order),
                    None if matches!(name, "__eq__" | "__ne__") => name == "__ne__",
                    // What is no number has no order.
                    None => return Err(invalid(vm)),
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
                    None => context_rounding(vm, &a)?,
                    Some(name) => Rounding::parse(&name).ok_or_else(|| {
                        raise(
                            "TypeError",
                            "valid values for rounding are the constants of the module",
                        )
                    })?,
                };
                let number = of(&this)?;
                match (&*number, &*pattern) {
                    (_, Number::Finite { exponent, .. })
                        if matches!(*number, Number::Finite { .. }) =>
                    {
                        quantized(vm, &number, *exponent, rounding)
                    }
                    (Number::NotANumber, _) | (_, Number::NotANumber) => {
                        Ok(make(vm, Number::NotANumber))
                    }
                    (Number::Infinite { .. }, Number::Infinite { .. }) => {
                        Ok(make(vm, (*number).clone()))
                    }
                    _ => Err(invalid(vm)),
                }
            },
        )
        .method(
            "to_integral_value",
            "rounding=None, context=None",
            |vm, this, a| {
                let rounding = a
                    .opt_str("rounding")?
                    .and_then(|name| Rounding::parse(&name));
                let number = of(&this)?;
                if matches!(&*number, Number::Finite { exponent, .. } if *exponent >= 0) {
                    return Ok(make(vm, (*number).clone()));
                }
                let number = number.with_exponent(0, rounding.unwrap_or(context().rounding));
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
        .method("as_tuple", "", |vm, this, _| {
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
            let parts = vec![
                Value::Int(i64::from(*negative)),
                Value::tuple(digits),
                Value::Int(*exponent),
            ];
            let module = vm.import("decimal")?;
            let class = vm.getattr(&module, "DecimalTuple")?;
            vm.call(&class, parts, Vec::new())
        })
        .method("copy_negate", "", |vm, this, _| {
            let number = match (*of(&this)?).clone() {
                Number::Finite {
                    negative,
                    digits,
                    exponent,
                } => Number::Finite {
                    negative: !negative,
                    digits,
                    exponent,
                },
                other => other.negated(),
            };
            Ok(make(vm, number))
        })
        .method("sqrt", "context=None", |vm, this, _| {
            let number = of(&this)?;
            match number.square_root() {
                Some(root) => Ok(make(vm, root)),
                None => Err(invalid(vm)),
            }
        })
        .method("__floor__", "", |vm, this, _| {
            whole_by(vm, &this, Rounding::Floor)
        })
        .method("__ceil__", "", |vm, this, _| {
            whole_by(vm, &this, Rounding::Ceiling)
        })
}

fn to_int(vm: &mut Vm, this: &Value) -> PyResult {
    let number = of(this)?;
    written_out(vm, &number)?;
    match (&*number, number.truncated()) {
        (_, Some(number)) => Ok(Value::int(number)),
        (Number::Infinite { .. }, None) => {
            Err(raise("OverflowError", "cannot convert Infinity to integer"))
        }
        _ => Err(raise("ValueError", "cannot convert NaN to integer")),
    }
}

/// A number that is going to be written out with all its digits has not too many of them.
fn written_out(vm: &Vm, number: &Number) -> PyResult<()> {
    match number {
        Number::Finite { exponent, .. } if exponent.abs() > MOST_DIGITS => {
            Err(vm.raise("MemoryError", ""))
        }
        _ => Ok(()),
    }
}

/// The number with an exponent; more digits than the precision are an error.
fn quantized(vm: &mut Vm, number: &Number, exponent: i64, rounding: Rounding) -> PyResult {
    if let Number::Finite { .. } = number
        && !number.is_zero()
        && number.adjusted() - exponent >= context().precision as i64
    {
        return Err(invalid(vm));
    }
    let result = number.with_exponent(exponent, rounding);
    if let Number::Finite { digits, .. } = &result
        && digits.to_string().len() as u64 > context().precision
    {
        return Err(invalid(vm));
    }
    Ok(make(vm, result))
}

/// The rounding of the `context` argument, or of the current context.
fn context_rounding(vm: &mut Vm, a: &crate::Bound) -> PyResult<Rounding> {
    let given = a.get("context").clone();
    if given.is_none() {
        return Ok(context().rounding);
    }
    let name = vm.getattr(&given, "rounding")?;
    let name = name.as_str();
    Ok(name
        .and_then(|name| Rounding::parse(&name))
        .unwrap_or(context().rounding))
}

fn whole_by(vm: &mut Vm, this: &Value, rounding: Rounding) -> PyResult {
    let number = of(this)?;
    written_out(vm, &number)?;
    match number.with_exponent(0, rounding).truncated() {
        Some(whole) => Ok(Value::int(whole)),
        None => to_int(vm, this),
    }
}

fn format(vm: &mut Vm, number: &Number, given: &str) -> PyResult {
    if given.is_empty() {
        return Ok(Value::str(number.to_string()));
    }
    written_out(vm, number)?;
    match spec::format(number, given) {
        Some(text) => Ok(Value::str(text)),
        None => Err(raise("ValueError", "invalid format string")),
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
    set_context(Context::default());
    let classes = classes(vm);
    ModuleBuilder::new("_decimal")
        .class(&classes.decimal)
        .class(&classes.invalid)
        .class(&classes.by_zero)
        .class(&classes.syntax)
        .class(&classes.undefined)
        .function("context", "", |_, _| {
            let Context { precision, rounding } = context();
            Ok(Value::tuple(vec![
                Value::Int(precision as i64),
                Value::str(rounding.name()),
            ]))
        })
        .function("set_context", "precision, rounding", |_, a| {
            let precision = a.int("precision")?;
            if !(1..=999_999_999_999_999_999).contains(&precision) {
                return Err(raise(
                    "ValueError",
                    "valid range for prec is [1, MAX_PREC]",
                ));
            }
            let Some(rounding) = Rounding::parse(&a.str("rounding")?) else {
                return Err(raise(
                    "TypeError",
                    "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]",
                ));
            };
            set_context(Context { precision: precision as u64, rounding });
            Ok(Value::None)
        })
        .build()
}
