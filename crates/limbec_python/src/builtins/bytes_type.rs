//! `bytes` and `bytearray`.

use std::rc::Rc;

use super::bytearray::{append, array, clear, extend, insert, pop, remove};
use super::bytes_search::{affix, count, find, part, places};
use super::collections::{container_dunders, hash_inner, operators};
use super::{Raw, arity, class_methods, index_arg, methods, statics, take_kw, wrap};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::eval::ops::bytes_of;
use crate::ir::Binary;
use crate::types::Types;
use crate::value::Value;
use crate::vm::Vm;

const METHODS: &[(&str, Raw)] = &[
    ("decode", decode),
    ("hex", hex),
    ("count", count),
    ("find", |vm, args| find(vm, args, "find")),
    ("index", |vm, args| find(vm, args, "index")),
    ("rfind", |vm, args| find(vm, args, "rfind")),
    ("rindex", |vm, args| find(vm, args, "rindex")),
    ("startswith", |_, args| affix(args, true)),
    ("endswith", |_, args| affix(args, false)),
    ("join", join),
    ("replace", replace),
    ("split", |vm, args| split(vm, args, false)),
    ("rsplit", |vm, args| split(vm, args, true)),
    ("splitlines", splitlines),
    ("partition", |_, args| partition(args, false)),
    ("rpartition", |_, args| partition(args, true)),
    ("strip", |_, args| strip(args, true, true)),
    ("lstrip", |_, args| strip(args, true, false)),
    ("rstrip", |_, args| strip(args, false, true)),
    ("removeprefix", |_, args| remove_affix(args, true)),
    ("removesuffix", |_, args| remove_affix(args, false)),
    ("lower", |_, args| {
        map(args, |data| data.to_ascii_lowercase())
    }),
    ("upper", |_, args| {
        map(args, |data| data.to_ascii_uppercase())
    }),
    ("capitalize", |_, args| map(args, capitalize)),
    ("swapcase", |_, args| map(args, swapcase)),
    ("title", |_, args| map(args, title)),
    ("isalnum", |_, args| {
        all(args, |byte| byte.is_ascii_alphanumeric())
    }),
    ("isalpha", |_, args| {
        all(args, |byte| byte.is_ascii_alphabetic())
    }),
    ("isascii", |_, args| {
        Ok(Value::Bool(this(&args)?.is_ascii()))
    }),
    ("isdigit", |_, args| all(args, |byte| byte.is_ascii_digit())),
    ("isspace", |_, args| {
        all(args, |byte| byte.is_ascii_whitespace() || byte == 0x0b)
    }),
    ("islower", |_, args| {
        let data = this(&args)?;
        Ok(Value::Bool(
            data.iter().any(u8::is_ascii_lowercase) && !data.iter().any(u8::is_ascii_uppercase),
        ))
    }),
    ("isupper", |_, args| {
        let data = this(&args)?;
        Ok(Value::Bool(
            data.iter().any(u8::is_ascii_uppercase) && !data.iter().any(u8::is_ascii_lowercase),
        ))
    }),
    ("center", |vm, args| pad(vm, args, "center")),
    ("ljust", |vm, args| pad(vm, args, "ljust")),
    ("rjust", |vm, args| pad(vm, args, "rjust")),
    ("zfill", zfill),
    ("translate", translate),
];

pub(super) fn fill(types: &Types) {
    for name in ["bytes", "bytearray"] {
        let class = types.get(name);
        container_dunders(class);
        methods(class, METHODS);
        operators(class, &[Binary::Add, Binary::Mul, Binary::Mod]);
        class_methods(class, &[("fromhex", fromhex)]);
        statics(class, &[("maketrans", maketrans)]);
    }
    statics(types.get("bytes"), &[("__new__", bytes_new)]);
    methods(types.get("bytes"), &[("__hash__", hash_inner)]);
    let class = types.get("bytearray");
    statics(class, &[("__new__", bytearray_new)]);
    methods(
        class,
        &[
            ("append", append),
            ("extend", extend),
            ("pop", pop),
            ("clear", clear),
            ("copy", |_, args| {
                let data = array(&args)?.borrow().clone();
                Ok(Value::ByteArray(Rc::new(data.into())))
            }),
            ("insert", insert),
            ("remove", remove),
            ("reverse", |_, args| {
                array(&args)?.borrow_mut().reverse();
                Ok(Value::None)
            }),
        ],
    );
    class.dict().set_str("__hash__", Value::None);
}

