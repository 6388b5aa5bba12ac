//! `date`

use std::rc::Rc;

use super::civil::{Clock, DAY, Day, EPOCH_ORDINAL, SECOND};
use super::{Classes, Delta, Moment, comparisons, format, hash_of, instance, make_date, parse};
use crate::error::{PyResult, raise};
use crate::native::ClassBuilder;
use crate::value::{Class, Value};
use crate::vm::Vm;

pub(super) fn value_error(text: String) -> crate::PyError {
    raise("ValueError", text)
}

/// The day of a `date` or a `datetime`.
pub(super) fn day_of(value: &Value) -> PyResult<Day> {
    if let Some(day) = value.payload::<Day>() {
        return Ok(*day);
    }
    Ok(super::payload::<Moment>(value)?.day)
}

/// The seconds since 1970 on the machine's clock, in microseconds.
pub(super) fn now_micros() -> i128 {
    i128::from(jiff::Timestamp::now().as_microsecond())
}

/// A day of this class or of one that extends it, made without asking its `__init__`.
fn of_class(class: &Rc<Class>, day: Day) -> Value {
    instance(class, day)
}

thread_local! {
    static ISO_CLASS: Rc<Class> = make_iso_class();
}

/// The class of what `isocalendar()` gives: a tuple whose items have names.
fn iso_class() -> Rc<Class> {
    ISO_CLASS.with(Rc::clone)
}

fn make_iso_class() -> Rc<Class> {
    let part = |this: &Value, place: usize| match this.unwrap_inner() {
        Value::Tuple(parts) => parts.get(place).cloned().unwrap_or_default(),
        _ => Value::None,
    };
    ClassBuilder::new("datetime", "IsoCalendarDate")
        .base(crate::types::types().get("tuple"))
        .property("year", move |_, this| Ok(part(&this, 0)))
        .property("week", move |_, this| Ok(part(&this, 1)))
        .property("weekday", move |_, this| Ok(part(&this, 2)))
        .method("__repr__", "", move |vm, this, _| {
            let (year, week) = (vm.repr(&part(&this, 0))?, vm.repr(&part(&this, 1))?);
            let weekday = vm.repr(&part(&this, 2))?;
            Ok(Value::str(format!(
                "datetime.IsoCalendarDate(year={year}, week={week}, weekday={weekday})"
            )))
        })
        .build()
}

pub(super) fn class() -> Rc<Class> {
    let builder = ClassBuilder::new("datetime", "date")
        .init("year, month, day", |_, this, a| {
            let day =
                Day::new(a.int("year")?, a.int("month")?, a.int("day")?).map_err(value_error)?;
            this.set_payload(Rc::new(day));
            Ok(())
        })
        .property("year", |_, this| Ok(Value::Int(day_of(&this)?.year.into())))
        .property("month", |_, this| {
            Ok(Value::Int(day_of(&this)?.month.into()))
        })
        .property("day", |_, this| Ok(Value::Int(day_of(&this)?.day.into())))
        .class_method("today", "", |_, class, _| {
            let (day, _) = super::moment::local(now_micros())?;
            Ok(of_class(class, day))
        })
        .class_method("fromtimestamp", "timestamp", |_, class, a| {
            let micros = super::moment::timestamp_micros(a.at(0))?;
            let (day, _) = super::moment::local(micros)?;
            Ok(of_class(class, day))
        })
        .class_method(
            "fromordinal",
            "ordinal",
            |_, class, a| match Day::from_ordinal(a.int("ordinal")?) {
                Some(day) => Ok(of_class(class, day)),
                None => Err(raise("ValueError", "ordinal must be >= 1")),
            },
        )
        .class_method("fromisoformat", "date_string", |_, class, a| {
            let text = a.str("date_string")?;
            match parse::iso_day(&text) {
                Some(day) => Ok(of_class(class, day)),
                None => Err(raise(
                    "ValueError",
                    format!("Invalid isoformat string: '{text}'"),
                )),
            }
        })
        .class_method(
            "fromisocalendar",
            "year, week, day",
            |_, class, a| match Day::from_iso(a.int("year")?, a.int("week")?, a.int("day")?) {
                Some(day) => Ok(of_class(class, day)),
                None => Err(raise("ValueError", "Invalid ISO calendar date")),
            },
        )
        .method(
            "replace",
            "year=None, month=None, day=None",
            |_, this, a| {
                let old = day_of(&this)?;
                let part =
                    |name: &str, old: i64| Ok::<_, crate::PyError>(a.opt_int(name)?.unwrap_or(old));
                let day = Day::new(
                    part("year", old.year.into())?,
                    part("month", old.month.into())?,
                    part("day", old.day.into())?,
                )
                .map_err(value_error)?;
                Ok(of_class(&class_of(&this), day))
            },
        )
        .method("toordinal", "", |_, this, _| {
            Ok(Value::Int(day_of(&this)?.ordinal()))
        })
        .method("weekday", "", |_, this, _| {
            Ok(Value::Int(day_of(&this)?.weekday().into()))
        })
        .method("isoweekday", "", |_, this, _| {
            Ok(Value::Int(i64::from(day_of(&this)?.weekday()) + 1))
        })
        .method("timetuple", "", |vm, this, _| time_tuple(vm, &this, false))
        .method("isocalendar", "", |_, this, _| {
            let (year, week, weekday) = day_of(&this)?.iso_calendar();
            let parts = vec![
                Value::Int(year.into()),
                Value::Int(week.into()),
                Value::Int(weekday.into()),
            ];
            let date = iso_class().allocate();
            date.set_inner(Value::tuple(parts));
            Ok(Value::Instance(date))
        })
        .method("isoformat", "", |_, this, _| {
            Ok(Value::str(format::iso_day(day_of(&this)?)))
        })
        .method("__str__", "", |vm, this, _| {
            vm.call_method(&this, "isoformat", vec![])
        })
        .method("__repr__", "", |_, this, _| {
            let day = day_of(&this)?;
            Ok(Value::str(format!(
                "datetime.{}({}, {}, {})",
                class_of(&this).name(),
                day.year,
                day.month,
                day.day
            )))
        })
        .method("ctime", "", |vm, this, _| {
            format::strftime(vm, &this, "%a %b %e %H:%M:%S %Y").map(Value::str)
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
            vm.call_method(&this, "strftime", vec![Value::Str(pattern)])
        })
        .method("__hash__", "", |_, this, _| Ok(hash_of(day_of(&this)?)))
        .method("__add__", "other", |vm, this, a| {
            shift(vm, &this, a.at(0), 1)
        })
        .method("__radd__", "other", |vm, this, a| {
            shift(vm, &this, a.at(0), 1)
        })
        .method("__sub__", "other", |vm, this, a| {
            if let Some(other) = a.at(0).payload::<Day>() {
                let days = day_of(&this)?.ordinal() - other.ordinal();
                return Ok(super::make_delta(vm, i128::from(days) * DAY));
            }
            shift(vm, &this, a.at(0), -1)
        });
    comparisons!(builder, |vm: &mut Vm, this: &Value, other: &Value, _| {
        let _ = vm;
        match (this.payload::<Day>(), other.payload::<Day>()) {
            (Some(mine), Some(other)) => Ok(Some(mine.cmp(&other))),
            _ => Ok::<_, crate::PyError>(None),
        }
    })
    .build()
}

