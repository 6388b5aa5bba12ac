//! `datetime`

use std::rc::Rc;

use super::civil::{Clock, DAY, Day, EPOCH_ORDINAL, SECOND, from_moment, moment as moment_number};
use super::date::{class_of, now_micros, since_epoch, value_error};
use super::{
    Classes, Delta, TimeOfDay, comparisons, format, hash_of, instance, make_delta, parse, payload,
    zone,
};
use crate::args::Bound;
use crate::error::{PyResult, raise};
use crate::native::ClassBuilder;
use crate::value::{Class, Instance, Value};
use crate::vm::Vm;

/// The payload of a `datetime`.
#[derive(Clone)]
pub struct Moment {
    /// The date.
    pub day: Day,
    /// The time.
    pub clock: Clock,
    /// `None` or a `tzinfo`.
    pub zone: Value,
}

impl Moment {
    fn number(&self) -> i128 {
        moment_number(self.day, self.clock)
    }

    /// The same fields moved by a difference, in a zone.
    pub(super) fn shifted(&self, vm: &mut Vm, micros: i128, zone: Value) -> PyResult {
        match from_moment(self.number() + micros) {
            Some((day, clock)) => Ok(super::make_datetime(vm, day, clock, zone)),
            None => Err(raise("OverflowError", "date value out of range")),
        }
    }
}

fn of_class(class: &Rc<Class>, day: Day, clock: Clock, zone: Value) -> Value {
    instance(class, Moment { day, clock, zone })
}

/// The local date and time of a moment in microseconds since 1970.
pub(super) fn local(micros: i128) -> PyResult<(Day, Clock)> {
    let offset = local_offset(micros);
    utc(micros + offset)
}

fn utc(micros: i128) -> PyResult<(Day, Clock)> {
    from_moment(micros + i128::from(EPOCH_ORDINAL) * DAY)
        .ok_or_else(|| raise("ValueError", "year is out of range"))
}

/// The offset of the machine's time zone, in microseconds.
fn local_offset(micros: i128) -> i128 {
    let Ok(timestamp) = jiff::Timestamp::from_microsecond(i64::try_from(micros).unwrap_or(0))
    else {
        return 0;
    };
    i128::from(jiff::tz::TimeZone::system().to_offset(timestamp).seconds()) * SECOND
}

/// A number of seconds since 1970 in microseconds.
pub(super) fn timestamp_micros(value: &Value) -> PyResult<i128> {
    match value {
        Value::Float(seconds) => Ok(super::delta::round_half_even(seconds * 1e6)),
        other => match other.as_int() {
            Some(seconds) => Ok(i128::from(seconds) * SECOND),
            None => Err(raise("TypeError", "a number of seconds is required")),
        },
    }
}

pub(super) fn class(date: &Rc<Class>) -> Rc<Class> {
    let builder = ClassBuilder::new("datetime", "datetime").base(date).init(
        "year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0",
        |_, this, a| {
            let day =
                Day::new(a.int("year")?, a.int("month")?, a.int("day")?).map_err(value_error)?;
            let clock = Clock::new(
                a.int("hour")?,
                a.int("minute")?,
                a.int("second")?,
                a.int("microsecond")?,
            )
            .map_err(value_error)?;
            let zone = a.get("tzinfo").clone();
            this.set_payload(Rc::new(Moment { day, clock, zone }));
            set_fold(this, a.int("fold")?)
        },
    );
    let builder = builder
        .property("hour", |_, this| {
            Ok(Value::Int(payload::<Moment>(&this)?.clock.hour.into()))
        })
        .property("minute", |_, this| {
            Ok(Value::Int(payload::<Moment>(&this)?.clock.minute.into()))
        })
        .property("second", |_, this| {
            Ok(Value::Int(payload::<Moment>(&this)?.clock.second.into()))
        })
        .property("microsecond", |_, this| {
            Ok(Value::Int(payload::<Moment>(&this)?.clock.micros.into()))
        })
        .property("tzinfo", |_, this| {
            Ok(payload::<Moment>(&this)?.zone.clone())
        })
        .attr("fold", 0i64);
    comparisons!(readers(makers(builder)), compare).build()
}