pub(super) fn this(args: &Args) -> PyResult<Vec<u8>> {
    args.pos
        .first()
        .and_then(bytes_of)
        .ok_or_else(|| raise("TypeError", "this method requires a 'bytes' object"))
}

/// The result in the type of `self`.
fn like(args: &Args, data: Vec<u8>) -> Value {
    match args.pos.first().map(Value::unwrap_inner) {
        Some(Value::ByteArray(_)) => Value::ByteArray(Rc::new(data.into())),
        _ => Value::bytes(data),
    }
}

fn map(args: Args, change: fn(&[u8]) -> Vec<u8>) -> PyResult {
    let data = change(&this(&args)?);
    Ok(like(&args, data))
}

fn all(args: Args, test: fn(u8) -> bool) -> PyResult {
    let data = this(&args)?;
    Ok(Value::Bool(
        !data.is_empty() && data.iter().all(|byte| test(*byte)),
    ))
}

/// The bytes of an iterable of integers.
pub(super) fn byte_items(vm: &mut Vm, value: &Value) -> PyResult<Vec<u8>> {
    let mut data = Vec::new();
    for item in vm.iterate(value)? {
        let number = index_arg(vm, &item)?;
        match u8::try_from(number) {
            Ok(byte) => data.push(byte),
            Err(_) => return Err(raise("ValueError", "bytes must be in range(0, 256)")),
        }
    }
    Ok(data)
}

fn make(vm: &mut Vm, mut args: Args, name: &str) -> PyResult<Vec<u8>> {
    let encoding = take_kw(&mut args, "encoding").or_else(|| args.pos.get(2).cloned());
    let errors = take_kw(&mut args, "errors").or_else(|| args.pos.get(3).cloned());
    let source = take_kw(&mut args, "source").or_else(|| args.pos.get(1).cloned());
    let Some(source) = source else {
        return Ok(Vec::new());
    };
    if let Some(text) = source.as_str() {
        let Some(encoding) = encoding.and_then(|encoding| encoding.as_str()) else {
            return Err(raise("TypeError", "string argument without an encoding"));
        };
        let errors = errors
            .and_then(|errors| errors.as_str())
            .unwrap_or_else(|| Rc::from("strict"));
        return super::str_type::encode(&text, &encoding, &errors);
    }
    if let Some(data) = bytes_of(&source) {
        return Ok(data);
    }
    if let Some(method) = vm.special_method(&source, "__bytes__")? {
        let data = vm.call(&method, Vec::new(), Vec::new())?;
        return Ok(bytes_of(&data).unwrap_or_default());
    }
    let count = match source.as_int() {
        Some(count) => Some(count),
        None if vm.special_method(&source, "__index__")?.is_some() => vm.index(&source)?,
        None => None,
    };
    if let Some(count) = count {
        return match usize::try_from(count) {
            Ok(count) => {
                vm.room(count)?;
                Ok(vec![0; count])
            }
            Err(_) => Err(raise("ValueError", "negative count")),
        };
    }
    if !vm.is_iterable(&source)? {
        return Err(raise(
            "TypeError",
            format!(
                "cannot convert '{}' object to {name}",
                vm.type_name(&source)
            ),
        ));
    }
    byte_items(vm, &source)
}

fn bytes_new(vm: &mut Vm, args: Args) -> PyResult {
    let class = args.pos.first().cloned().unwrap_or_default();
    let data = make(vm, args, "bytes")?;
    Ok(wrap(vm, &class, "bytes", Value::bytes(data)))
}

fn bytearray_new(vm: &mut Vm, args: Args) -> PyResult {
    let class = args.pos.first().cloned().unwrap_or_default();
    let data = make(vm, args, "bytearray")?;
    let value = Value::ByteArray(Rc::new(data.into()));
    Ok(wrap(vm, &class, "bytearray", value))
}

