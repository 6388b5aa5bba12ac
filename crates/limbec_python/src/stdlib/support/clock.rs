//! Clocks and time zones.

use std::cell::OnceCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Dst, TimeZone};
use jiff::{Timestamp, Zoned};

use crate::args::Bound;
use crate::error::{PyResult, raise};
use crate::native::ModuleBuilder;
use crate::value::Value;
use crate::vm::Vm;

/// How long `sleep` waits at most before it looks whether the run is to stop.
const NAP: Duration = Duration::from_millis(50);

pub(super) fn add(builder: ModuleBuilder) -> ModuleBuilder {
    let started: Rc<OnceCell<Instant>> = Rc::default();
    builder
        .function("now", "", |_, _| {
            Ok(Value::Int(
                i64::try_from(Timestamp::now().as_nanosecond()).unwrap_or(i64::MAX),
            ))
        })
        .function("monotonic", "", move |_, _| {
            let since = started.get_or_init(Instant::now).elapsed();
            Ok(Value::Int(
                i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
            ))
        })
        .function("sleep", "seconds", |vm, a| {
            let seconds = match a.at(0) {
                Value::Float(seconds) => *seconds,
                other => other.as_int().map_or(0.0, |seconds| seconds as f64),
            };
            let wait = Duration::try_from_secs_f64(seconds)
                .map_err(|_| raise("ValueError", "sleep length must be non-negative"))?;
            sleep(vm, wait)?;
            Ok(Value::None)
        })
        // Fields of a moment in the local zone or UTC: those of `struct_time`, then the zone's name and offset.
        .function("fields", "seconds, local", |_, a| {
            let zone = if a.bool("local")? {
                TimeZone::system()
            } else {
                TimeZone::UTC
            };
            let at = Timestamp::from_second(a.int("seconds")?).map_err(|_| {
                raise(
                    "OverflowError",
                    "timestamp out of range for platform time_t",
                )
            })?;
            Ok(fields(&at.to_zoned(zone)))
        })
        // Seconds since 1970 of local fields.
        .function(
            "seconds",
            "year, month, day, hour, minute, second, local",
            |_, a| {
                let zone = if a.bool("local")? {
                    TimeZone::system()
                } else {
                    TimeZone::UTC
                };
                let at = moment(&a, 0)
                    .ok_or_else(|| raise("OverflowError", "mktime argument out of range"))?;
                match zone.to_zoned(at) {
                    Ok(zoned) => Ok(Value::Int(zoned.timestamp().as_second())),
                    Err(_) => Err(raise("OverflowError", "mktime argument out of range")),
                }
            },
        )
        .function("zone_exists", "key", |_, a| {
            Ok(Value::Bool(TimeZone::get(&a.str("key")?).is_ok()))
        })
        .function("zone_names", "", |_, _| {
            let names = jiff::tz::db().available();
            Ok(Value::list(
                names.map(|name| Value::str(name.as_str())).collect(),
            ))
        })
        // Offset, daylight saving (seconds) and abbreviation of local fields in a zone.
        .function(
            "zone_local",
            "key, year, month, day, hour, minute, second, fold",
            |_, a| {
                let zone = zone(&a)?;
                let Some(at) = moment(&a, 1) else {
                    return Ok(Value::None);
                };
                let second_time = a.int("fold")? != 0;
                let ambiguous = zone.to_ambiguous_timestamp(at);
                let offset = match ambiguous.offset() {
                    AmbiguousOffset::Unambiguous { offset } => offset,
                    AmbiguousOffset::Gap { before, after }
                    | AmbiguousOffset::Fold { before, after } => {
                        if second_time {
                            after
                        } else {
                            before
                        }
                    }
                };
                match offset.to_timestamp(at) {
                    Ok(instant) => {
                        // In a gap the instant lies on the other side of the change: the offset that was taken stays.
                        let info = zone.to_offset_info(instant);
                        let gap = matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. });
                        let instant = if gap {
                            let shift = if second_time { 7200 } else { -7200 };
                            instant
                                .checked_add(jiff::SignedDuration::from_secs(shift))
                                .unwrap_or(instant)
                        } else {
                            instant
                        };
                        let info = if gap {
                            zone.to_offset_info(instant)
                        } else {
                            info
                        };
                        Ok(zone_info(
                            offset.seconds(),
                            info.dst(),
                            info.abbreviation(),
                            &zone,
                            instant,
                        ))
                    }
                    Err(_) => Ok(Value::None),
                }
            },
        )
        // The same for fields in UTC, and whether local time repeats there for the second time.
        .function(
            "zone_utc",
            "key, year, month, day, hour, minute, second",
            |_, a| {
                let zone = zone(&a)?;
                let Some(instant) =
                    moment(&a, 1).and_then(|at| jiff::tz::Offset::UTC.to_timestamp(at).ok())
                else {
                    return Ok(Value::None);
                };
                let info = zone.to_offset_info(instant);
                let local = info.offset().to_datetime(instant);
                let second_time = match zone.to_ambiguous_timestamp(local).offset() {
                    AmbiguousOffset::Fold { after, .. } => after == info.offset(),
                    _ => false,
                };
                let offset = Value::Int(i64::from(info.offset().seconds()));
                Ok(Value::tuple(vec![
                    offset,
                    Value::Int(i64::from(second_time)),
                ]))
            },
        )
}

