//! Decimal floating point, without Python: the arithmetic of the General Decimal Arithmetic Specification as far as
//! CPython's `decimal` uses it with its default context.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer as _;
use num_traits::{One as _, Zero as _};

use super::context::{Context, Rounding, context};

/// More digits than a script can mean; numbers that would have more are not written out.
pub const MOST_DIGITS: i64 = 10_000_000;

/// A decimal number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// `(-1)^negative * digits * 10^exponent`
    Finite {
        /// The sign, which zero has too.
        negative: bool,
        /// The coefficient.
        digits: BigUint,
        /// The power of ten.
        exponent: i64,
    },
    /// `Infinity`
    Infinite {
        /// The sign.
        negative: bool,
    },
    /// `NaN`
    NotANumber,
}

pub(super) fn power(exponent: u64) -> BigUint {
    BigUint::from(10u8).pow(u32::try_from(exponent).unwrap_or(u32::MAX))
}

pub(super) fn digit_count(digits: &BigUint) -> u64 {
    if digits.is_zero() {
        return 1;
    }
    digits.to_string().len() as u64
}

/// The numbers of a sum, where the smaller one is replaced by a speck when it is too small to matter: it decides at
/// most how the sum is rounded.
pub(super) fn near(a: &Number, b: &Number) -> (Number, Number) {
    let (high, low) = if a.exponent() < b.exponent() {
        (b, a)
    } else {
        (a, b)
    };
    let (
        Number::Finite {
            digits, exponent, ..
        },
        Number::Finite {
            negative,
            digits: small,
            ..
        },
    ) = (high, low)
    else {
        return (a.clone(), b.clone());
    };
    if small.is_zero() || digits.is_zero() {
        // The exponent of a sum with 0 is the smaller one, as far as the precision reaches.
        if digits.is_zero() && !small.is_zero() {
            let zero = Number::Finite {
                negative: high.is_negative(),
                digits: BigUint::zero(),
                exponent: low.exponent(),
            };
            return (zero, low.clone());
        }
        let least = exponent - context().precision as i64 + digit_count(digits) as i64 - 1;
        let zero = Number::Finite {
            negative: *negative,
            digits: BigUint::zero(),
            exponent: low.exponent().max(least).min(*exponent),
        };
        return (high.clone(), zero);
    }
    let length = digit_count(digits) as i64;
    let edge = exponent + (-1).min(length - context().precision as i64 - 2);
    if low.adjusted() < edge {
        let speck = Number::Finite {
            negative: *negative,
            digits: BigUint::one(),
            exponent: edge,
        };
        return (high.clone(), speck);
    }
    (a.clone(), b.clone())
}

impl Number {
    /// A whole number.
    pub fn from_int(number: &BigInt) -> Self {
        Self::Finite {
            negative: number.sign() == Sign::Minus,
            digits: number.magnitude().clone(),
            exponent: 0,
        }
    }

    /// The exact value of a binary floating-point number.
    pub fn from_float(number: f64) -> Self {
        if number.is_nan() {
            return Self::NotANumber;
        }
        if number.is_infinite() {
            return Self::Infinite {
                negative: number < 0.0,
            };
        }
        let bits = number.to_bits();
        let raw = (bits >> 52 & 0x7ff) as i64;
        let fraction = bits & ((1 << 52) - 1);
        let (mut mantissa, mut binary) = if raw == 0 {
            (fraction, -1074)
        } else {
            (fraction | 1 << 52, raw - 1075)
        };
        while mantissa != 0 && mantissa % 2 == 0 && binary < 0 {
            mantissa /= 2;
            binary += 1;
        }
        let negative = number.is_sign_negative();
        if mantissa == 0 {
            return Self::Finite {
                negative,
                digits: BigUint::zero(),
                exponent: 0,
            };
        }
        let digits = BigUint::from(mantissa);
        if binary >= 0 {
            return Self::Finite {
                negative,
                digits: digits << binary as u64,
                exponent: 0,
            };
        }
        Self::Finite {
            negative,
            digits: digits * BigUint::from(5u8).pow((-binary) as u32),
            exponent: binary,
        }
    }