/// The class methods that make a `datetime`.
fn makers(builder: ClassBuilder) -> ClassBuilder {
    builder
        .class_method("now", "tz=None", |vm, class, a| {
            at_timestamp(vm, class, now_micros(), a.get("tz"))
        })
        .class_method("today", "", |vm, class, _| {
            at_timestamp(vm, class, now_micros(), &Value::None)
        })
        .class_method("utcnow", "", |_, class, _| {
            let (day, clock) = utc(now_micros())?;
            Ok(of_class(class, day, clock, Value::None))
        })
        .class_method("fromtimestamp", "timestamp, tz=None", |vm, class, a| {
            let micros = timestamp_micros(a.at(0))?;
            at_timestamp(vm, class, micros, a.get("tz"))
        })
        .class_method("utcfromtimestamp", "timestamp", |_, class, a| {
            let (day, clock) = utc(timestamp_micros(a.at(0))?)?;
            Ok(of_class(class, day, clock, Value::None))
        })
        .class_method("combine", "date, time, tzinfo=None", |_, class, a| {
            let day = super::date::day_of(a.get("date"))?;
            let time = payload::<TimeOfDay>(a.get("time"))?;
            let zone = if a.given("tzinfo") {
                a.get("tzinfo").clone()
            } else {
                time.zone.clone()
            };
            Ok(of_class(class, day, time.clock, zone))
        })
        .class_method(
            "fromordinal",
            "ordinal",
            |_, class, a| match Day::from_ordinal(a.int("ordinal")?) {
                Some(day) => Ok(of_class(class, day, Clock::default(), Value::None)),
                None => Err(raise("ValueError", "ordinal must be >= 1")),
            },
        )
        .class_method("fromisoformat", "date_string", |vm, class, a| {
            let text = a.str("date_string")?;
            let Some((day, clock, offset)) = parse::iso_datetime(&text) else {
                if let Some(problem) = parse::iso_complaint(&text) {
                    return Err(raise("ValueError", problem));
                }
                return Err(raise(
                    "ValueError",
                    format!("Invalid isoformat string: '{text}'"),
                ));
            };
            let zone = parse::zone_of(vm, offset);
            Ok(of_class(class, day, clock, zone))
        })
        .class_method("strptime", "date_string, format", |vm, class, a| {
            let found = parse::strptime(&a.str("date_string")?, &a.str("format")?)?;
            let zone = parse::zone_of(vm, found.offset);
            Ok(of_class(class, found.day, found.clock, zone))
        })
}

/// A `datetime` of a moment since 1970, in a zone or in local time.
fn at_timestamp(vm: &mut Vm, class: &Rc<Class>, micros: i128, zone: &Value) -> PyResult {
    if zone.is_none() {
        let (day, clock) = local(micros)?;
        return Ok(of_class(class, day, clock, Value::None));
    }
    let (day, clock) = utc(micros)?;
    let at = of_class(class, day, clock, zone.clone());
    vm.call_method(zone, "fromutc", vec![at])
}

