//! `tzinfo` and `timezone`

use std::rc::Rc;

use super::civil::{DAY, format_offset};
use super::{Classes, Delta, Moment, hash_of, instance, make_delta, payload};
use crate::error::{PyResult, raise};
use crate::native::ClassBuilder;
use crate::value::{Class, Value};
use crate::vm::Vm;

/// The payload of a `timezone`.
pub(super) struct Fixed {
    micros: i128,
    name: Option<Rc<str>>,
}

impl Fixed {
    fn name(&self) -> String {
        match &self.name {
            Some(name) => name.to_string(),
            None if self.micros == 0 => "UTC".to_owned(),
            None => format!("UTC{}", format_offset(self.micros, true)),
        }
    }
}

pub(super) fn tzinfo_class() -> Rc<Class> {
    let mut builder = ClassBuilder::new("datetime", "tzinfo");
    for name in ["utcoffset", "tzname", "dst"] {
        builder = builder.method(name, "dt", move |_, _, _| {
            Err(raise(
                "NotImplementedError",
                format!("a tzinfo subclass must implement {name}()"),
            ))
        });
    }
    builder
        .method("fromutc", "dt", |vm, this, a| from_utc(vm, &this, a.at(0)))
        .build()
}

pub(super) fn timezone_class(tzinfo: &Rc<Class>) -> Rc<Class> {
    ClassBuilder::new("datetime", "timezone")
        .base(tzinfo)
        .init("offset, name=None", |_, this, a| {
            let Some(delta) = a.get("offset").payload::<Delta>() else {
                return Err(raise(
                    "TypeError",
                    "timezone() argument 1 must be datetime.timedelta",
                ));
            };
            if delta.micros.abs() >= DAY {
                return Err(raise(
                    "ValueError",
                    "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).",
                ));
            }
            this.set_payload(Rc::new(Fixed {
                micros: delta.micros,
                name: a.opt_str("name")?,
            }));
            Ok(())
        })
        .method("utcoffset", "dt", |vm, this, _| {
            let micros = payload::<Fixed>(&this)?.micros;
            Ok(make_delta(vm, micros))
        })
        .method("tzname", "dt", |_, this, _| {
            Ok(Value::str(payload::<Fixed>(&this)?.name()))
        })
        .method("dst", "dt", |_, _, _| Ok(Value::None))
        .method("__str__", "", |_, this, _| {
            Ok(Value::str(payload::<Fixed>(&this)?.name()))
        })
        .method("__repr__", "", |vm, this, _| {
            let fixed = payload::<Fixed>(&this)?;
            if fixed.micros == 0 && fixed.name.is_none() {
                return Ok(Value::str("datetime.timezone.utc"));
            }
            let delta = make_delta(vm, fixed.micros);
            let mut text = format!("datetime.timezone({}", vm.repr(&delta)?);
            if let Some(name) = &fixed.name {
                let name = vm.repr(&Value::Str(name.clone()))?;
                text.push_str(&format!(", {name}"));
            }
            Ok(Value::str(text + ")"))
        })
        .method("__eq__", "other", |_, this, a| {
            let mine = payload::<Fixed>(&this)?;
            Ok(match a.at(0).payload::<Fixed>() {
                Some(other) => Value::Bool(mine.micros == other.micros),
                None => Value::NotImplemented,
            })
        })
        .method("__hash__", "", |_, this, _| Ok(hash_of(payload::<Fixed>(&this)?.micros)))
        .build()
}

pub(super) fn finish(classes: &Classes) {
    classes.timezone.dict().set_str("utc", classes.utc());
}

pub(super) fn make(class: &Rc<Class>, micros: i128, name: Option<Rc<str>>) -> Value {
    instance(class, Fixed { micros, name })
}

/// `zone.utcoffset(at)` in microseconds.
pub(super) fn offset(vm: &mut Vm, zone: &Value, at: &Value) -> PyResult<Option<i128>> {
    if zone.is_none() {
        return Ok(None);
    }
    if let Some(fixed) = zone.payload::<Fixed>() {
        return Ok(Some(fixed.micros));
    }
    let delta = vm.call_method(zone, "utcoffset", vec![at.clone()])?;
    Ok(delta.payload::<Delta>().map(|delta| delta.micros))
}

/// `zone.tzname(at)`
pub(super) fn name(vm: &mut Vm, zone: &Value, at: &Value) -> PyResult<Option<Rc<str>>> {
    if zone.is_none() {
        return Ok(None);
    }
    Ok(vm.call_method(zone, "tzname", vec![at.clone()])?.as_str())
}

/// The moment in the zone, for a `datetime` whose fields are UTC and whose zone is this one.
fn from_utc(vm: &mut Vm, zone: &Value, at: &Value) -> PyResult {
    let moment = payload::<Moment>(at)?;
    let micros = offset(vm, zone, at)?.unwrap_or(0);
    moment.shifted(vm, micros, zone.clone())
}
