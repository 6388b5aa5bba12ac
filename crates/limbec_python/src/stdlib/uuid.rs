//! `uuid`: UUIDs and their random and name-based makers.

use std::rc::Rc;

use md5::{Digest as _, Md5};
use num_bigint::BigUint;
use num_traits::ToPrimitive as _;
use sha1::Sha1;

use crate::error::{PyResult, raise};
use crate::native::{ClassBuilder, ModuleBuilder};
use crate::value::{Class, Module, Value};
use crate::vm::Vm;

/// The payload of a `UUID`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uuid(pub [u8; 16]);

impl Uuid {
    /// The canonical 36 characters.
    pub fn hyphenated(&self) -> String {
        let hex = self.hex();
        format!(
            "{}-{}-{}-{}-{}",
            &hex[..8],
            &hex[8..12],
            &hex[12..16],
            &hex[16..20],
            &hex[20..]
        )
    }

    /// 32 hexadecimal digits.
    pub fn hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Read any form that `uuid.UUID(hex)` takes: braces, `urn:uuid:` and hyphens do not matter.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.replace("urn:", "").replace("uuid:", "");
        let digits: String = text
            .trim_matches(['{', '}'])
            .chars()
            .filter(|letter| *letter != '-')
            .collect();
        if digits.len() != 32 || !digits.is_ascii() {
            return None;
        }
        u128::from_str_radix(&digits, 16)
            .ok()
            .map(|number| Self(number.to_be_bytes()))
    }

    fn with_version(mut self, version: u8) -> Self {
        self.0[6] = (self.0[6] & 0x0f) | (version << 4);
        self.0[8] = (self.0[8] & 0x3f) | 0x80;
        self
    }

    fn number(&self) -> u128 {
        u128::from_be_bytes(self.0)
    }
}

/// Whether an order is that of a comparison.
type Accept = fn(std::cmp::Ordering) -> bool;

struct UuidClass(Rc<Class>);

/// The class `UUID`.
pub fn class(vm: &mut Vm) -> Rc<Class> {
    if let Some(class) = vm.ext::<UuidClass>() {
        return class.0.clone();
    }
    let class = build();
    vm.set_ext(Rc::new(UuidClass(class.clone())));
    class
}

/// A `UUID` object.
pub fn make(vm: &mut Vm, uuid: Uuid) -> Value {
    let instance = class(vm).allocate();
    instance.set_payload(Rc::new(uuid));
    Value::Instance(instance)
}

fn of(value: &Value) -> PyResult<Uuid> {
    match value.payload::<Uuid>() {
        Some(uuid) => Ok(*uuid),
        None => Err(raise("TypeError", "a UUID is required")),
    }
}

fn big(number: u128) -> Value {
    Value::int(number)
}

fn build() -> Rc<Class> {
    let builder = ClassBuilder::new("uuid", "UUID")
        .init(
            "hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=None",
            |_, this, a| {
                let mut uuid = read(&a)?;
                if let Some(version) = a.opt_int("version")? {
                    if !(1..=5).contains(&version) {
                        return Err(raise("ValueError", "illegal version number"));
                    }
                    uuid = uuid.with_version(version as u8);
                }
                this.set_payload(Rc::new(uuid));
                Ok(())
            },
        )
        .property("hex", |_, this| Ok(Value::str(of(&this)?.hex())))
        .property("bytes", |_, this| Ok(Value::bytes(of(&this)?.0)))
        .property("int", |_, this| Ok(big(of(&this)?.number())))
        .property("urn", |_, this| Ok(Value::str(format!("urn:uuid:{}", of(&this)?.hyphenated()))))
        .property("version", |_, this| {
            let uuid = of(&this)?;
            let standard = uuid.0[8] & 0xc0 == 0x80;
            Ok(if standard {
                Value::Int(i64::from(uuid.0[6] >> 4))
            } else {
                Value::None
            })
        })
        .property("variant", |_, this| {
            Ok(Value::str(match of(&this)?.0[8] >> 5 {
                0..=3 => "reserved for NCS compatibility",
                4 | 5 => "specified in RFC 4122",
                6 => "reserved for Microsoft compatibility",
                _ => "reserved for future definition",
            }))
        })
        .property("time_low", |_, this| Ok(big(of(&this)?.number() >> 96)))
        .property("fields", |_, this| {
            let number = of(&this)?.number();
            let part = |shift: u32, mask: u128| big((number >> shift) & mask);
            Ok(Value::tuple(vec![
                part(96, 0xffff_ffff),
                part(80, 0xffff),
                part(64, 0xffff),
                part(56, 0xff),
                part(48, 0xff),
                part(0, 0xffff_ffff_ffff),
            ]))
        })
        .property("node", |_, this| Ok(big(of(&this)?.number() & 0xffff_ffff_ffff)))
        .method("__int__", "", |_, this, _| Ok(big(of(&this)?.number())))
        .method("__str__", "", |_, this, _| Ok(Value::str(of(&this)?.hyphenated())))
        .method("__repr__", "", |_, this, _| {
            Ok(Value::str(format!("UUID('{}')", of(&this)?.hyphenated())))
        })
        .method("__hash__", "", |_, this, _| {
            Ok(Value::Int((of(&this)?.number() % ((1 << 61) - 1)) as i64))
        });
    let comparisons: [(&str, Accept); 6] = [
        ("__eq__", |order| order.is_eq()),
        ("__ne__", |order| order.is_ne()),
        ("__lt__", |order| order.is_lt()),
        ("__le__", |order| order.is_le()),
        ("__gt__", |order| order.is_gt()),
        ("__ge__", |order| order.is_ge()),
    ];
    comparisons
        .into_iter()
        .fold(builder, |builder, (name, accept)| {
            builder.method(name, "other", move |_, this, a| {
                Ok(match a.at(0).payload::<Uuid>() {
                    Some(other) => Value::Bool(accept(of(&this)?.cmp(&other))),
                    None => Value::NotImplemented,
                })
            })
        })
        .build()
}

