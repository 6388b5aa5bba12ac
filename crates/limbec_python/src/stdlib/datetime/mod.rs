//! `datetime`: dates, times, differences and time zones, as CPython 3.11 has them.
//!
//! The objects are instances whose payload is [`Delta`], [`Day`] or [`Moment`]; native code makes and reads them with
//! [`make_date`], [`make_datetime`], [`make_time`], [`make_delta`] and the payload.

pub mod civil;
mod date;
mod delta;
mod format;
mod moment;
mod parse;
mod time;
mod zone;

use std::cell::OnceCell;
use std::rc::Rc;

pub use civil::{Clock, Day};
pub use delta::Delta;
pub use moment::Moment;
pub use time::TimeOfDay;

use crate::error::{PyResult, raise};
use crate::native::ModuleBuilder;
use crate::value::{Class, Instance, Module, Value};
use crate::vm::Vm;

/// The classes of the module, made once for an interpreter.
pub struct Classes {
    /// `date`
    pub date: Rc<Class>,
    /// `time`
    pub time: Rc<Class>,
    /// `datetime`
    pub datetime: Rc<Class>,
    /// `timedelta`
    pub timedelta: Rc<Class>,
    /// `tzinfo`
    pub tzinfo: Rc<Class>,
    /// `timezone`
    pub timezone: Rc<Class>,
    utc: OnceCell<Value>,
}

impl Classes {
    /// `timezone.utc`
    pub fn utc(&self) -> Value {
        self.utc
            .get_or_init(|| zone::make(&self.timezone, 0, None))
            .clone()
    }
}

/// The classes of the module.
pub fn classes(vm: &mut Vm) -> Rc<Classes> {
    if let Some(classes) = vm.ext::<Classes>() {
        return classes;
    }
    let tzinfo = zone::tzinfo_class();
    let date = date::class();
    let classes = Rc::new(Classes {
        datetime: moment::class(&date),
        date,
        time: time::class(),
        timedelta: delta::class(),
        timezone: zone::timezone_class(&tzinfo),
        tzinfo,
        utc: OnceCell::new(),
    });
    vm.set_ext(classes.clone());
    zone::finish(&classes);
    date::finish(&classes);
    moment::finish(&classes);
    time::finish(&classes);
    delta::finish(&classes);
    classes
}

/// The module.
pub fn module(vm: &mut Vm) -> Rc<Module> {
    let classes = classes(vm);
    ModuleBuilder::new("datetime")
        .value("MINYEAR", 1i64)
        .value("MAXYEAR", 9999i64)
        .value("UTC", classes.utc())
        .class(&classes.date)
        .class(&classes.time)
        .class(&classes.datetime)
        .class(&classes.timedelta)
        .class(&classes.tzinfo)
        .class(&classes.timezone)
        .build()
}

/// A `date`.
pub fn make_date(vm: &mut Vm, day: Day) -> Value {
    let class = classes(vm).date.clone();
    instance(&class, day)
}

/// A `datetime`; `zone` is `None` or a `tzinfo`.
pub fn make_datetime(vm: &mut Vm, day: Day, clock: Clock, zone: Value) -> Value {
    let class = classes(vm).datetime.clone();
    instance(&class, Moment { day, clock, zone })
}

/// A `time`; `zone` is `None` or a `tzinfo`.
pub fn make_time(vm: &mut Vm, clock: Clock, zone: Value) -> Value {
    let class = classes(vm).time.clone();
    instance(&class, TimeOfDay { clock, zone })
}

/// A `timedelta`.
pub fn make_delta(vm: &mut Vm, micros: i128) -> Value {
    let class = classes(vm).timedelta.clone();
    instance(&class, Delta { micros })
}

/// A `timezone` with a fixed offset in seconds.
pub fn make_zone(vm: &mut Vm, offset_seconds: i32) -> Value {
    let classes = classes(vm);
    if offset_seconds == 0 {
        return classes.utc();
    }
    zone::make(
        &classes.timezone,
        i128::from(offset_seconds) * civil::SECOND,
        None,
    )
}

/// The offset of a zone at a moment, in microseconds; `None` for a naive one.
///
/// # Errors
/// Whatever the `utcoffset` of a zone written in Python raises.
pub fn utc_offset(vm: &mut Vm, zone: &Value, at: &Value) -> PyResult<Option<i128>> {
    zone::offset(vm, zone, at)
}

fn instance<T: 'static>(class: &Rc<Class>, payload: T) -> Value {
    let instance: Rc<Instance> = class.allocate();
    instance.set_payload(Rc::new(payload));
    Value::Instance(instance)
}

fn payload<T: 'static>(value: &Value) -> PyResult<Rc<T>> {
    value.payload::<T>().ok_or_else(|| {
        raise(
            "TypeError",
            "an object of the datetime module was not initialised",
        )
    })
}

/// The six comparisons of a class, from one function that gives an ordering or `None` for "not comparable".
macro_rules! comparisons {
    ($builder:expr, $compare:expr) => {{
        let mut builder = $builder;
        for (name, accept) in crate::stdlib::datetime::COMPARISONS {
            builder = builder.method(name, "other", move |vm, this, a| {
                match $compare(vm, &this, a.at(0), *name)? {
                    Some(order) => Ok(Value::Bool(accept(order))),
                    None => Ok(Value::NotImplemented),
                }
            });
        }
        builder
    }};
}
use comparisons;

type Accept = fn(std::cmp::Ordering) -> bool;

const COMPARISONS: &[(&str, Accept)] = &[
    ("__eq__", |order| order.is_eq()),
    ("__ne__", |order| order.is_ne()),
    ("__lt__", |order| order.is_lt()),
    ("__le__", |order| order.is_le()),
    ("__gt__", |order| order.is_gt()),
    ("__ge__", |order| order.is_ge()),
];

fn hash_of(value: impl std::hash::Hash) -> Value {
    use std::hash::{DefaultHasher, Hasher};
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    Value::Int((hasher.finish() >> 2) as i64)
}
