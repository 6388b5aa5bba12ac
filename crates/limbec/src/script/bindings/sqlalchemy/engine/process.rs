//! From what a driver gives to what the types of the columns promise.

use limbec_python::stdlib::datetime::{Day, make_date, make_datetime, make_delta, make_time};
use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{Literal, NumericName, PgType, SqlType, TemporalName};

use super::super::registry::is_a;
use super::super::util::{attr, error};
use super::super::{expr, json, missing, ranges, types, values};
use crate::script::host::Outcome;

/// How the values of one column are read.
pub(super) struct Reader {
    type_value: Value,
    sql_type: SqlType,
    dialect: String,
    /// The name of the type of a column of ranges.
    range: Option<String>,
}

/// The readers of the columns of a result, by what was selected.
pub(super) fn readers(
    vm: &mut Vm,
    selected: &[Value],
    outcome: &Outcome,
    dialect: &str,
) -> PyResult<Vec<Reader>> {
    let mut list = Vec::new();
    for (place, column) in outcome.columns.iter().enumerate() {
        let declared = column
            .declared
            .as_deref()
            .filter(|_| dialect == "postgresql");
        let range = declared
            .filter(|name| ranges::is_range(name))
            .map(str::to_owned);
        let reader = match selected.get(place) {
            Some(column) if selected.len() == outcome.columns.len() => {
                let type_value = expr::type_of(vm, column)?;
                let sql_type = types::sql_type(vm, &type_value)?;
                Reader {
                    type_value,
                    sql_type,
                    dialect: dialect.to_owned(),
                    range,
                }
            }
            _ => Reader {
                type_value: Value::None,
                sql_type: SqlType::Null,
                dialect: dialect.to_owned(),
                range,
            },
        };
        list.push(reader);
    }
    Ok(list)
}

/// One value of a column.
pub(super) fn read(vm: &mut Vm, literal: &Literal, reader: &Reader) -> PyResult {
    if let Some(range) = &reader.range {
        return ranges::value(vm, literal, range, has_ranges(&reader.sql_type));
    }
    typed(
        vm,
        literal,
        &reader.type_value,
        &reader.sql_type,
        &reader.dialect,
    )
}

/// Whether the values of a type are SQLAlchemy's ranges.
fn has_ranges(sql_type: &SqlType) -> bool {
    match sql_type {
        SqlType::Postgres(PgType::Range(_)) => true,
        SqlType::Array(array) => has_ranges(&array.item),
        _ => false,
    }
}

fn typed(
    vm: &mut Vm,
    literal: &Literal,
    type_value: &Value,
    sql_type: &SqlType,
    dialect: &str,
) -> PyResult {
    if is_a(vm, type_value, "TypeDecorator") && !vm.class_of(type_value).is_native() {
        let inner = attr(vm, type_value, "impl")?;
        let chosen = sql_type.for_dialect(dialect).clone();
        let plain = typed(vm, literal, &inner, &chosen, dialect)?;
        return types::result_processed(vm, type_value, plain, dialect);
    }
    if *literal == Literal::Null {
        return Ok(Value::None);
    }
    match (sql_type.for_dialect(dialect), literal) {
        (SqlType::Boolean(_), Literal::Int(number)) => Ok(Value::Bool(*number != 0)),
        (SqlType::Numeric(numeric), literal) => {
            let is_float = !matches!(
                numeric.name,
                NumericName::Numeric | NumericName::ExactNumeric | NumericName::ExactDecimal
            );
            let as_decimal = numeric.asdecimal.unwrap_or(!is_float);
            let scale = numeric.decimal_return_scale.or(numeric.scale).unwrap_or(10);
            number(vm, literal, as_decimal, scale)
        }
        (SqlType::Temporal(temporal), Literal::Str(text)) => moment(vm, text, temporal.name),
        (SqlType::Sqlite(temporal), Literal::Str(text)) => moment(vm, text, temporal.name),
        (SqlType::Interval(_), Literal::Str(text)) => interval(vm, text),
        (SqlType::Json(_), Literal::Str(text) | Literal::Json(text)) => json::loads(vm, text),
        (SqlType::Uuid(uuid), Literal::Str(text) | Literal::Uuid(text)) => {
            let text = hyphenated(text);
            if uuid.as_uuid {
                values::call(vm, "uuid", "UUID", &text)
            } else {
                Ok(Value::str(text))
            }
        }
        (SqlType::Enum(_), Literal::Str(text)) => member(vm, type_value, text),
        (SqlType::Binary(binary), _) if binary.name == limbec_schema::BinaryName::Pickle => {
            Err(missing::unsupported(vm, "reading a PickleType column"))
        }
        _ => values::value(vm, literal),
    }
}

