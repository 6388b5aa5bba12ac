//! Hashes and equality of values that need no Python code.

use num_traits::ToPrimitive;

use super::Value;
use num_bigint::BigInt;

/// CPython's modulus for hashes of numbers: 2**61 - 1.
const MODULUS: i64 = (1 << 61) - 1;

/// The hash of a string: fast, and the same in every run so that sets print the same in every run.
pub(crate) fn hash_str(text: &str) -> i64 {
    hash_bytes(text.as_bytes())
}

pub(crate) fn hash_bytes(bytes: &[u8]) -> i64 {
    const K: u64 = 0x517c_c1b7_2722_0a95;
    let mut hash: u64 = bytes.len() as u64;
    let mut rest = bytes;
    while let Some((word, more)) = rest.split_first_chunk::<8>() {
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(*word)).wrapping_mul(K);
        rest = more;
    }
    if !rest.is_empty() {
        // Overlapping reads cover what is left without a copy of unknown length.
        let last = if let Some(word) = bytes.last_chunk::<8>() {
            u64::from_le_bytes(*word)
        } else if let (Some(first), Some(last)) = (rest.first_chunk::<4>(), rest.last_chunk::<4>())
        {
            u64::from(u32::from_le_bytes(*first)) | (u64::from(u32::from_le_bytes(*last)) << 32)
        } else {
            let at = |place: usize| u64::from(rest.get(place).copied().unwrap_or_default());
            at(0) | (at(1) << 8) | (at(2) << 16)
        };
        hash = (hash.rotate_left(5) ^ last).wrapping_mul(K);
    }
    fix((hash ^ (hash >> 29)) as i64)
}

/// -1 is no hash in CPython.
fn fix(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

pub(crate) fn hash_i64(number: i64) -> i64 {
    fix(number % MODULUS)
}

pub(crate) fn hash_bigint(number: &BigInt) -> i64 {
    let rest = number.magnitude() % (MODULUS as u64);
    let rest = rest.to_i64().unwrap_or(0);
    fix(if number.sign() == num_bigint::Sign::Minus {
        -rest
    } else {
        rest
    })
}

pub(crate) fn hash_f64(number: f64) -> i64 {
    if number.is_infinite() {
        return if number > 0.0 { 314_159 } else { -314_159 };
    }
    if number.is_nan() {
        return 0;
    }
    if number.fract() == 0.0 {
        return match number.to_i64() {
            Some(small) => hash_i64(small),
            None => num_traits::FromPrimitive::from_f64(number)
                .map_or(0, |big: BigInt| hash_bigint(&big)),
        };
    }
    // number = mantissa / 2**shift; the hash is the quotient modulo 2**61 - 1, and dividing by 2 rotates 61 bits.
    let bits = number.abs().to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, power) = if exponent == 0 {
        (fraction, -1074)
    } else {
        (fraction | (1 << 52), exponent - 1075)
    };
    let mut hash = (i128::from(mantissa) % i128::from(MODULUS)) as u64;
    let turn = power.rem_euclid(61) as u32;
    let mask = MODULUS as u64;
    hash = ((hash << turn) & mask) | (hash >> (61 - turn));
    let hash = hash as i64;
    fix(if number < 0.0 { -hash } else { hash })
}

/// CPython's hash of a tuple, from the hashes of its items.
pub(crate) fn hash_tuple(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let length = items.len() as u64;
    let mut hash = PRIME_5;
    for item in items {
        hash = hash.wrapping_add((item as u64).wrapping_mul(PRIME_2));
        hash = hash.rotate_left(31).wrapping_mul(PRIME_1);
    }
    hash = hash.wrapping_add(length ^ (PRIME_5 ^ 3_527_539));
    if hash == u64::MAX {
        1_546_275_796
    } else {
        hash as i64
    }
}

