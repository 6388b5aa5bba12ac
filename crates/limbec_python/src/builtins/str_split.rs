//! A `str` in parts, and parts as one `str`.

use super::str_methods::{needle, this};
use super::str_type::is_space;
use super::{arity, index_arg, no_more_kw, take_kw};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::value::Value;
use crate::vm::Vm;

pub(super) fn partition(args: Args, last: bool) -> PyResult {
    arity("partition", &args, 1, 1)?;
    let text = this(&args)?;
    let part = needle(&args)?;
    if part.is_empty() {
        return Err(raise("ValueError", "empty separator"));
    }
    let split = if last {
        text.rsplit_once(&*part)
    } else {
        text.split_once(&*part)
    };
    let parts = match split {
        Some((before, after)) => [before, &*part, after],
        None if last => ["", "", &*text],
        None => [&*text, "", ""],
    };
    let parts: Vec<Value> = parts.into_iter().map(Value::str).collect();
    Ok(Value::tuple(parts))
}

pub(super) fn split(vm: &mut Vm, mut args: Args, from_right: bool) -> PyResult {
    let separator = take_kw(&mut args, "sep").or_else(|| args.pos.get(1).cloned());
    let most = take_kw(&mut args, "maxsplit").or_else(|| args.pos.get(2).cloned());
    no_more_kw("split", &args)?;
    let text = this(&args)?;
    let most = match most {
        Some(most) => usize::try_from(index_arg(vm, &most)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let parts: Vec<&str> = match separator.filter(|separator| !separator.is_none()) {
        None if from_right => rsplit_blank(&text, most),
        None => split_blank(&text, most),
        Some(separator) => {
            let Some(separator) = separator.as_str() else {
                return Err(raise(
                    "TypeError",
                    format!("must be str or None, not {}", vm.type_name(&separator)),
                ));
            };
            if separator.is_empty() {
                return Err(raise("ValueError", "empty separator"));
            }
            let limit = most.saturating_add(1);
            if from_right {
                let mut parts: Vec<&str> = text.rsplitn(limit, &*separator).collect();
                parts.reverse();
                parts
            } else {
                text.splitn(limit, &*separator).collect()
            }
        }
    };
    Ok(Value::list(parts.into_iter().map(Value::str).collect()))
}

fn split_blank(text: &str, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if parts.len() == most {
            parts.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        parts.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(is_space);
    }
    parts
}

fn rsplit_blank(text: &str, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if parts.len() == most {
            parts.push(rest);
            break;
        }
        let start = rest
            .char_indices()
            .rev()
            .find(|(_, letter)| is_space(*letter))
            .map_or(0, |(index, letter)| index + letter.len_utf8());
        parts.push(&rest[start..]);
        rest = rest[..start].trim_end_matches(is_space);
    }
    parts.reverse();
    parts
}

pub(super) fn splitlines(vm: &mut Vm, mut args: Args) -> PyResult {
    let keep = take_kw(&mut args, "keepends").or_else(|| args.pos.get(1).cloned());
    let keep = match keep {
        Some(keep) => vm.truthy(&keep)?,
        None => false,
    };
    let text = this(&args)?;
    let mut lines = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((index, letter)) = letters.next() {
        let mut end = index + letter.len_utf8();
        match letter {
            '\r' => {
                if letters.peek().is_some_and(|(_, next)| *next == '\n') {
                    letters.next();
                    end += 1;
                }
            }
            '\n' | '\x0b' | '\x0c' | '\x1c' | '\x1d' | '\x1e' | '\u{85}' | '\u{2028}'
            | '\u{2029}' => {}
            _ => continue,
        }
        lines.push(Value::str(&text[start..if keep { end } else { index }]));
        start = end;
    }
    if start < text.len() {
        lines.push(Value::str(&text[start..]));
    }
    Ok(Value::list(lines))
}

pub(super) fn join(vm: &mut Vm, args: Args) -> PyResult {
    arity("str.join", &args, 1, 1)?;
    let separator = this(&args)?;
    if !vm.is_iterable(&args.pos[1])? {
        return Err(raise("TypeError", "can only join an iterable"));
    }
    let mut result = String::new();
    for (index, item) in vm.iterate(&args.pos[1])?.into_iter().enumerate() {
        let Some(text) = item.as_str() else {
            if let Value::Absent(absent) = &item {
                return Err(vm.absent_used(absent));
            }
            return Err(raise(
                "TypeError",
                format!(
                    "sequence item {index}: expected str instance, {} found",
                    vm.type_name(&item)
                ),
            ));
        };
        if index > 0 {
            result.push_str(&separator);
        }
        vm.room(result.len() + text.len())?;
        result.push_str(&text);
    }
    Ok(Value::str(result))
}