/// The `time.struct_time` of a day or a moment; one in UTC has no summer time.
pub(super) fn time_tuple(vm: &mut Vm, this: &Value, in_utc: bool) -> PyResult {
    let day = day_of(this)?;
    let clock = this.payload::<Moment>().map(|moment| moment.clock);
    let summer = match &clock {
        Some(_) if !in_utc => vm.call_method(this, "dst", vec![])?,
        _ => Value::None,
    };
    let summer = match summer.payload::<Delta>() {
        None => -i64::from(!in_utc),
        Some(delta) => i64::from(delta.micros != 0),
    };
    let of_clock = |read: fn(&Clock) -> i64| Value::Int(clock.as_ref().map_or(0, read));
    let fields = Value::tuple(vec![
        Value::Int(day.year.into()),
        Value::Int(day.month.into()),
        Value::Int(day.day.into()),
        of_clock(|clock| clock.hour.into()),
        of_clock(|clock| clock.minute.into()),
        of_clock(|clock| clock.second.into()),
        Value::Int(day.weekday().into()),
        Value::Int(day.day_of_year().into()),
        Value::Int(summer),
    ]);
    let time = vm.import("time")?;
    vm.call_method(&time, "struct_time", vec![fields])
}

pub(super) fn class_of(value: &Value) -> Rc<Class> {
    match value {
        Value::Instance(instance) => instance.class(),
        _ => crate::types().object.clone(),
    }
}

fn shift(vm: &mut Vm, this: &Value, by: &Value, sign: i128) -> PyResult {
    let Some(delta) = by.payload::<Delta>() else {
        return Ok(Value::NotImplemented);
    };
    let days = sign * delta.micros.div_euclid(DAY);
    let ordinal = i128::from(day_of(this)?.ordinal()) + days;
    match i64::try_from(ordinal).ok().and_then(Day::from_ordinal) {
        Some(day) => Ok(make_date(vm, day)),
        None => Err(raise("OverflowError", "date value out of range")),
    }
}

pub(super) fn finish(classes: &Classes) {
    let class = &classes.date;
    for (name, ordinal) in [("min", 1), ("max", super::civil::LAST_ORDINAL)] {
        if let Some(day) = Day::from_ordinal(ordinal) {
            class.dict().set_str(name, instance(class, day));
        }
    }
    class.dict().set_str(
        "resolution",
        instance(&classes.timedelta, Delta { micros: DAY }),
    );
}

/// Seconds since 1970 of a naive moment taken as UTC, in microseconds.
pub(super) fn since_epoch(day: Day, clock: Clock) -> i128 {
    i128::from(day.ordinal() - EPOCH_ORDINAL) * DAY + clock.since_midnight()
}

/// One second, for those who count in seconds.
pub(super) const ONE_SECOND: i128 = SECOND;
