//! Sums, products, quotients and roots.

use num_bigint::{BigUint, Sign};
use num_integer::Integer as _;
use num_traits::{One as _, Zero as _};

use super::context::{Context, Rounding, context, set_context};
use super::number::{Number, digit_count, near, power};

impl Number {
    /// The sum, rounded; `None` for infinities that cancel out.
    pub fn add(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::NotANumber, _) | (_, Self::NotANumber) => Some(Self::NotANumber),
            (Self::Infinite { negative: a }, Self::Infinite { negative: b }) if a != b => None,
            (Self::Infinite { .. }, _) => Some(self.clone()),
            (_, Self::Infinite { .. }) => Some(other.clone()),
            _ => {
                let (left, right) = near(self, other);
                let exponent = left.exponent().min(right.exponent());
                let sum = left.scaled(exponent)? + right.scaled(exponent)?;
                let both_negative = self.is_negative() && other.is_negative();
                Some(
                    Self::Finite {
                        negative: sum.sign() == Sign::Minus || sum.is_zero() && both_negative,
                        digits: sum.magnitude().clone(),
                        exponent,
                    }
                    .rounded(),
                )
            }
        }
    }

    /// The product, rounded; `None` for 0 times infinity.
    pub fn multiply(&self, other: &Self) -> Option<Self> {
        let negative = self.is_negative() != other.is_negative();
        match (self, other) {
            (Self::NotANumber, _) | (_, Self::NotANumber) => Some(Self::NotANumber),
            (
                Self::Finite {
                    digits: a,
                    exponent: x,
                    ..
                },
                Self::Finite {
                    digits: b,
                    exponent: y,
                    ..
                },
            ) => Some(
                Self::Finite {
                    negative,
                    digits: a * b,
                    exponent: x + y,
                }
                .rounded(),
            ),
            _ if self.is_zero() || other.is_zero() => None,
            _ => Some(Self::Infinite { negative }),
        }
    }

    /// The quotient, rounded; `None` where it has no value. The divisor must not be 0.
    pub fn divide(&self, other: &Self) -> Option<Self> {
        let negative = self.is_negative() != other.is_negative();
        match (self, other) {
            (Self::NotANumber, _) | (_, Self::NotANumber) => Some(Self::NotANumber),
            (Self::Infinite { .. }, Self::Infinite { .. }) => None,
            (Self::Infinite { .. }, _) => Some(Self::Infinite { negative }),
            (_, Self::Infinite { .. }) => Some(Self::Finite {
                negative,
                digits: BigUint::zero(),
                exponent: 0,
            }),
            (
                Self::Finite {
                    digits: a,
                    exponent: x,
                    ..
                },
                Self::Finite {
                    digits: b,
                    exponent: y,
                    ..
                },
            ) => {
                let ideal = x - y;
                if a.is_zero() {
                    return Some(Self::Finite {
                        negative,
                        digits: BigUint::zero(),
                        exponent: ideal,
                    });
                }
                let shift =
                    (digit_count(b) + context().precision + 1).saturating_sub(digit_count(a));
                let (mut quotient, rest) = (a * power(shift)).div_rem(b);
                let exact = rest.is_zero();
                if !exact && (&quotient % 5u8).is_zero() {
                    // A digit that is not 0 or 5 keeps what follows from being taken for a tie.
                    quotient += BigUint::one();
                }
                let mut exponent = ideal - shift as i64;
                if exact {
                    while exponent < ideal && (&quotient % 10u8).is_zero() {
                        quotient /= 10u8;
                        exponent += 1;
                    }
                }
                Some(
                    Self::Finite {
                        negative,
                        digits: quotient,
                        exponent,
                    }
                    .rounded(),
                )
            }
        }
    }

    /// Quotient without fraction, and remainder with the sign of the dividend; both numbers must be finite.
    pub fn divide_whole(&self, other: &Self) -> Option<(Self, Self)> {
        let exponent = self.exponent().min(other.exponent());
        let (a, b) = (self.scaled(exponent)?, other.scaled(exponent)?);
        let (quotient, rest) = (
            a.magnitude().div_rem(b.magnitude()).0,
            a.magnitude() % b.magnitude(),
        );
        let quotient = Self::Finite {
            negative: self.is_negative() != other.is_negative(),
            digits: quotient,
            exponent: 0,
        };
        let rest = Self::Finite {
            negative: self.is_negative(),
            digits: rest,
            exponent,
        };
        Some((quotient, rest.rounded()))
    }

    /// The square root, rounded half even; `None` for negative numbers.
    pub fn square_root(&self) -> Option<Self> {
        let Self::Finite {
            negative,
            digits,
            exponent,
        } = self
        else {
            return match self {
                Self::Infinite { negative: true } => None,
                other => Some(other.clone()),
            };
        };
        if digits.is_zero() {
            return Some(Self::Finite {
                negative: *negative,
                digits: digits.clone(),
                exponent: exponent.div_euclid(2),
            });
        }
        if *negative {
            return None;
        }
        let precision = context().precision as i64;
        let ideal = exponent.div_euclid(2);
        // The coefficient at an even exponent, with enough digits that the root has more than the precision.
        let wanted = 2 * (precision + 2) - digit_count(digits) as i64;
        let mut shift = wanted.max(0);
        if (exponent - shift).rem_euclid(2) != 0 {
            shift += 1;
        }
        let scaled = digits * power(shift as u64);
        let mut root = scaled.sqrt();
        let mut at = (exponent - shift) / 2;
        if &root * &root == scaled {
            while at < ideal && (&root % 10u8).is_zero() {
                root /= 10u8;
                at += 1;
            }
        } else if (&root % 5u8).is_zero() {
            root += BigUint::one();
        }
        let found = Self::Finite {
            negative: false,
            digits: root,
            exponent: at,
        };
        let saved = context();
        set_context(Context {
            rounding: Rounding::HalfEven,
            ..saved
        });
        let found = found.rounded();
        set_context(saved);
        Some(found)
    }
}