fn decode(vm: &mut Vm, mut args: Args) -> PyResult {
    let encoding = take_kw(&mut args, "encoding").or_else(|| args.pos.get(1).cloned());
    let errors = take_kw(&mut args, "errors").or_else(|| args.pos.get(2).cloned());
    let part = |value: Option<Value>, default: &str| {
        value
            .and_then(|value| value.as_str())
            .unwrap_or_else(|| Rc::from(default))
    };
    let data = this(&args)?;
    let (encoding, errors) = (part(encoding, "utf-8"), part(errors, "strict"));
    super::str_type::decode(vm, &data, &encoding, &errors).map(Value::str)
}

fn hex(vm: &mut Vm, args: Args) -> PyResult {
    let data = this(&args)?;
    let digits: Vec<String> = data.iter().map(|byte| format!("{byte:02x}")).collect();
    let Some(separator) = args.pos.get(1) else {
        return Ok(Value::str(digits.concat()));
    };
    let separator = super::str_arg(separator, "sep")?;
    let group = match args.pos.get(2) {
        Some(group) => index_arg(vm, group)?,
        None => 1,
    };
    let size = group.unsigned_abs() as usize;
    if size == 0 {
        return Ok(Value::str(digits.concat()));
    }
    let groups: Vec<String> = if group > 0 {
        let first = digits.len() % size;
        let (head, tail) = digits.split_at(first);
        let head = (!head.is_empty()).then(|| head.concat());
        head.into_iter()
            .chain(tail.chunks(size).map(<[String]>::concat))
            .collect()
    } else {
        digits.chunks(size).map(<[String]>::concat).collect()
    };
    Ok(Value::str(groups.join(&separator)))
}

/// A table for `translate`: each byte of the first argument becomes that of the second.
fn maketrans(_: &mut Vm, args: Args) -> PyResult {
    let parts: Vec<Vec<u8>> = args
        .pos
        .iter()
        .filter_map(crate::eval::ops::bytes_of)
        .collect();
    let [from, to] = parts.as_slice() else {
        return Err(raise(
            "TypeError",
            "maketrans expected 2 arguments of bytes",
        ));
    };
    if from.len() != to.len() {
        return Err(raise(
            "ValueError",
            "maketrans arguments must have same length",
        ));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to) {
        table[usize::from(*from)] = *to;
    }
    Ok(Value::bytes(table))
}

fn fromhex(vm: &mut Vm, args: Args) -> PyResult {
    arity("fromhex", &args, 1, 1)?;
    let text = super::str_arg(&args.pos[1], "fromhex() argument")?;
    let mut data = Vec::new();
    let mut letters = text
        .char_indices()
        .filter(|(_, letter)| !letter.is_ascii_whitespace());
    let bad = |place: usize| {
        raise(
            "ValueError",
            format!("non-hexadecimal number found in fromhex() arg at position {place}"),
        )
    };
    while let Some((place, first)) = letters.next() {
        let high = first.to_digit(16).ok_or_else(|| bad(place))?;
        let (place, second) = letters.next().ok_or_else(|| bad(place + 1))?;
        let low = second.to_digit(16).ok_or_else(|| bad(place))?;
        data.push((high * 16 + low) as u8);
    }
    let value = match &args.pos[0] {
        Value::Class(class) if &*class.name() == "bytearray" => {
            Value::ByteArray(Rc::new(data.into()))
        }
        _ => Value::bytes(data),
    };
    let _ = vm;
    Ok(value)
}

fn join(vm: &mut Vm, args: Args) -> PyResult {
    arity("join", &args, 1, 1)?;
    let separator = this(&args)?;
    let mut data = Vec::new();
    for (index, item) in vm.iterate(&args.pos[1])?.into_iter().enumerate() {
        let Some(part) = bytes_of(&item) else {
            return Err(raise(
                "TypeError",
                format!(
                    "sequence item {index}: expected a bytes-like object, {} found",
                    vm.type_name(&item)
                ),
            ));
        };
        if index > 0 {
            data.extend_from_slice(&separator);
        }
        data.extend(part);
    }
    Ok(like(&args, data))
}