/// The methods that read or derive.
fn readers(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("date", "", |vm, this, _| {
            let day = payload::<Moment>(&this)?.day;
            Ok(super::make_date(vm, day))
        })
        .method("time", "", |vm, this, _| {
            let clock = payload::<Moment>(&this)?.clock;
            Ok(super::make_time(vm, clock, Value::None))
        })
        .method("timetz", "", |vm, this, _| {
            let moment = payload::<Moment>(&this)?;
            Ok(super::make_time(vm, moment.clock, moment.zone.clone()))
        })
        .method(
            "replace",
            "year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None",
            |_, this, a| replace(&this, &a),
        )
        .method("utctimetuple", "", |vm, this, _| {
            let zone = vm.getattr(&this, "tzinfo")?;
            let in_utc = if zone.is_none() {
                this
            } else {
                let datetime = vm.import("datetime")?;
                let zones = vm.getattr(&datetime, "timezone")?;
                let utc = vm.getattr(&zones, "utc")?;
                as_time_zone(vm, &this, &utc)?
            };
            super::date::time_tuple(vm, &in_utc, true)
        })
        .method("astimezone", "tz=None", |vm, this, a| as_time_zone(vm, &this, a.get("tz")))
        .method("timestamp", "", |vm, this, _| {
            Ok(Value::Float(utc_micros(vm, &this)? as f64 / 1e6))
        })
        .method("utcoffset", "", |vm, this, _| {
            let zone_value = payload::<Moment>(&this)?.zone.clone();
            Ok(match zone::offset(vm, &zone_value, &this)? {
                Some(micros) => make_delta(vm, micros),
                None => Value::None,
            })
        })
        .method("tzname", "", |vm, this, _| {
            let zone_value = payload::<Moment>(&this)?.zone.clone();
            Ok(Value::opt_str(zone::name(vm, &zone_value, &this)?))
        })
        .method("dst", "", |vm, this, _| {
            let zone_value = payload::<Moment>(&this)?.zone.clone();
            if zone_value.is_none() {
                return Ok(Value::None);
            }
            vm.call_method(&zone_value, "dst", vec![this])
        })
        .method("isoformat", "sep='T', timespec='auto'", |vm, this, a| {
            let (separator, precision) = (a.str("sep")?, a.str("timespec")?);
            iso(vm, &this, &separator, &precision).map(Value::str)
        })
        .method("__str__", "", |vm, this, _| iso(vm, &this, " ", "auto").map(Value::str))
        .method("__repr__", "", |vm, this, _| repr(vm, &this).map(Value::str))
        .method("__hash__", "", |vm, this, _| {
            let moment = payload::<Moment>(&this)?;
            let offset = zone::offset(vm, &moment.zone, &this)?.unwrap_or(0);
            Ok(hash_of(moment.number() - offset))
        })
        .method("__add__", "other", |vm, this, a| shift(vm, &this, a.at(0), 1))
        .method("__radd__", "other", |vm, this, a| shift(vm, &this, a.at(0), 1))
        .method("__sub__", "other", |vm, this, a| {
            let Some(other) = a.at(0).payload::<Moment>() else {
                return shift(vm, &this, a.at(0), -1);
            };
            let mine = payload::<Moment>(&this)?;
            let offsets = (
                zone::offset(vm, &mine.zone, &this)?,
                zone::offset(vm, &other.zone, a.at(0))?,
            );
            let (Some(left), Some(right)) = (match offsets {
                (None, None) => (Some(0), Some(0)),
                other => other,
            }) else {
                return Err(raise(
                    "TypeError",
                    "can't subtract offset-naive and offset-aware datetimes",
                ));
            };
            Ok(make_delta(vm, mine.number() - left - other.number() + right))
        })
}

fn replace(this: &Value, a: &Bound) -> PyResult {
    let old = payload::<Moment>(this)?;
    let part = |name: &str, old: i64| Ok::<_, crate::PyError>(a.opt_int(name)?.unwrap_or(old));
    let day = Day::new(
        part("year", old.day.year.into())?,
        part("month", old.day.month.into())?,
        part("day", old.day.day.into())?,
    )
    .map_err(value_error)?;
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
    let made = of_class(&class_of(this), day, clock, zone);
    if let (Value::Instance(old), Value::Instance(new)) = (this, &made) {
        let fold = match a.opt_int("fold")? {
            Some(fold) => fold,
            None => fold_of(old),
        };
        set_fold(new, fold)?;
    }
    Ok(made)
}

/// Which of the two moments is meant where local time repeats: 1 for the second.
fn fold_of(instance: &Instance) -> i64 {
    instance
        .get("fold")
        .and_then(|fold| fold.as_int())
        .unwrap_or(0)
}

fn set_fold(instance: &Instance, fold: i64) -> PyResult<()> {
    match fold {
        0 => {}
        1 => instance.set("fold", 1i64),
        _ => return Err(raise("ValueError", "fold must be either 0 or 1")),
    }
    Ok(())
}

