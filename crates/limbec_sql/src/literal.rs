//! Python values as SQL literals, and as values that a driver takes.
//!
//! Which value a type can write, and how, is SQLAlchemy's `literal_processor` and `bind_processor`
//! of each type; what it cannot write is its error, in its words.

mod numbers;
mod repr;
mod temporal;

use limbec_schema::build::Affinity;
use limbec_schema::{Literal, PgType, SqlType};

pub(crate) use numbers::float_repr;
use repr::shown;
pub use repr::type_name;

use crate::python_repr::python_repr;
use crate::{CompileError, Dialect};

/// A value as an SQL literal of its type.
///
/// # Errors
/// A value that the type cannot be written for.
pub fn literal(
    dialect: &dyn Dialect,
    value: &Literal,
    sql_type: &SqlType,
) -> Result<String, CompileError> {
    if *value == Literal::Null {
        return Ok("NULL".to_owned());
    }
    let natural = value.natural_type();
    let resolved = match sql_type.for_dialect(dialect.name()) {
        SqlType::Null => &natural,
        known => known,
    };
    let text = match render(dialect, value, resolved) {
        Rendered::Text(text) => text,
        Rendered::NoRenderer => {
            return Err(CompileError::compile(format!(
                "No literal value renderer is available for literal value \"{}\" with datatype {}",
                shown(value),
                type_name(sql_type)
            )));
        }
        Rendered::Unfit => {
            return Err(CompileError::compile(format!(
                "Could not render literal value \"{}\" with datatype {}; \
                 see parent stack trace for more detail.",
                shown(value),
                type_name(resolved)
            )));
        }
    };
    Ok(if dialect.features().backslash_escapes {
        text.replace('\\', "\\\\")
    } else {
        text
    })
}

/// A value as the database's driver takes it: the `bind_processor` of the type.
///
/// # Errors
/// A value that the type does not take.
pub fn bind_value(
    dialect: &dyn Dialect,
    value: &Literal,
    sql_type: &SqlType,
) -> Result<Literal, CompileError> {
    let resolved = sql_type.for_dialect(dialect.name());
    let affinity = resolved.affinity();
    if affinity == Affinity::Null && dialect.name() == "sqlite" {
        // Without a type Python's driver writes moments in its own way.
        return Ok(
            temporal::iso(value, Affinity::DateTime).map_or_else(|| value.clone(), Literal::Str)
        );
    }
    if affinity == Affinity::Json {
        return Ok(json_value(value, resolved));
    }
    if *value == Literal::Null || dialect.name() == "postgresql" {
        return Ok(value.clone());
    }
    let sqlite = dialect.name() == "sqlite";
    let converted = match (value, affinity) {
        (Literal::Uuid(text), _) => Some(Literal::Str(text.replace('-', ""))),
        (Literal::Str(text), Affinity::Uuid) => Some(Literal::Str(text.replace('-', ""))),
        (Literal::Bool(flag), _) if sqlite => Some(Literal::Int(i64::from(*flag))),
        (Literal::Decimal(digits), _) if sqlite => digits.parse().ok().map(Literal::Float),
        (
            Literal::Date { .. } | Literal::DateTime { .. } | Literal::Time { .. },
            Affinity::Date | Affinity::DateTime | Affinity::Time,
        ) if sqlite => temporal::sqlite_storage(value, resolved).map(Literal::Str),
        (Literal::Interval { micros }, _) => {
            let moment = temporal::since_epoch(*micros);
            if sqlite {
                temporal::sqlite_storage(&moment, &SqlType::datetime()).map(Literal::Str)
            } else {
                Some(moment)
            }
        }
        _ => None,
    };
    Ok(converted.unwrap_or_else(|| value.clone()))
}

/// JSON columns take any value and store its JSON text.
fn json_value(value: &Literal, sql_type: &SqlType) -> Literal {
    let none_as_null = matches!(sql_type, SqlType::Json(json) if json.none_as_null);
    match value {
        Literal::Null if none_as_null => Literal::Null,
        other => Literal::Json(json_text(other)),
    }
}

/// `json.dumps` of a value.
pub fn json_text(value: &Literal) -> String {
    match value {
        Literal::Null => "null".to_owned(),
        Literal::Bool(flag) => flag.to_string(),
        Literal::Int(number) => number.to_string(),
        Literal::BigInt(digits) | Literal::Decimal(digits) => digits.clone(),
        Literal::Float(number) => float_repr(*number),
        Literal::Json(text) => text.clone(),
        Literal::List(items) | Literal::Tuple(items) => {
            let items: Vec<String> = items.iter().map(json_text).collect();
            format!("[{}]", items.join(", "))
        }
        Literal::Str(text) | Literal::Uuid(text) => json_string(text),
        other => json_string(&python_repr(other)),
    }
}

