//! The SQL functions that SQLAlchemy adds to every SQLite connection.

use std::sync::Arc;

use fancy_regex::Regex;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Error, Result};

/// Registers `regexp(pattern, text)`, which the operator REGEXP calls, and `floor(number)`.
pub(super) fn register(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("regexp", 2, flags, regexp)?;
    connection.create_scalar_function("floor", 1, flags, floor)
}

/// `re.search(pattern, text) is not None`, and NULL for NULL.
fn regexp(ctx: &Context<'_>) -> Result<Option<bool>> {
    let text = match ctx.get_raw(1) {
        ValueRef::Null => return Ok(None),
        ValueRef::Text(bytes) => String::from_utf8_lossy(bytes),
        _ => return Err(failed()),
    };
    let regex: Arc<Regex> = ctx.get_or_create_aux(0, |pattern| {
        let pattern = pattern.as_str().map_err(|_| failed())?;
        Regex::new(pattern).map_err(|_| failed())
    })?;
    regex.is_match(&text).map(Some).map_err(|_| failed())
}

/// Python's `math.floor`: a whole number.
fn floor(ctx: &Context<'_>) -> Result<Value> {
    match ctx.get_raw(0) {
        ValueRef::Integer(value) => Ok(Value::Integer(value)),
        #[allow(clippy::cast_possible_truncation)]
        ValueRef::Real(value) if value.is_finite() && value.abs() < 9.2e18 => {
            Ok(Value::Integer(value.floor() as i64))
        }
        _ => Err(failed()),
    }
}

/// What SQLite says where a function written in Python raised an exception.
fn failed() -> Error {
    Error::UserFunctionError("user-defined function raised exception".into())
}
