//! Python values as SQL literals, and back.

use std::rc::Rc;

use limbec_python::stdlib::datetime::{
    self, Clock, Day, Delta, Moment, TimeOfDay, make_date, make_datetime, make_delta, make_time,
    make_zone,
};
use limbec_python::{PyResult, Value, Vm};
use limbec_schema::Literal;

use super::types::Kind;
use super::util::{attr, error};
use super::{compiler, json, ranges, registry, types};

/// A Python value of which nothing else is known.
///
/// # Errors
/// A value that no database has a word for.
pub fn literal(vm: &mut Vm, value: &Value) -> PyResult<Literal> {
    Ok(match value {
        Value::None => Literal::Null,
        Value::Bool(flag) => Literal::Bool(*flag),
        Value::Int(number) => Literal::Int(*number),
        Value::BigInt(number) => Literal::BigInt(number.to_string()),
        Value::Float(number) => Literal::Float(*number),
        Value::Str(text) => Literal::Str(text.to_string()),
        Value::Bytes(data) => Literal::Bytes(data.to_vec()),
        Value::ByteArray(data) => Literal::Bytes(data.borrow().clone()),
        Value::List(_)
        | Value::Set(_)
        | Value::FrozenSet(_)
        | Value::DictView(_)
        | Value::Range(_)
        | Value::Generator(_)
        | Value::Iterator(_) => {
            let mut items = Vec::new();
            for item in vm.iterate(value)? {
                items.push(literal(vm, &item)?);
            }
            Literal::List(items)
        }
        Value::Tuple(_) => {
            let mut items = Vec::new();
            for item in vm.iterate(value)? {
                items.push(literal(vm, &item)?);
            }
            Literal::Tuple(items)
        }
        Value::Dict(_) => Literal::Json(json::dumps(vm, value)?),
        Value::Instance(_) => instance(vm, value)?,
        Value::Absent(absent) => return Err(vm.absent_used(absent)),
        other => {
            let name = vm.type_name(other);
            return Err(unknown(vm, &name));
        }
    })
}

fn unknown(vm: &mut Vm, name: &str) -> limbec_python::PyError {
    error(
        vm,
        "ProgrammingError",
        format!("Error binding parameter: type '{name}' is not supported"),
    )
}

fn instance(vm: &mut Vm, value: &Value) -> PyResult<Literal> {
    if let Some(moment) = value.payload::<Moment>() {
        let offset = offset_seconds(vm, &moment.zone, value)?;
        return Ok(date_time(moment.day, moment.clock, offset));
    }
    if let Some(day) = value.payload::<Day>() {
        return Ok(Literal::Date {
            year: day.year,
            month: day.month,
            day: day.day,
        });
    }
    if let Some(time) = value.payload::<TimeOfDay>() {
        let offset = offset_seconds(vm, &time.zone, &Value::None)?;
        let Clock {
            hour,
            minute,
            second,
            micros,
            ..
        } = time.clock;
        return Ok(Literal::Time {
            hour,
            minute,
            second,
            micros,
            offset,
        });
    }
    if let Some(delta) = value.payload::<Delta>() {
        return Ok(Literal::Interval {
            micros: delta.micros,
        });
    }
    let class = vm.class_of(value);
    for class in class.mro() {
        match class.full_name().as_str() {
            "decimal.Decimal" => return Ok(Literal::Decimal(vm.str(value)?.to_string())),
            "uuid.UUID" => return Ok(Literal::Uuid(vm.str(value)?.to_string())),
            _ => {}
        }
    }
    let inner = value.unwrap_inner();
    if !matches!(inner, Value::Instance(_)) {
        return literal(vm, &inner);
    }
    if let Some(text) = ranges::text(vm, value)? {
        return Ok(Literal::Str(text));
    }
    let name = vm.type_name(value);
    Err(unknown(vm, &name))
}

fn offset_seconds(vm: &mut Vm, zone: &Value, at: &Value) -> PyResult<Option<i32>> {
    if zone.is_none() {
        return Ok(None);
    }
    let micros = datetime::utc_offset(vm, zone, at)?;
    Ok(micros.and_then(|micros| i32::try_from(micros / 1_000_000).ok()))
}

fn date_time(day: Day, clock: Clock, offset: Option<i32>) -> Literal {
    Literal::DateTime {
        year: day.year,
        month: day.month,
        day: day.day,
        hour: clock.hour,
        minute: clock.minute,
        second: clock.second,
        micros: clock.micros,
        offset,
    }
}

/// A Python value on its way to a column of this type.
///
/// # Errors
/// As [`literal`]; what `process_bind_param` raises; a value that the Enum does not have.
pub fn literal_for(vm: &mut Vm, value: &Value, type_value: &Value) -> PyResult<Literal> {
    if registry::is_a(vm, type_value, "TypeDecorator") {
        let dialect = compiler::running().unwrap_or_else(|| "default".to_owned());
        let processed = types::bind_processed(vm, type_value, value.clone(), &dialect)?;
        let inner = types::implementation(vm, type_value, &dialect)?;
        return literal_for(vm, &processed, &inner);
    }
    if registry::is_a(vm, type_value, "UserDefinedType") {
        let processed = types::user_processed(vm, type_value, value.clone())?;
        return literal(vm, &processed);
    }
    if registry::is_a(vm, type_value, "Enum") {
        return enum_literal(vm, value, type_value);
    }
    if registry::is_a(vm, type_value, "JSON") {
        let none_as_null = attr(vm, type_value, "none_as_null")?;
        if value.is_none() && vm.truthy(&none_as_null)? {
            return Ok(Literal::Null);
        }
        if is_json_null(value) {
            return Ok(Literal::Json("null".to_owned()));
        }
        return Ok(Literal::Json(json::dumps(vm, value)?));
    }
    if registry::is_a(vm, type_value, "ARRAY") && !value.is_none() {
        let item_type = attr(vm, type_value, "item_type")?;
        let mut items = Vec::new();
        for item in vm.iterate(value)? {
            let nested = matches!(item, Value::List(_) | Value::Tuple(_));
            let wanted = if nested { type_value } else { &item_type };
            items.push(literal_for(vm, &item, wanted)?);
        }
        return Ok(Literal::List(items));
    }
    if registry::is_a(vm, type_value, "postgresql.HSTORE") && matches!(value, Value::Dict(_)) {
        return Ok(Literal::Str(json::hstore(vm, value)?));
    }
    literal(vm, value)
}