    /// The number that a text says; `None` when it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replace('_', "");
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(&text)),
        };
        let lower = rest.to_ascii_lowercase();
        match &*lower {
            "inf" | "infinity" => return Some(Self::Infinite { negative }),
            "nan" | "snan" => return Some(Self::NotANumber),
            _ => {}
        }
        let (mantissa, exponent) = match lower.split_once('e') {
            Some((mantissa, exponent)) => (mantissa.to_owned(), exponent.parse::<i64>().ok()?),
            None => (lower, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((&mantissa, ""));
        let all = format!("{whole}{fraction}");
        if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Some(Self::Finite {
            negative,
            digits: all.parse().ok()?,
            exponent: exponent - fraction.len() as i64,
        })
    }

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        matches!(self, Self::Finite { digits, .. } if digits.is_zero())
    }

    /// Whether the sign is minus.
    pub fn is_negative(&self) -> bool {
        match self {
            Self::Finite { negative, .. } | Self::Infinite { negative } => *negative,
            Self::NotANumber => false,
        }
    }

    /// The number with the other sign.
    pub fn negated(&self) -> Self {
        match self.clone() {
            Self::Finite {
                negative,
                digits,
                exponent,
            } => Self::Finite {
                negative: !negative && !digits.is_zero(),
                digits,
                exponent,
            },
            Self::Infinite { negative } => Self::Infinite {
                negative: !negative,
            },
            Self::NotANumber => Self::NotANumber,
        }
    }

    /// The number times a power of ten.
    pub fn shifted(&self, places: i64) -> Self {
        match self.clone() {
            Self::Finite {
                negative,
                digits,
                exponent,
            } => Self::Finite {
                negative,
                digits,
                exponent: exponent + places,
            },
            other => other,
        }
    }

    /// The digits of the coefficient.
    pub fn digits_text(&self) -> String {
        match self {
            Self::Finite { digits, .. } => digits.to_string(),
            _ => String::new(),
        }
    }

    /// How many digits the coefficient has.
    pub fn digits_count(&self) -> i64 {
        self.digits_text().len() as i64
    }

    /// The exponent of the first digit, as `adjusted()` gives it.
    pub fn adjusted(&self) -> i64 {
        match self {
            Self::Finite {
                digits, exponent, ..
            } => exponent + digit_count(digits) as i64 - 1,
            _ => 0,
        }
    }

    /// The number rounded to the precision of the context.
    pub fn rounded(self) -> Self {
        match &self {
            Self::Finite {
                digits, exponent, ..
            } => {
                let count = digit_count(digits);
                let Context {
                    precision,
                    rounding,
                } = context();
                if count <= precision {
                    return self;
                }
                let target = exponent + (count - precision) as i64;
                let rounded = self.with_exponent(target, rounding);
                match &rounded {
                    // 999...9 became 1000...0, one digit too long.
                    Self::Finite { digits, .. } if digit_count(digits) > precision => {
                        rounded.with_exponent(target + 1, rounding)
                    }
                    _ => rounded,
                }
            }
            _ => self,
        }
    }

    /// The number with another exponent, rounded where digits are lost.
    pub fn with_exponent(&self, target: i64, rounding: Rounding) -> Self {
        let Self::Finite {
            negative,
            digits,
            exponent,
        } = self
        else {
            return self.clone();
        };
        if target <= *exponent {
            return Self::Finite {
                negative: *negative,
                digits: digits * power((exponent - target) as u64),
                exponent: target,
            };
        }
        let (quotient, rest, half) = if target - exponent > digit_count(digits) as i64 {
            (BigUint::zero(), digits.clone(), Ordering::Less)
        } else {
            let divisor = power((target - exponent) as u64);
            let (quotient, rest) = digits.div_rem(&divisor);
            let half = (&rest * 2u8).cmp(&divisor);
            (quotient, rest, half)
        };
        let up = !rest.is_zero() && {
            match rounding {
                Rounding::Ceiling => !negative,
                Rounding::Floor => *negative,
                Rounding::Down => false,
                Rounding::Up => true,
                Rounding::HalfUp => half != Ordering::Less,
                Rounding::HalfDown => half == Ordering::Greater,
                Rounding::HalfEven => {
                    half == Ordering::Greater || half == Ordering::Equal && quotient.bit(0)
                }
                Rounding::ZeroFiveUp => (&quotient % 5u8).is_zero(),
            }
        };
        Self::Finite {
            negative: *negative,
            digits: if up {
                quotient + BigUint::one()
            } else {
                quotient
            },
            exponent: target,
        }
    }

    /// The coefficient with its sign, at an exponent that is not above the number's own.
    pub(super) fn scaled(&self, target: i64) -> Option<BigInt> {
        let Self::Finite {
            negative,
            digits,
            exponent,
        } = self
        else {
            return None;
        };
        let sign = if *negative { Sign::Minus } else { Sign::Plus };
        Some(BigInt::from_biguint(
            sign,
            digits * power((exponent - target) as u64),
        ))
    }

    pub(super) fn exponent(&self) -> i64 {
        match self {
            Self::Finite { exponent, .. } => *exponent,
            _ => 0,
        }
    }

    /// The order of two numbers; `None` where one is `NaN`.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::NotANumber, _) | (_, Self::NotANumber) => None,
            (Self::Infinite { negative: a }, Self::Infinite { negative: b }) => Some(b.cmp(a)),
            (Self::Infinite { negative }, _) => Some(if *negative {
                Ordering::Less
            } else {
                Ordering::Greater
            }),
            (_, Self::Infinite { negative }) => Some(if *negative {
                Ordering::Greater
            } else {
                Ordering::Less
            }),
            _ => {
                let sign = |number: &Self| match (number.is_zero(), number.is_negative()) {
                    (true, _) => 0,
                    (_, true) => -1,
                    (_, false) => 1,
                };
                let signs = (sign(self), sign(other));
                if signs.0 != signs.1 || signs.0 == 0 {
                    return Some(signs.0.cmp(&signs.1));
                }
                // The number with the higher first digit is the larger one; only equals need to be written out.
                let order = self.adjusted().cmp(&other.adjusted());
                if order.is_ne() {
                    return Some(if signs.0 < 0 { order.reverse() } else { order });
                }
                let exponent = self.exponent().min(other.exponent());
                Some(self.scaled(exponent)?.cmp(&other.scaled(exponent)?))
            }
        }
    }

    /// The whole part.
    pub fn truncated(&self) -> Option<BigInt> {
        match self {
            Self::Finite { exponent, .. } if *exponent >= 0 => self.scaled(0),
            Self::Finite { .. } => self.with_exponent(0, Rounding::Down).scaled(0),
            _ => None,
        }
    }

    /// The number without zeros at its end.
    pub fn normalized(&self) -> Self {
        let Self::Finite {
            negative,
            digits,
            exponent,
        } = self.clone().rounded()
        else {
            return self.clone();
        };
        if digits.is_zero() {
            return Self::Finite {
                negative,
                digits,
                exponent: 0,
            };
        }
        let (mut digits, mut exponent) = (digits, exponent);
        while (&digits % 10u8).is_zero() {
            digits /= 10u8;
            exponent += 1;
        }
        Self::Finite {
            negative,
            digits,
            exponent,
        }
    }

    /// The text without an exponent, with as many digits after the point as the number has.
    pub fn plain(&self) -> String {
        let Self::Finite {
            negative,
            digits,
            exponent,
        } = self
        else {
            return self.to_string();
        };
        let sign = if *negative { "-" } else { "" };
        if *exponent >= 0 {
            return format!("{sign}{}", digits * power(*exponent as u64));
        }
        let places = (-exponent) as usize;
        let text = format!("{:0>width$}", digits.to_string(), width = places + 1);
        let (whole, fraction) = text.split_at(text.len() - places);
        format!("{sign}{whole}.{fraction}")
    }

    /// The nearest binary floating-point number.
    pub fn to_float(&self) -> f64 {
        self.to_string()
            .replace("Infinity", "inf")
            .parse()
            .unwrap_or(f64::NAN)
    }
}