fn replace(vm: &mut Vm, args: Args) -> PyResult {
    arity("replace", &args, 2, 3)?;
    let data = this(&args)?;
    let (old, new) = (part(&args.pos[1])?, part(&args.pos[2])?);
    let most = match args.pos.get(3) {
        Some(count) => usize::try_from(index_arg(vm, count)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let mut result = Vec::with_capacity(data.len());
    let (mut at, mut done) = (0, 0);
    while at < data.len() {
        if done < most && data[at..].starts_with(&old) {
            result.extend_from_slice(&new);
            done += 1;
            if old.is_empty() {
                result.push(data[at]);
                at += 1;
            } else {
                at += old.len();
            }
        } else {
            result.push(data[at]);
            at += 1;
        }
    }
    if old.is_empty() && done < most {
        result.extend_from_slice(&new);
    }
    Ok(like(&args, result))
}

fn split(vm: &mut Vm, mut args: Args, from_right: bool) -> PyResult {
    let separator = take_kw(&mut args, "sep").or_else(|| args.pos.get(1).cloned());
    let most = take_kw(&mut args, "maxsplit").or_else(|| args.pos.get(2).cloned());
    let most = match most {
        Some(most) => usize::try_from(index_arg(vm, &most)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let data = this(&args)?;
    let mut parts: Vec<Vec<u8>> = Vec::new();
    match separator.filter(|separator| !separator.is_none()) {
        None => {
            let words = data.split(u8::is_ascii_whitespace);
            let words: Vec<Vec<u8>> = words
                .filter(|word| !word.is_empty())
                .map(<[u8]>::to_vec)
                .collect();
            if words.len() > most {
                return Err(vm.unsupported("bytes.split(None, maxsplit)"));
            }
            parts.extend(words);
        }
        Some(separator) => {
            let separator = part(&separator)?;
            if separator.is_empty() {
                return Err(raise("ValueError", "empty separator"));
            }
            let mut cuts: Vec<usize> = Vec::new();
            let mut next = 0;
            for place in places(&data, &separator) {
                if place >= next {
                    cuts.push(place);
                    next = place + separator.len();
                }
            }
            if from_right && cuts.len() > most {
                cuts.drain(..cuts.len() - most);
            }
            cuts.truncate(most);
            let mut start = 0;
            for cut in cuts {
                parts.push(data[start..cut].to_vec());
                start = cut + separator.len();
            }
            parts.push(data[start..].to_vec());
        }
    }
    let parts = parts.into_iter().map(|part| like(&args, part)).collect();
    Ok(Value::list(parts))
}

fn splitlines(vm: &mut Vm, args: Args) -> PyResult {
    let keep = match args.pos.get(1) {
        Some(keep) => vm.truthy(keep)?,
        None => false,
    };
    let data = this(&args)?;
    let mut lines = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < data.len() {
        let end = match data[at] {
            b'\r' if data.get(at + 1) == Some(&b'\n') => at + 2,
            b'\n' | b'\r' => at + 1,
            _ => {
                at += 1;
                continue;
            }
        };
        lines.push(like(
            &args,
            data[start..if keep { end } else { at }].to_vec(),
        ));
        start = end;
        at = end;
    }
    if start < data.len() {
        lines.push(like(&args, data[start..].to_vec()));
    }
    Ok(Value::list(lines))
}

fn partition(args: Args, last: bool) -> PyResult {
    arity("partition", &args, 1, 1)?;
    let data = this(&args)?;
    let separator = part(&args.pos[1])?;
    if separator.is_empty() {
        return Err(raise("ValueError", "empty separator"));
    }
    let place = if last {
        places(&data, &separator).next_back()
    } else {
        places(&data, &separator).next()
    };
    let parts = match place {
        Some(place) => [
            data[..place].to_vec(),
            separator.clone(),
            data[place + separator.len()..].to_vec(),
        ],
        None if last => [Vec::new(), Vec::new(), data],
        None => [data, Vec::new(), Vec::new()],
    };
    let parts: Vec<Value> = parts.into_iter().map(|part| like(&args, part)).collect();
    Ok(Value::tuple(parts))
}

fn strip(args: Args, left: bool, right: bool) -> PyResult {
    let data = this(&args)?;
    let gone = match args.pos.get(1) {
        None | Some(Value::None) => b" \t\n\r\x0b\x0c".to_vec(),
        Some(value) => part(value)?,
    };
    let mut inside = data.as_slice();
    while left
        && let [first, rest @ ..] = inside
        && gone.contains(first)
    {
        inside = rest;
    }
    while right
        && let [rest @ .., last] = inside
        && gone.contains(last)
    {
        inside = rest;
    }
    Ok(like(&args, inside.to_vec()))
}

fn remove_affix(args: Args, prefix: bool) -> PyResult {
    arity("removeprefix", &args, 1, 1)?;
    let data = this(&args)?;
    let part = part(&args.pos[1])?;
    let rest = if prefix {
        data.strip_prefix(part.as_slice())
    } else {
        data.strip_suffix(part.as_slice())
    };
    Ok(like(&args, rest.unwrap_or(&data).to_vec()))
}

fn capitalize(data: &[u8]) -> Vec<u8> {
    let mut result = data.to_ascii_lowercase();
    if let Some(first) = result.first_mut() {
        first.make_ascii_uppercase();
    }
    result
}

fn swapcase(data: &[u8]) -> Vec<u8> {
    data.iter()
        .map(|byte| {
            if byte.is_ascii_uppercase() {
                byte.to_ascii_lowercase()
            } else {
                byte.to_ascii_uppercase()
            }
        })
        .collect()
}

fn title(data: &[u8]) -> Vec<u8> {
    let mut inside = false;
    data.iter()
        .map(|byte| {
            let new = if inside {
                byte.to_ascii_lowercase()
            } else {
                byte.to_ascii_uppercase()
            };
            inside = byte.is_ascii_alphabetic();
            new
        })
        .collect()
}

fn pad(vm: &mut Vm, args: Args, how: &str) -> PyResult {
    arity(how, &args, 1, 2)?;
    let data = this(&args)?;
    let width = usize::try_from(index_arg(vm, &args.pos[1])?).unwrap_or(0);
    let fill = match args.pos.get(2) {
        Some(fill) => part(fill)?.first().copied().unwrap_or(b' '),
        None => b' ',
    };
    let space = width.saturating_sub(data.len());
    vm.room(width)?;
    let left = match how {
        "ljust" => 0,
        "rjust" => space,
        _ => space / 2 + (space & width & 1),
    };
    let mut result = vec![fill; left];
    result.extend(data);
    result.extend(std::iter::repeat_n(fill, space - left));
    Ok(like(&args, result))
}

fn zfill(vm: &mut Vm, args: Args) -> PyResult {
    arity("zfill", &args, 1, 1)?;
    let data = this(&args)?;
    let width = usize::try_from(index_arg(vm, &args.pos[1])?).unwrap_or(0);
    let zeros = width.saturating_sub(data.len());
    vm.room(width)?;
    let at = usize::from(matches!(data.first(), Some(b'+' | b'-')));
    let mut result = data[..at].to_vec();
    result.extend(std::iter::repeat_n(b'0', zeros));
    result.extend_from_slice(&data[at..]);
    Ok(like(&args, result))
}

fn translate(_: &mut Vm, mut args: Args) -> PyResult {
    let delete = take_kw(&mut args, "delete").or_else(|| args.pos.get(2).cloned());
    let delete = delete.as_ref().and_then(bytes_of).unwrap_or_default();
    let table = args.pos.get(1).and_then(bytes_of);
    let data = this(&args)?;
    let result = data
        .into_iter()
        .filter(|byte| !delete.contains(byte))
        .map(|byte| match &table {
            Some(table) => table.get(usize::from(byte)).copied().unwrap_or(byte),
            None => byte,
        })
        .collect();
    Ok(like(&args, result))
}