fn number(vm: &mut Vm, literal: &Literal, as_decimal: bool, scale: i64) -> PyResult {
    match (literal, as_decimal) {
        (Literal::Decimal(digits), true) => values::call(vm, "decimal", "Decimal", digits),
        (Literal::Decimal(digits), false) => Ok(digits
            .parse::<f64>()
            .map_or_else(|_| Value::str(digits), Value::Float)),
        (Literal::Float(number), true) => {
            let places = usize::try_from(scale).unwrap_or(10);
            values::call(vm, "decimal", "Decimal", &format!("{number:.places$}"))
        }
        (Literal::Int(number), true) => {
            let places = usize::try_from(scale).unwrap_or(10);
            #[allow(clippy::cast_precision_loss)]
            let number = *number as f64;
            values::call(vm, "decimal", "Decimal", &format!("{number:.places$}"))
        }
        #[allow(clippy::cast_precision_loss)]
        (Literal::Int(number), false) => Ok(Value::Float(*number as f64)),
        (other, _) => values::value(vm, other),
    }
}

fn hyphenated(text: &str) -> String {
    if text.len() == 32 && text.is_ascii() {
        return format!(
            "{}-{}-{}-{}-{}",
            &text[..8],
            &text[8..12],
            &text[12..16],
            &text[16..20],
            &text[20..]
        );
    }
    text.to_owned()
}

/// A date or time that SQLite keeps as text.
fn moment(vm: &mut Vm, text: &str, name: TemporalName) -> PyResult {
    let kind = match name {
        TemporalName::Date | TemporalName::ExactDate => "date",
        TemporalName::Time | TemporalName::ExactTime => "time",
        _ => "datetime",
    };
    let parsed = match kind {
        "date" => day(text).map(|day| make_date(vm, day)),
        "time" => clock(text).map(|clock| make_time(vm, clock, Value::None)),
        _ => day_and_clock(text).map(|(day, clock)| make_datetime(vm, day, clock, Value::None)),
    };
    match parsed {
        Some(value) => Ok(value),
        None => {
            let shown = vm.repr(&Value::str(text))?;
            Err(vm.raise("ValueError", format!("Invalid isoformat string: {shown}")))
        }
    }
}

fn day_and_clock(text: &str) -> Option<(Day, limbec_python::stdlib::datetime::Clock)> {
    let day = day(text.get(..10)?)?;
    let rest = text.get(10..)?;
    if rest.is_empty() {
        return Some((day, values::clock(0, 0, 0, 0)));
    }
    let rest = rest.strip_prefix([' ', 'T'])?;
    // A zone that was stored with the text is not part of what SQLAlchemy reads back.
    let rest = rest.split(['+', 'Z']).next()?;
    Some((day, clock(rest)?))
}

fn day(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-');
    let day = Day {
        year: parts.next()?.parse().ok()?,
        month: parts.next()?.parse().ok()?,
        day: parts.next()?.parse().ok()?,
    };
    ((1..=12).contains(&day.month) && (1..=31).contains(&day.day)).then_some(day)
}

fn clock(text: &str) -> Option<limbec_python::stdlib::datetime::Clock> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut parts = whole.splitn(3, ':');
    let hour: u8 = parts.next()?.parse().ok()?;
    let minute: u8 = parts.next()?.parse().ok()?;
    let second: u8 = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    let micros: u32 = if fraction.is_empty() {
        0
    } else {
        format!("{fraction:0<6}").get(..6)?.parse().ok()?
    };
    (hour < 24 && minute < 60 && second < 60).then(|| values::clock(hour, minute, second, micros))
}

/// An interval that a database without intervals keeps as the time since 1970.
fn interval(vm: &mut Vm, text: &str) -> PyResult {
    let Some((day, clock)) = day_and_clock(text) else {
        return Ok(Value::str(text));
    };
    let epoch = Day {
        year: 1970,
        month: 1,
        day: 1,
    };
    let days = i128::from(day.ordinal() - epoch.ordinal());
    let micros = days * 86_400_000_000 + clock.since_midnight();
    Ok(make_delta(vm, micros))
}

/// The member of a Python enum by the word that the database keeps.
fn member(vm: &mut Vm, type_value: &Value, text: &str) -> PyResult {
    let class = attr(vm, type_value, "enum_class")?;
    let words = attr(vm, type_value, "enums")?;
    let known = vm.iterate(&words)?;
    let place = known
        .iter()
        .position(|word| word.as_str().as_deref() == Some(text));
    if class.is_none() {
        return Ok(Value::str(text));
    }
    let members = vm.iterate(&class)?;
    match place.and_then(|place| members.get(place)) {
        Some(member) => Ok(member.clone()),
        None => {
            let name = attr(vm, type_value, "name")?;
            let name = name.as_str().unwrap_or_default();
            let list: Vec<String> = known
                .iter()
                .filter_map(|word| word.as_str())
                .map(|word| word.to_string())
                .collect();
            Err(error(
                vm,
                "StatementError",
                format!(
                    "'{text}' is not among the defined enum values. Enum name: {name}. Possible \
                     values: {}",
                    list.join(", ")
                ),
            ))
        }
    }
}
