//! What is looked for in bytes.

use super::bytes_type::this;
use super::{arity, index_arg};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::eval::ops::bytes_of;
use crate::value::Value;
use crate::vm::Vm;

/// A part to look for: bytes, or one byte as a number.
pub(super) fn part(value: &Value) -> PyResult<Vec<u8>> {
    part_or(value, "a bytes-like object is required")
}

/// As [`part`], for the methods that say what they want in other words.
fn part_or(value: &Value, wanted: &str) -> PyResult<Vec<u8>> {
    if let Some(data) = bytes_of(value) {
        return Ok(data);
    }
    match value.as_int().map(u8::try_from) {
        Some(Ok(byte)) => Ok(vec![byte]),
        Some(Err(_)) => Err(raise("ValueError", "byte must be in range(0, 256)")),
        None => Err(raise(
            "TypeError",
            format!("{wanted}, not '{}'", crate::types::type_name(value)),
        )),
    }
}

/// The places where a part is found.
pub(super) fn places<'a>(
    data: &'a [u8],
    part: &'a [u8],
) -> impl DoubleEndedIterator<Item = usize> + 'a {
    (0..=data.len().saturating_sub(part.len()))
        .filter(move |place| data.get(*place..*place + part.len()) == Some(part))
}

fn window(vm: &mut Vm, args: &Args, len: usize) -> PyResult<(usize, usize)> {
    let bound = |vm: &mut Vm, place: usize, default: usize| match args.pos.get(place) {
        None | Some(Value::None) => Ok(default),
        Some(value) => index_arg(vm, value).map(|number| {
            let number = if number < 0 {
                number + len as i64
            } else {
                number
            };
            number.clamp(0, len as i64) as usize
        }),
    };
    let start = bound(vm, 2, 0)?;
    Ok((start, bound(vm, 3, len)?.max(start)))
}

pub(super) fn find(vm: &mut Vm, args: Args, how: &str) -> PyResult {
    arity(how, &args, 1, 3)?;
    let data = this(&args)?;
    let part = part_or(
        &args.pos[1],
        "argument should be integer or bytes-like object",
    )?;
    let (start, end) = window(vm, &args, data.len())?;
    let inside = &data[start..end];
    let found = if how.starts_with('r') {
        places(inside, &part).next_back()
    } else {
        places(inside, &part).next()
    };
    match found {
        Some(place) => Ok(Value::Int((place + start) as i64)),
        None if how.ends_with("index") => Err(raise("ValueError", "subsection not found")),
        None => Ok(Value::Int(-1)),
    }
}

pub(super) fn count(vm: &mut Vm, args: Args) -> PyResult {
    arity("count", &args, 1, 3)?;
    let data = this(&args)?;
    let part = part_or(
        &args.pos[1],
        "argument should be integer or bytes-like object",
    )?;
    let (start, end) = window(vm, &args, data.len())?;
    let inside = &data[start..end];
    if part.is_empty() {
        return Ok(Value::Int(inside.len() as i64 + 1));
    }
    let (mut found, mut next) = (0, 0);
    for place in places(inside, &part) {
        if place >= next {
            found += 1;
            next = place + part.len();
        }
    }
    Ok(Value::Int(found))
}

pub(super) fn affix(args: Args, start: bool) -> PyResult {
    arity("startswith", &args, 1, 3)?;
    let data = this(&args)?;
    let parts = match &args.pos[1] {
        Value::Tuple(parts) => parts.to_vec(),
        one => vec![one.clone()],
    };
    for value in parts {
        let Some(part) = bytes_of(&value) else {
            return Err(raise(
                "TypeError",
                format!(
                    "{} first arg must be bytes or a tuple of bytes, not {}",
                    if start { "startswith" } else { "endswith" },
                    crate::types::type_name(&value)
                ),
            ));
        };
        let fits = if start {
            data.starts_with(&part)
        } else {
            data.ends_with(&part)
        };
        if fits {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}