/// The text of `str()`: with an exponent where the number is very small or its exponent is above 0.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber => f.write_str("NaN"),
            Self::Infinite { negative } => {
                f.write_str(if *negative { "-Infinity" } else { "Infinity" })
            }
            Self::Finite { exponent, .. } if *exponent <= 0 && self.adjusted() >= -6 => {
                f.write_str(&self.plain())
            }
            Self::Finite {
                negative, digits, ..
            } => {
                let text = digits.to_string();
                let (first, rest) = text.split_at(1);
                let sign = if *negative { "-" } else { "" };
                let point = if rest.is_empty() { "" } else { "." };
                write!(f, "{sign}{first}{point}{rest}E{:+}", self.adjusted())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn texts_are_those_of_cpython() {
        for text in [
            "0", "1.10", "-0.00", "1E+3", "1.2E-8", "123.456", "0.000001", "1E-7", "Infinity",
            "NaN",
        ] {
            assert_eq!(number(text).to_string(), text);
        }
        assert_eq!(number("1e3").plain(), "1000");
        assert_eq!(
            Number::from_float(0.1).to_string(),
            "0.1000000000000000055511151231257827021181583404541015625"
        );
    }

    #[test]
    fn arithmetic_rounds_to_28_digits() {
        assert_eq!(
            number("1").divide(&number("3")).unwrap().to_string(),
            "0.3333333333333333333333333333"
        );
        assert_eq!(
            number("2").divide(&number("3")).unwrap().to_string(),
            "0.6666666666666666666666666667"
        );
        assert_eq!(
            number("10").divide(&number("4")).unwrap().to_string(),
            "2.5"
        );
        assert_eq!(
            number("1.10").add(&number("2.2")).unwrap().to_string(),
            "3.30"
        );
        assert_eq!(
            number("1.10").multiply(&number("2.2")).unwrap().to_string(),
            "2.420"
        );
        assert_eq!(
            number("2.675")
                .with_exponent(-2, Rounding::HalfEven)
                .to_string(),
            "2.68"
        );
        assert_eq!(
            number("-7")
                .divide_whole(&number("2"))
                .unwrap()
                .1
                .to_string(),
            "-1"
        );
    }
}
