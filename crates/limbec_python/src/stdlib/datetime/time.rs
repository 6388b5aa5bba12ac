//! `time`

use std::rc::Rc;

use super::civil::Clock;
use super::date::{class_of, value_error};
use super::{
    Classes, Delta, comparisons, format, hash_of, instance, make_delta, parse, payload, zone,
};
use crate::error::{PyResult, raise};
use crate::native::ClassBuilder;
use crate::value::{Class, Value};
use crate::vm::Vm;

/// The payload of a `time`.
#[derive(Clone)]
pub struct TimeOfDay {
    /// The time.
    pub clock: Clock,
    /// `None` or a `tzinfo`.
    pub zone: Value,
}

fn of(this: &Value) -> PyResult<Rc<TimeOfDay>> {
    payload::<TimeOfDay>(this)
}

pub(super) fn class() -> Rc<Class> {
    let builder = ClassBuilder::new("datetime", "time")
        .init(
            "hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0",
            |_, this, a| {
                let clock = Clock::new(
                    a.int("hour")?,
                    a.int("minute")?,
                    a.int("second")?,
                    a.int("microsecond")?,
                )
                .map_err(value_error)?;
                let zone = a.get("tzinfo").clone();
                this.set_payload(Rc::new(TimeOfDay { clock, zone }));
                Ok(())
            },
        )
        .property("hour", |_, this| {
            Ok(Value::Int(of(&this)?.clock.hour.into()))
        })
        .property("minute", |_, this| {
            Ok(Value::Int(of(&this)?.clock.minute.into()))
        })
        .property("second", |_, this| {
            Ok(Value::Int(of(&this)?.clock.second.into()))
        })
        .property("microsecond", |_, this| {
            Ok(Value::Int(of(&this)?.clock.micros.into()))
        })
        .property("tzinfo", |_, this| Ok(of(&this)?.zone.clone()))
        .attr("fold", 0i64)
        .class_method("fromisoformat", "time_string", |vm, class, a| {
            let text = a.str("time_string")?;
            let Some((clock, offset)) = parse::iso_clock(text.strip_prefix('T').unwrap_or(&text))
            else {
                return Err(raise(
                    "ValueError",
                    format!("Invalid isoformat string: '{text}'"),
                ));
            };
            let zone = parse::zone_of(vm, offset);
            Ok(instance(class, TimeOfDay { clock, zone }))
        })
        .method(
            "replace",
            "hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None",
            |_, this, a| {
                let old = of(&this)?;
                let part =
                    |name: &str, old: i64| Ok::<_, crate::PyError>(a.opt_int(name)?.unwrap_or(old));
                let clock = Clock::new(
                    part("hour", old.clock.hour.into())?,
                    part("minute", old.clock.minute.into())?,
                    part("second", old.clock.second.into())?,
                    part("microsecond", old.clock.micros.into())?,
                )
                .map_err(value_error)?;
                let zone = if a.given("tzinfo") {
                    a.get("tzinfo").clone()
                } else {
                    old.zone.clone()
                };
                Ok(instance(&class_of(&this), TimeOfDay { clock, zone }))
            },
        )
        .method("isoformat", "timespec='auto'", |vm, this, a| {
            let precision = a.str("timespec")?;
            iso(vm, &this, &precision).map(Value::str)
        })
        .method("__str__", "", |vm, this, _| {
            iso(vm, &this, "auto").map(Value::str)
        })
        .method("__repr__", "", |vm, this, _| {
            let time = of(&this)?;
            let mut text = format!("datetime.time({}, {}", time.clock.hour, time.clock.minute);
            text.push_str(&format::repr_seconds(time.clock));
            if !time.zone.is_none() {
                text.push_str(&format!(", tzinfo={}", vm.repr(&time.zone)?));
            }
            Ok(Value::str(text + ")"))
        })
        .method("strftime", "format", |vm, this, a| {
            let pattern = a.str("format")?;
            format::strftime(vm, &this, &pattern).map(Value::str)
        })
        .method("__format__", "format_spec", |vm, this, a| {
            let pattern = a.str("format_spec")?;
            if pattern.is_empty() {
                return Ok(Value::str(vm.str(&this)?));
            }
            format::strftime(vm, &this, &pattern).map(Value::str)
        })
        .method("utcoffset", "", |vm, this, _| {
            let zone_value = of(&this)?.zone.clone();
            Ok(match zone::offset(vm, &zone_value, &Value::None)? {
                Some(micros) => make_delta(vm, micros),
                None => Value::None,
            })
        })
        .method("__hash__", "", |_, this, _| Ok(hash_of(of(&this)?.clock)));
    comparisons!(builder, |_: &mut Vm, this: &Value, other: &Value, _| {
        let mine = of(this)?;
        Ok::<_, crate::PyError>(
            other
                .payload::<TimeOfDay>()
                .map(|other| mine.clock.cmp(&other.clock)),
        )
    })
    .build()
}

fn iso(vm: &mut Vm, this: &Value, precision: &str) -> PyResult<String> {
    let time = of(this)?;
    let mut text = format::iso_clock(time.clock, precision)?;
    if let Some(offset) = zone::offset(vm, &time.zone, &Value::None)? {
        text.push_str(&super::civil::format_offset(offset, true));
    }
    Ok(text)
}

pub(super) fn finish(classes: &Classes) {
    let class = &classes.time;
    let last = Clock {
        hour: 23,
        minute: 59,
        second: 59,
        micros: 999_999,
    };
    for (name, clock) in [("min", Clock::default()), ("max", last)] {
        let zone = Value::None;
        class
            .dict()
            .set_str(name, instance(class, TimeOfDay { clock, zone }));
    }
    class.dict().set_str(
        "resolution",
        instance(&classes.timedelta, Delta { micros: 1 }),
    );
}