/// The one of the constructor's arguments that says the value.
fn read(a: &crate::Bound) -> PyResult<Uuid> {
    let given = ["hex", "bytes", "bytes_le", "fields", "int"]
        .iter()
        .filter(|name| a.opt(name).is_some())
        .count();
    if given != 1 {
        return Err(raise(
            "TypeError",
            "one of the hex, bytes, bytes_le, fields, or int arguments must be given",
        ));
    }
    if let Some(hex) = a.opt("hex") {
        let Some(text) = hex.as_str() else {
            return Err(raise(
                "AttributeError",
                format!("'{}' object has no attribute 'replace'", hex.kind()),
            ));
        };
        return Uuid::parse(&text)
            .ok_or_else(|| raise("ValueError", "badly formed hexadecimal UUID string"));
    }
    if let Some(number) = a.opt("int") {
        let number = match number {
            Value::BigInt(number) => number.to_u128(),
            other => other
                .as_int()
                .and_then(|number| u128::try_from(number).ok()),
        };
        return number
            .map(|number| Uuid(number.to_be_bytes()))
            .ok_or_else(|| raise("ValueError", "int is out of range (need a 128-bit value)"));
    }
    if let Some(Value::Bytes(data)) = a.opt("bytes") {
        return <[u8; 16]>::try_from(&**data)
            .map(Uuid)
            .map_err(|_| raise("ValueError", "bytes is not a 16-char string"));
    }
    if let Some(Value::Bytes(data)) = a.opt("bytes_le") {
        let Ok(mut bytes) = <[u8; 16]>::try_from(&**data) else {
            return Err(raise("ValueError", "bytes_le is not a 16-char string"));
        };
        bytes[..4].reverse();
        bytes[4..6].reverse();
        bytes[6..8].reverse();
        return Ok(Uuid(bytes));
    }
    Err(crate::error::unsupported("uuid.UUID(fields=...)"))
}

fn random() -> PyResult<[u8; 16]> {
    let mut bytes = [0; 16];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(bytes),
        Err(error) => Err(raise("OSError", error.to_string())),
    }
}

/// A time-based UUID with a random node: 100-nanosecond intervals since 1582.
fn by_time() -> PyResult<Uuid> {
    const GREGORIAN: u128 = 0x01b2_1dd2_1381_4000;
    let since =
        u128::try_from(jiff::Timestamp::now().as_nanosecond()).unwrap_or(0) / 100 + GREGORIAN;
    let noise = u128::from_be_bytes(random()?);
    let number = ((since & 0xffff_ffff) << 96)
        | ((since >> 32 & 0xffff) << 80)
        | ((since >> 48 & 0x0fff) << 64)
        | (noise & 0xffff_ffff_ffff_ffff)
        | (1 << 40);
    Ok(Uuid(number.to_be_bytes()).with_version(1))
}

/// The first 16 bytes of the hash of a namespace and a name.
fn by_name(namespace: &Value, name: &Value, sha: bool) -> PyResult<Uuid> {
    let space = of(namespace)?.0;
    let name = match name {
        Value::Bytes(data) => data.to_vec(),
        other => match other.as_str() {
            Some(text) => text.as_bytes().to_vec(),
            None => return Err(raise("TypeError", "the name must be a str")),
        },
    };
    let whole = [&space[..], &name].concat();
    let mut bytes = [0; 16];
    if sha {
        bytes.copy_from_slice(&Sha1::digest(&whole)[..16]);
    } else {
        bytes.copy_from_slice(&Md5::digest(&whole)[..16]);
    }
    Ok(Uuid(bytes).with_version(if sha { 5 } else { 3 }))
}

/// The namespaces of RFC 4122, appendix C.
const NAMESPACES: &[(&str, u128)] = &[
    ("NAMESPACE_DNS", 0x6ba7_b810_9dad_11d1_80b4_00c0_4fd4_30c8),
    ("NAMESPACE_URL", 0x6ba7_b811_9dad_11d1_80b4_00c0_4fd4_30c8),
    ("NAMESPACE_OID", 0x6ba7_b812_9dad_11d1_80b4_00c0_4fd4_30c8),
    ("NAMESPACE_X500", 0x6ba7_b814_9dad_11d1_80b4_00c0_4fd4_30c8),
];

/// The module.
pub fn module(vm: &mut Vm) -> Rc<Module> {
    let class = class(vm);
    let mut builder = ModuleBuilder::new("uuid")
        .class(&class)
        .function("uuid1", "node=None, clock_seq=None", |vm, _| {
            let uuid = by_time()?;
            Ok(make(vm, uuid))
        })
        .function("uuid4", "", |vm, _| {
            let uuid = Uuid(random()?).with_version(4);
            Ok(make(vm, uuid))
        })
        .function("uuid3", "namespace, name", |vm, a| {
            let uuid = by_name(a.at(0), a.at(1), false)?;
            Ok(make(vm, uuid))
        })
        .function("uuid5", "namespace, name", |vm, a| {
            let uuid = by_name(a.at(0), a.at(1), true)?;
            Ok(make(vm, uuid))
        })
        .function("getnode", "", |_, _| {
            let bytes = random()?;
            Ok(Value::int(BigUint::from_bytes_be(&bytes[..6])))
        });
    for (name, number) in NAMESPACES {
        let value = make(vm, Uuid(number.to_be_bytes()));
        builder = builder.value(name, value);
    }
    builder.build()
}