fn is_json_null(value: &Value) -> bool {
    value
        .as_instance()
        .is_some_and(|instance| instance.class().is_subclass(&registry::class("JSON.NULL")))
}

/// A member of a Python enum becomes the word that the type has for it.
fn enum_literal(vm: &mut Vm, value: &Value, type_value: &Value) -> PyResult<Literal> {
    if value.is_none() {
        return Ok(Literal::Null);
    }
    let class = attr(vm, type_value, "enum_class")?;
    if let Value::Class(class) = &class
        && vm.isinstance(value, class)
    {
        return Ok(Literal::Str(member_word(vm, value, type_value)?));
    }
    if let Some(text) = value.as_str() {
        return Ok(Literal::Str(text.to_string()));
    }
    literal(vm, value)
}

fn member_word(vm: &mut Vm, member: &Value, type_value: &Value) -> PyResult<String> {
    let class = attr(vm, type_value, "enum_class")?;
    let words = attr(vm, type_value, "enums")?;
    let words = vm.iterate(&words)?;
    let members = vm.iterate(&class)?;
    let place = members.iter().position(|known| known.is(member));
    match place
        .and_then(|place| words.get(place))
        .and_then(|word| word.as_str())
    {
        Some(word) => Ok(word.to_string()),
        None => {
            let name = attr(vm, member, "name")?;
            Ok(name
                .as_str()
                .map_or_else(String::new, |name| name.to_string()))
        }
    }
}

/// A value of a result as Python has it.
///
/// # Errors
/// What importing `decimal` or `uuid` raises.
pub fn value(vm: &mut Vm, literal: &Literal) -> PyResult {
    Ok(match literal {
        Literal::Null => Value::None,
        Literal::Bool(flag) => Value::Bool(*flag),
        Literal::Int(number) => Value::Int(*number),
        Literal::BigInt(digits) => big(vm, digits)?,
        Literal::Float(number) => Value::Float(*number),
        Literal::Decimal(digits) => call(vm, "decimal", "Decimal", digits)?,
        Literal::Str(text) => Value::str(text),
        Literal::Bytes(data) => Value::bytes(data),
        Literal::Date { year, month, day } => make_date(
            vm,
            Day {
                year: *year,
                month: *month,
                day: *day,
            },
        ),
        Literal::Time {
            hour,
            minute,
            second,
            micros,
            offset,
        } => {
            let zone = zone(vm, *offset);
            make_time(vm, clock(*hour, *minute, *second, *micros), zone)
        }
        Literal::DateTime {
            year,
            month,
            day,
            hour,
            minute,
            second,
            micros,
            offset,
        } => {
            let zone = zone(vm, *offset);
            let day = Day {
                year: *year,
                month: *month,
                day: *day,
            };
            make_datetime(vm, day, clock(*hour, *minute, *second, *micros), zone)
        }
        Literal::Interval { micros } => make_delta(vm, *micros),
        Literal::Uuid(text) => call(vm, "uuid", "UUID", text)?,
        Literal::Json(text) => json::loads(vm, text)?,
        Literal::List(items) | Literal::Tuple(items) => {
            let mut list = Vec::with_capacity(items.len());
            for item in items {
                list.push(value(vm, item)?);
            }
            Value::list(list)
        }
    })
}

pub(super) fn clock(hour: u8, minute: u8, second: u8, micros: u32) -> Clock {
    Clock {
        hour,
        minute,
        second,
        micros,
    }
}

fn zone(vm: &mut Vm, offset: Option<i32>) -> Value {
    offset.map_or(Value::None, |seconds| make_zone(vm, seconds))
}

fn big(vm: &mut Vm, digits: &str) -> PyResult {
    let class = Value::Class(limbec_python::types().get("int").clone());
    vm.call(&class, vec![Value::str(digits)], Vec::new())
}

/// An object of a class of the standard library, from a string.
pub(super) fn call(vm: &mut Vm, module: &str, class: &str, text: &str) -> PyResult {
    let module = vm.import(module)?;
    let class = vm.getattr(&module, class)?;
    vm.call(&class, vec![Value::str(text)], Vec::new())
}

/// The Python class that a type works with, where it is not a builtin one.
pub(super) fn python_class(vm: &mut Vm, kind: Kind) -> PyResult {
    use limbec_schema::TemporalName as T;
    let classes = datetime::classes(vm);
    let class: &Rc<limbec_python::Class> = match kind {
        Kind::Temporal(T::Date | T::ExactDate) => &classes.date,
        Kind::Temporal(T::Time | T::ExactTime) => &classes.time,
        Kind::Interval => &classes.timedelta,
        Kind::Uuid(_) => {
            let module = vm.import("uuid")?;
            return vm.getattr(&module, "UUID");
        }
        _ => &classes.datetime,
    };
    Ok(Value::Class(class.clone()))
}