/// A string by `json.dumps`, which escapes all that is not ASCII.
fn json_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(c),
            _ => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    out.push('"');
    out
}

/// What a type makes of a value.
enum Rendered {
    Text(String),
    /// The type has no way to write literals at all.
    NoRenderer,
    /// The type cannot write this value.
    Unfit,
}

impl From<Option<String>> for Rendered {
    fn from(text: Option<String>) -> Self {
        text.map_or(Rendered::Unfit, Rendered::Text)
    }
}

fn render(dialect: &dyn Dialect, value: &Literal, sql_type: &SqlType) -> Rendered {
    let name = dialect.name();
    match sql_type {
        SqlType::Array(array) => {
            return array_literal(dialect, value, array);
        }
        SqlType::Uuid(uuid) => return uuid_literal(value, uuid.as_uuid, name).into(),
        SqlType::Postgres(PgType::Tsvector | PgType::Tsquery | PgType::Hstore { .. }) => {
            return Rendered::NoRenderer;
        }
        SqlType::User(_) | SqlType::Foreign(_) => return Rendered::NoRenderer,
        _ => {}
    }
    match sql_type.affinity() {
        Affinity::String => match value {
            Literal::Str(text) => Rendered::Text(quoted(text)),
            _ => Rendered::Unfit,
        },
        Affinity::Integer => numbers::integer(value).into(),
        Affinity::Numeric => numbers::numeric(value).into(),
        Affinity::Boolean => boolean(dialect, value).into(),
        Affinity::Binary => match value {
            Literal::Bytes(bytes) => std::str::from_utf8(bytes).ok().map(quoted).into(),
            _ => Rendered::Unfit,
        },
        Affinity::Date | Affinity::Time | Affinity::DateTime => {
            let text = if name == "sqlite" {
                temporal::sqlite_storage(value, sql_type)
            } else {
                temporal::iso(value, sql_type.affinity())
            };
            text.map(|text| format!("'{text}'")).into()
        }
        Affinity::Interval => match (value, name) {
            (Literal::Interval { micros }, "postgresql") => Rendered::Text(format!(
                "make_interval(secs=>{})",
                float_repr(temporal::seconds(*micros))
            )),
            _ => Rendered::Unfit,
        },
        Affinity::Null
        | Affinity::Json
        | Affinity::Hstore
        | Affinity::Uuid
        | Affinity::Array
        | Affinity::Other => Rendered::NoRenderer,
    }
}

/// A string in single quotes.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn boolean(dialect: &dyn Dialect, value: &Literal) -> Option<String> {
    let flag = match value {
        Literal::Bool(flag) => *flag,
        Literal::Int(0) => false,
        Literal::Int(1) => true,
        _ => return None,
    };
    Some(dialect.dml().truth(flag).to_owned())
}

fn uuid_literal(value: &Literal, as_uuid: bool, dialect: &str) -> Option<String> {
    match (value, as_uuid) {
        (Literal::Str(text), false) => Some(quoted(&text.replace('-', ""))),
        (Literal::Uuid(text), true) if dialect == "postgresql" => Some(quoted(text)),
        (Literal::Uuid(text), true) => Some(quoted(&text.replace('-', ""))),
        (Literal::Str(text), true) if dialect == "postgresql" => Some(quoted(text)),
        _ => None,
    }
}

fn array_literal(
    dialect: &dyn Dialect,
    value: &Literal,
    array: &limbec_schema::ArrayType,
) -> Rendered {
    let Some(items) = value.items() else {
        return Rendered::Unfit;
    };
    let mut texts = Vec::with_capacity(items.len());
    for item in items {
        let rendered = match item {
            Literal::Null => Rendered::Text("NULL".to_owned()),
            Literal::List(_) | Literal::Tuple(_) => array_items(dialect, item, array),
            _ => render(dialect, item, array.item.for_dialect(dialect.name())),
        };
        match rendered {
            Rendered::Text(text) => texts.push(text),
            other => return other,
        }
    }
    let prefix = if array.postgres || dialect.name() == "postgresql" {
        "ARRAY"
    } else {
        ""
    };
    Rendered::Text(format!("{prefix}[{}]", texts.join(", ")))
}

/// The inner lists of an array of several dimensions have no keyword of their own.
fn array_items(
    dialect: &dyn Dialect,
    value: &Literal,
    array: &limbec_schema::ArrayType,
) -> Rendered {
    match array_literal(dialect, value, array) {
        Rendered::Text(text) => Rendered::Text(text.trim_start_matches("ARRAY").to_owned()),
        other => other,
    }
}