/// CPython's hash of a frozenset, from the hashes of its items in any order.
pub(crate) fn hash_frozenset(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    let length = items.len() as u64;
    let mut hash: u64 = 0;
    for item in items {
        let item = item as u64;
        hash ^= (item ^ 89_869_747 ^ (item << 16)).wrapping_mul(3_644_798_167);
    }
    hash ^= (length + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX {
        590_923_713
    } else {
        hash as i64
    }
}

/// The hash of values whose hash needs no Python code and cannot fail.
pub(crate) fn quick_hash(value: &Value) -> Option<i64> {
    Some(match value {
        Value::Str(text) => hash_str(text),
        Value::Int(number) => hash_i64(*number),
        Value::Bool(flag) => i64::from(*flag),
        Value::None => 0x0fca_8642,
        Value::Ellipsis => 0x0e11_1b51,
        Value::NotImplemented => 0x0e11_1b52,
        Value::Float(number) => hash_f64(*number),
        Value::BigInt(number) => hash_bigint(number),
        Value::Bytes(bytes) => hash_bytes(bytes),
        Value::Class(class) if !class.has_custom_metaclass() => address(class),
        Value::Function(function) => address(function),
        Value::Native(function) => address(function),
        Value::Module(module) => address(module),
        Value::Generator(generator) => address(generator),
        Value::Iterator(iter) => address(iter),
        Value::Property(property) => address(property),
        Value::Super(object) => address(object),
        _ => return None,
    })
}

/// A hash from the place of an object in memory.
pub(crate) fn address<T: ?Sized>(object: &std::rc::Rc<T>) -> i64 {
    let place = std::rc::Rc::as_ptr(object).cast::<u8>() as usize as u64;
    fix(place.rotate_right(4) as i64)
}

/// Equality where it needs no Python code; `None` when it may.
pub(crate) fn quick_eq(a: &Value, b: &Value) -> Option<bool> {
    use Value as V;
    Some(match (a, b) {
        (V::Str(a), V::Str(b)) => a == b,
        (V::Int(a), V::Int(b)) => a == b,
        (V::Bool(a), V::Bool(b)) => a == b,
        (V::Bool(a), V::Int(b)) | (V::Int(b), V::Bool(a)) => i64::from(*a) == *b,
        (V::BigInt(a), V::BigInt(b)) => a == b,
        (V::Float(a), V::Float(b)) => a == b,
        (V::Int(a), V::Float(b)) | (V::Float(b), V::Int(a)) => int_eq_float(*a, *b),
        (V::Bool(a), V::Float(b)) | (V::Float(b), V::Bool(a)) => f64::from(u8::from(*a)) == *b,
        (V::Bytes(a), V::Bytes(b)) => a == b,
        (V::None, V::None) | (V::Ellipsis, V::Ellipsis) => true,
        (V::Instance(_), _) | (_, V::Instance(_)) => {
            return None;
        }
        (V::Class(x), _) | (_, V::Class(x)) if x.has_custom_metaclass() => return None,
        (V::Tuple(x), V::Tuple(y)) => {
            if x.len() != y.len() {
                return Some(false);
            }
            for (x, y) in x.iter().zip(y.iter()) {
                if x.is(y) {
                    continue;
                }
                match quick_eq(x, y) {
                    Some(true) => {}
                    other => return other,
                }
            }
            true
        }
        (
            V::Str(_)
            | V::Int(_)
            | V::Bool(_)
            | V::None
            | V::Class(_)
            | V::Function(_)
            | V::Native(_)
            | V::Module(_),
            V::Str(_)
            | V::Int(_)
            | V::Bool(_)
            | V::None
            | V::Class(_)
            | V::Function(_)
            | V::Native(_)
            | V::Module(_),
        ) => a.is(b),
        _ => return None,
    })
}

/// Exact comparison of an integer with a float.
pub(crate) fn int_eq_float(int: i64, float: f64) -> bool {
    float.fract() == 0.0 && float.to_i64().is_some_and(|number| number == int)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Figures of CPython 3.11.
    #[test]
    fn hashes_of_numbers_are_those_of_cpython() {
        assert_eq!(hash_f64(0.5), 1_152_921_504_606_846_976);
        assert_eq!(hash_f64(1.5), 1_152_921_504_606_846_977);
        assert_eq!(hash_f64(-2.75), -1_729_382_256_910_270_466);
        assert_eq!(hash_f64(2.71), 1_637_148_536_541_722_626);
        assert_eq!(hash_f64(1e300), 1_224_995_262_755_759_164);
        assert_eq!(hash_i64(-1), -2);
        assert_eq!(hash_i64(i64::MAX), 3);
        assert_eq!(hash_tuple([1, 2, 3].into_iter()), 529_344_067_295_497_451);
        assert_eq!(hash_tuple([].into_iter()), 5_740_354_900_026_072_187);
    }
}
