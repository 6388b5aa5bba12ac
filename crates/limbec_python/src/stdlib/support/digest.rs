//! Hash functions and checksums.

use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};

use crate::eval::ops::bytes_of;
use crate::native::ModuleBuilder;
use crate::value::Value;

pub(super) fn add(builder: ModuleBuilder) -> ModuleBuilder {
    builder
        // The hash of bytes, `None` for a function that is not here.
        .function("digest", "name, data", |_, a| {
            let data = bytes_of(a.get("data")).unwrap_or_default();
            Ok(match &*a.str("name")? {
                "md5" => Value::bytes(Md5::digest(&data)),
                "sha1" => Value::bytes(Sha1::digest(&data)),
                "sha224" => Value::bytes(Sha224::digest(&data)),
                "sha256" => Value::bytes(Sha256::digest(&data)),
                "sha384" => Value::bytes(Sha384::digest(&data)),
                "sha512" => Value::bytes(Sha512::digest(&data)),
                _ => Value::None,
            })
        })
        .function("crc32", "data, start=0", |_, a| {
            let data = bytes_of(a.get("data")).unwrap_or_default();
            let start = a.int("start")? as u32;
            Ok(Value::Int(i64::from(crc32(&data, start))))
        })
        .function("float_bits", "number, double", |_, a| {
            let number = match a.get("number") {
                Value::Float(number) => *number,
                other => other.as_int().map_or(0.0, |number| number as f64),
            };
            Ok(if a.bool("double")? {
                Value::int(number.to_bits())
            } else {
                Value::Int(i64::from((number as f32).to_bits()))
            })
        })
        .function("float_from_bits", "high, low, double", |_, a| {
            let low = a.int("low")? as u64;
            Ok(Value::Float(if a.bool("double")? {
                f64::from_bits((a.int("high")? as u64) << 32 | low)
            } else {
                f64::from(f32::from_bits(low as u32))
            }))
        })
}

/// The checksum of ISO 3309, as zip and PNG use it.
fn crc32(data: &[u8], start: u32) -> u32 {
    let mut crc = !start;
    for byte in data {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}