/// Microseconds since 1970; a naive moment is local time.
fn utc_micros(vm: &mut Vm, this: &Value) -> PyResult<i128> {
    let moment = payload::<Moment>(this)?;
    let fields = since_epoch(moment.day, moment.clock);
    Ok(match zone::offset(vm, &moment.zone, this)? {
        Some(offset) => fields - offset,
        None => {
            let guess = fields - local_offset(fields);
            fields - local_offset(guess)
        }
    })
}

fn as_time_zone(vm: &mut Vm, this: &Value, target: &Value) -> PyResult {
    let micros = utc_micros(vm, this)?;
    let target = if target.is_none() {
        super::make_zone(vm, (local_offset(micros) / SECOND) as i32)
    } else {
        target.clone()
    };
    at_timestamp(vm, &class_of(this), micros, &target)
}

fn iso(vm: &mut Vm, this: &Value, separator: &str, precision: &str) -> PyResult<String> {
    let moment = payload::<Moment>(this)?;
    let mut text = format!(
        "{}{separator}{}",
        format::iso_day(moment.day),
        format::iso_clock(moment.clock, precision)?
    );
    if let Some(offset) = zone::offset(vm, &moment.zone, this)? {
        text.push_str(&super::civil::format_offset(offset, true));
    }
    Ok(text)
}

fn repr(vm: &mut Vm, this: &Value) -> PyResult<String> {
    let moment = payload::<Moment>(this)?;
    let mut text = format!(
        "datetime.{}({}, {}, {}, {}, {}",
        class_of(this).name(),
        moment.day.year,
        moment.day.month,
        moment.day.day,
        moment.clock.hour,
        moment.clock.minute
    );
    text.push_str(&format::repr_seconds(moment.clock));
    if let Value::Instance(instance) = this
        && fold_of(instance) == 1
    {
        text.push_str(", fold=1");
    }
    if !moment.zone.is_none() {
        text.push_str(&format!(", tzinfo={}", vm.repr(&moment.zone)?));
    }
    Ok(text + ")")
}

fn shift(vm: &mut Vm, this: &Value, by: &Value, sign: i128) -> PyResult {
    let Some(delta) = by.payload::<Delta>() else {
        return Ok(Value::NotImplemented);
    };
    let moment = payload::<Moment>(this)?;
    moment.shifted(vm, sign * delta.micros, moment.zone.clone())
}

/// The order of two moments; those with and without a zone are unequal and not ordered.
fn compare(
    vm: &mut Vm,
    this: &Value,
    other: &Value,
    operator: &str,
) -> PyResult<Option<std::cmp::Ordering>> {
    let Some(right) = other.payload::<Moment>() else {
        return Ok(None);
    };
    let left = payload::<Moment>(this)?;
    match (
        zone::offset(vm, &left.zone, this)?,
        zone::offset(vm, &right.zone, other)?,
    ) {
        (None, None) => Ok(Some(left.number().cmp(&right.number()))),
        (Some(a), Some(b)) => Ok(Some((left.number() - a).cmp(&(right.number() - b)))),
        _ if matches!(operator, "__eq__" | "__ne__") => Ok(Some(std::cmp::Ordering::Less)),
        _ => Err(raise(
            "TypeError",
            "can't compare offset-naive and offset-aware datetimes",
        )),
    }
}

pub(super) fn finish(classes: &Classes) {
    let class = &classes.datetime;
    let last = Clock {
        hour: 23,
        minute: 59,
        second: 59,
        micros: 999_999,
    };
    for (name, ordinal, clock) in [
        ("min", 1, Clock::default()),
        ("max", super::civil::LAST_ORDINAL, last),
    ] {
        if let Some(day) = Day::from_ordinal(ordinal) {
            class
                .dict()
                .set_str(name, of_class(class, day, clock, Value::None));
        }
    }
    class.dict().set_str(
        "resolution",
        instance(&classes.timedelta, Delta { micros: 1 }),
    );
}