fn sleep(vm: &mut Vm, wait: Duration) -> PyResult<()> {
    let end = Instant::now().checked_add(wait);
    loop {
        vm.check_interrupt()?;
        let left = end.map_or(NAP, |end| end.saturating_duration_since(Instant::now()));
        if left.is_zero() {
            return Ok(());
        }
        std::thread::sleep(left.min(NAP));
    }
}

fn zone(a: &Bound) -> PyResult<TimeZone> {
    let key = a.str("key")?;
    TimeZone::get(&key).map_err(|_| raise("KeyError", format!("No time zone found with key {key}")))
}

/// Six numbers of the arguments, from a place on.
fn moment(a: &Bound, from: usize) -> Option<DateTime> {
    let part = |place: usize| a.at(from + place).as_int();
    let small = |place: usize| i8::try_from(part(place)?).ok();
    DateTime::new(
        i16::try_from(part(0)?).ok()?,
        small(1)?,
        small(2)?,
        small(3)?,
        small(4)?,
        small(5)?,
        0,
    )
    .ok()
}

fn zone_info(offset: i32, dst: Dst, name: &str, zone: &TimeZone, at: Timestamp) -> Value {
    let saving = if dst.is_dst() {
        offset - standard_offset(zone, at).unwrap_or(offset - 3600)
    } else {
        0
    };
    Value::tuple(vec![
        Value::Int(i64::from(offset)),
        Value::Int(i64::from(saving)),
        Value::str(name),
    ])
}

/// The offset that the zone had before daylight saving began.
fn standard_offset(zone: &TimeZone, at: Timestamp) -> Option<i32> {
    let change = zone
        .preceding(at.checked_add(jiff::SignedDuration::from_secs(1)).ok()?)
        .next()?;
    let before = change
        .timestamp()
        .checked_sub(jiff::SignedDuration::from_secs(1))
        .ok()?;
    let info = zone.to_offset_info(before);
    (!info.dst().is_dst()).then(|| info.offset().seconds())
}

fn fields(at: &Zoned) -> Value {
    let info = at.time_zone().to_offset_info(at.timestamp());
    let number = |number: i64| Value::Int(number);
    Value::tuple(vec![
        number(i64::from(at.year())),
        number(i64::from(at.month())),
        number(i64::from(at.day())),
        number(i64::from(at.hour())),
        number(i64::from(at.minute())),
        number(i64::from(at.second())),
        number(i64::from(at.weekday().to_monday_zero_offset())),
        number(i64::from(at.day_of_year())),
        number(i64::from(info.dst().is_dst())),
        Value::str(info.abbreviation()),
        number(i64::from(info.offset().seconds())),
    ])
}
