//! The methods of `str`.

use std::rc::Rc;

use super::str_cases::{capitalize, cased, istitle, swapcase, title};
use super::str_split::{join, partition, split, splitlines};
use super::str_type::{digit_value, encode, is_identifier, is_space};
use super::{Raw, arity, index_arg, letters, take_kw};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::value::{PyDict, Value};
use crate::vm::Vm;

pub(super) const METHODS: &[(&str, Raw)] = &[
    ("capitalize", capitalize),
    ("casefold", |_, args| map(args, letters::casefold)),
    ("center", |vm, args| pad(vm, args, "center")),
    ("count", count),
    ("encode", encode_method),
    ("endswith", |vm, args| affix(vm, args, "endswith")),
    ("expandtabs", expandtabs),
    ("find", |vm, args| find(vm, args, "find")),
    ("format", format),
    ("format_map", format_map),
    ("index", |vm, args| find(vm, args, "index")),
    ("isalnum", |_, args| all(args, letters::is_alnum)),
    ("isalpha", |_, args| all(args, letters::is_alpha)),
    ("isascii", |_, args| {
        Ok(Value::Bool(this(&args)?.is_ascii()))
    }),
    ("isdecimal", |_, args| {
        all(args, |letter| digit_value(letter).is_some())
    }),
    ("isdigit", |_, args| all(args, letters::is_digit)),
    ("isidentifier", |_, args| {
        Ok(Value::Bool(is_identifier(&this(&args)?)))
    }),
    ("islower", |_, args| {
        cased(args, char::is_lowercase, char::is_uppercase)
    }),
    ("isnumeric", |_, args| all(args, letters::is_numeric)),
    ("isprintable", |_, args| {
        let text = this(&args)?;
        Ok(Value::Bool(
            text.chars().all(crate::eval::repr::is_printable),
        ))
    }),
    ("isspace", |_, args| all(args, is_space)),
    ("istitle", istitle),
    ("isupper", |_, args| {
        cased(args, char::is_uppercase, char::is_lowercase)
    }),
    ("join", join),
    ("ljust", |vm, args| pad(vm, args, "ljust")),
    ("lower", |_, args| map(args, str::to_lowercase)),
    ("lstrip", |vm, args| strip(vm, args, true, false)),
    ("partition", |_, args| partition(args, false)),
    ("removeprefix", |_, args| remove_affix(args, true)),
    ("removesuffix", |_, args| remove_affix(args, false)),
    ("replace", replace),
    ("rfind", |vm, args| find(vm, args, "rfind")),
    ("rindex", |vm, args| find(vm, args, "rindex")),
    ("rjust", |vm, args| pad(vm, args, "rjust")),
    ("rpartition", |_, args| partition(args, true)),
    ("rsplit", |vm, args| split(vm, args, true)),
    ("rstrip", |vm, args| strip(vm, args, false, true)),
    ("split", |vm, args| split(vm, args, false)),
    ("splitlines", splitlines),
    ("startswith", |vm, args| affix(vm, args, "startswith")),
    ("strip", |vm, args| strip(vm, args, true, true)),
    ("swapcase", |_, args| map(args, swapcase)),
    ("title", |_, args| map(args, title)),
    ("translate", translate),
    ("upper", |_, args| map(args, str::to_uppercase)),
    ("zfill", zfill),
];

pub(super) fn this(args: &Args) -> PyResult<Rc<str>> {
    match args.pos.first() {
        Some(value) => value.as_str().ok_or_else(|| {
            raise(
                "TypeError",
                format!(
                    "descriptor requires a 'str' object but received a '{}'",
                    crate::types::type_name(value)
                ),
            )
        }),
        None => Err(raise("TypeError", "unbound method needs an argument")),
    }
}

fn map(args: Args, change: fn(&str) -> String) -> PyResult {
    Ok(Value::str(change(&this(&args)?)))
}

fn all(args: Args, test: impl Fn(char) -> bool) -> PyResult {
    let text = this(&args)?;
    Ok(Value::Bool(!text.is_empty() && text.chars().all(test)))
}

fn one_letter(value: Option<&Value>) -> PyResult<char> {
    let Some(value) = value else {
        return Ok(' ');
    };
    let Some(text) = value.as_str() else {
        return Err(raise(
            "TypeError",
            format!(
                "The fill character must be a unicode character, not {}",
                crate::types::type_name(value)
            ),
        ));
    };
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Ok(letter),
        _ => Err(raise(
            "TypeError",
            "The fill character must be exactly one character long",
        )),
    }
}

fn pad(vm: &mut Vm, args: Args, how: &str) -> PyResult {
    arity(how, &args, 1, 2)?;
    let text = this(&args)?;
    let width = usize::try_from(index_arg(vm, &args.pos[1])?).unwrap_or(0);
    let fill = one_letter(args.pos.get(2))?;
    let len = text.chars().count();
    if width <= len {
        return Ok(Value::Str(text));
    }
    let space = width - len;
    let left = match how {
        "ljust" => 0,
        "rjust" => space,
        _ => space / 2 + (space & width & 1),
    };
    vm.room(space.saturating_mul(fill.len_utf8()))?;
    let mut result = String::with_capacity(text.len() + space * fill.len_utf8());
    result.extend(std::iter::repeat_n(fill, left));
    result.push_str(&text);
    result.extend(std::iter::repeat_n(fill, space - left));
    Ok(Value::str(result))
}

fn zfill(vm: &mut Vm, args: Args) -> PyResult {
    arity("zfill", &args, 1, 1)?;
    let text = this(&args)?;
    let width = usize::try_from(index_arg(vm, &args.pos[1])?).unwrap_or(0);
    vm.room(width)?;
    let zeros = "0".repeat(width.saturating_sub(text.chars().count()));
    Ok(Value::str(match text.strip_prefix(['+', '-']) {
        Some(rest) => format!("{}{zeros}{rest}", &text[..1]),
        None => format!("{zeros}{text}"),
    }))
}

/// A part of a text that the optional `start` and `end` arguments choose, and where it starts in letters; `None` when
/// the start is behind the end.
fn window(vm: &mut Vm, text: &str, args: &Args) -> PyResult<Option<(usize, usize, usize)>> {
    let bound = |vm: &mut Vm, place: usize| match args.pos.get(place) {
        None | Some(Value::None) => Ok(None),
        Some(value) => index_arg(vm, value).map(Some),
    };
    let (start, end) = (bound(vm, 2)?, bound(vm, 3)?);
    if start.is_none() && end.is_none() {
        return Ok(Some((0, text.len(), 0)));
    }
    let len = text.chars().count() as i64;
    let fix = |place: i64| {
        if place < 0 {
            (place + len).max(0)
        } else {
            place
        }
    };
    let start = start.map_or(0, fix);
    let end = end.map_or(len, fix).min(len);
    if start > end {
        return Ok(None);
    }
    let byte = |place: i64| {
        text.char_indices()
            .nth(place as usize)
            .map_or(text.len(), |(index, _)| index)
    };
    Ok(Some((byte(start), byte(end), start as usize)))
}

pub(super) fn needle(args: &Args) -> PyResult<Rc<str>> {
    match args.pos.get(1) {
        Some(value) => value.as_str().ok_or_else(|| {
            raise(
                "TypeError",
                format!("must be str, not {}", crate::types::type_name(value)),
            )
        }),
        None => Err(raise("TypeError", "expected at least 1 argument, got 0")),
    }
}

fn find(vm: &mut Vm, args: Args, how: &str) -> PyResult {
    arity(how, &args, 1, 3)?;
    let text = this(&args)?;
    let part = needle(&args)?;
    let found = match window(vm, &text, &args)? {
        None => None,
        Some((start, end, first)) => {
            let inside = &text[start..end];
            let place = if how.starts_with('r') {
                inside.rfind(&*part)
            } else {
                inside.find(&*part)
            };
            place.map(|place| first + inside[..place].chars().count())
        }
    };
    match found {
        Some(place) => Ok(Value::Int(place as i64)),
        None if how.ends_with("index") => Err(raise("ValueError", "substring not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn count(vm: &mut Vm, args: Args) -> PyResult {
    arity("count", &args, 1, 3)?;
    let text = this(&args)?;
    let part = needle(&args)?;
    Ok(Value::Int(match window(vm, &text, &args)? {
        None => 0,
        Some((start, end, _)) => {
            let inside = &text[start..end];
            if part.is_empty() {
                inside.chars().count() as i64 + 1
            } else {
                inside.matches(&*part).count() as i64
            }
        }
    }))
}

fn affix(vm: &mut Vm, args: Args, how: &str) -> PyResult {
    arity(how, &args, 1, 3)?;
    let text = this(&args)?;
    let parts = match &args.pos[1] {
        Value::Tuple(parts) => parts.to_vec(),
        one => vec![one.clone()],
    };
    let Some((start, end, _)) = window(vm, &text, &args)? else {
        return Ok(Value::Bool(false));
    };
    let inside = &text[start..end];
    for part in parts {
        let Some(part) = part.as_str() else {
            return Err(raise(
                "TypeError",
                format!(
                    "{how} first arg must be str or a tuple of str, not {}",
                    vm.type_name(&part)
                ),
            ));
        };
        let fits = if how == "startswith" {
            inside.starts_with(&*part)
        } else {
            inside.ends_with(&*part)
        };
        if fits {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn strip(vm: &mut Vm, args: Args, left: bool, right: bool) -> PyResult {
    arity("strip", &args, 0, 1)?;
    let text = this(&args)?;
    let chars: Option<Vec<char>> = match args.pos.get(1) {
        None | Some(Value::None) => None,
        Some(value) => match value.as_str() {
            Some(chars) => Some(chars.chars().collect()),
            None => {
                return Err(raise(
                    "TypeError",
                    format!("strip arg must be None or str, not {}", vm.type_name(value)),
                ));
            }
        },
    };
    let gone = |letter: char| match &chars {
        None => is_space(letter),
        Some(chars) => chars.contains(&letter),
    };
    let mut inside: &str = &text;
    if left {
        inside = inside.trim_start_matches(gone);
    }
    if right {
        inside = inside.trim_end_matches(gone);
    }
    Ok(Value::str(inside))
}

fn remove_affix(args: Args, prefix: bool) -> PyResult {
    let text = this(&args)?;
    let part = needle(&args)?;
    let rest = if prefix {
        text.strip_prefix(&*part)
    } else {
        text.strip_suffix(&*part)
    };
    Ok(Value::str(rest.unwrap_or(&text)))
}

fn replace(vm: &mut Vm, args: Args) -> PyResult {
    arity("replace", &args, 2, 3)?;
    let text = this(&args)?;
    let part =
        |place: usize| super::str_arg(&args.pos[place], &format!("replace() argument {place}"));
    let (old, new) = (part(1)?, part(2)?);
    let count = match args.pos.get(3) {
        Some(count) => index_arg(vm, count)?,
        None => -1,
    };
    if new.len() > old.len() {
        let places = text.len().checked_div(old.len()).unwrap_or(text.len() + 1);
        let places = usize::try_from(count).map_or(places, |count| count.min(places));
        if text.len() + places.saturating_mul(new.len()) > vm.config().largest_object {
            // Only now it is worth to count.
            let places = text.matches(&*old).count();
            vm.room(text.len().saturating_add(places.saturating_mul(new.len())))?;
        }
    }
    Ok(Value::str(match usize::try_from(count) {
        Ok(count) => text.replacen(&*old, &new, count),
        Err(_) => text.replace(&*old, &new),
    }))
}

fn expandtabs(vm: &mut Vm, mut args: Args) -> PyResult {
    let size = take_kw(&mut args, "tabsize").or_else(|| args.pos.get(1).cloned());
    let size = match size {
        Some(size) => usize::try_from(index_arg(vm, &size)?).unwrap_or(0),
        None => 8,
    };
    let mut result = String::new();
    let mut column = 0;
    for letter in this(&args)?.chars() {
        match letter {
            '\t' => {
                if size > 0 {
                    let spaces = size - column % size;
                    vm.room(result.len().saturating_add(spaces))?;
                    result.extend(std::iter::repeat_n(' ', spaces));
                    column += spaces;
                }
            }
            '\n' | '\r' => {
                result.push(letter);
                column = 0;
            }
            _ => {
                result.push(letter);
                column += 1;
            }
        }
    }
    Ok(Value::str(result))
}

fn encode_method(_: &mut Vm, mut args: Args) -> PyResult {
    let encoding = take_kw(&mut args, "encoding").or_else(|| args.pos.get(1).cloned());
    let errors = take_kw(&mut args, "errors").or_else(|| args.pos.get(2).cloned());
    let text = this(&args)?;
    let part = |value: Option<Value>, name: &str, default: &str| match value {
        None => Ok(Rc::from(default)),
        Some(value) => super::str_arg(&value, &format!("encode() argument '{name}'")),
    };
    let encoding = part(encoding, "encoding", "utf-8")?;
    let errors = part(errors, "errors", "strict")?;
    let data = encode(&text, &encoding, &errors)?;
    Ok(Value::bytes(data))
}

fn format(vm: &mut Vm, args: Args) -> PyResult {
    let text = this(&args)?;
    super::format::str_format(vm, &text, &args.pos[1..], &args.kw, None).map(Value::str)
}

fn format_map(vm: &mut Vm, args: Args) -> PyResult {
    arity("format_map", &args, 1, 1)?;
    let text = this(&args)?;
    super::format::str_format(vm, &text, &[], &[], Some(&args.pos[1])).map(Value::str)
}

/// `str.maketrans(mapping)`, `str.maketrans(from, to, remove)`
pub(super) fn maketrans(vm: &mut Vm, args: Args) -> PyResult {
    let table = PyDict::new();
    let code = |letter: char| Value::Int(i64::from(u32::from(letter)));
    match args.pos.as_slice() {
        [mapping] => {
            let Some(pairs) = vm.mapping_items(mapping)? else {
                return Err(raise(
                    "TypeError",
                    "if you give only one argument to maketrans it must be a dict",
                ));
            };
            for (key, value) in pairs {
                let key = match key.as_str() {
                    Some(text) => match text.chars().collect::<Vec<_>>().as_slice() {
                        [letter] => code(*letter),
                        _ => {
                            return Err(raise(
                                "ValueError",
                                "string keys in translate table must be of length 1",
                            ));
                        }
                    },
                    None => key,
                };
                table.set(vm, key, value)?;
            }
        }
        [from, to, rest @ ..] => {
            let (from, to) = (
                super::str_arg(from, "maketrans() argument 1")?,
                super::str_arg(to, "maketrans() argument 2")?,
            );
            if from.chars().count() != to.chars().count() {
                return Err(raise(
                    "ValueError",
                    "the first two maketrans arguments must have equal length",
                ));
            }
            for (old, new) in from.chars().zip(to.chars()) {
                table.set(vm, code(old), code(new))?;
            }
            if let Some(remove) = rest.first().and_then(Value::as_str) {
                for letter in remove.chars() {
                    table.set(vm, code(letter), Value::None)?;
                }
            }
        }
        [] => {
            return Err(raise(
                "TypeError",
                "maketrans expected at least 1 argument, got 0",
            ));
        }
    }
    Ok(Value::Dict(Rc::new(table)))
}

fn translate(vm: &mut Vm, args: Args) -> PyResult {
    arity("str.translate", &args, 1, 1)?;
    let text = this(&args)?;
    let mut result = String::with_capacity(text.len());
    for letter in text.chars() {
        let key = Value::Int(i64::from(u32::from(letter)));
        let new = match vm.get_item(&args.pos[1], &key) {
            Ok(new) => new,
            Err(error) if vm.error_is(&error, "LookupError") => {
                result.push(letter);
                continue;
            }
            Err(error) => return Err(error),
        };
        match (&new, new.as_str(), new.as_int()) {
            (Value::None, _, _) => {}
            (_, Some(text), _) => result.push_str(&text),
            (_, _, Some(code)) => {
                let letter = u32::try_from(code).ok().and_then(char::from_u32);
                let Some(letter) = letter else {
                    return Err(raise(
                        "ValueError",
                        "character mapping must be in range(0x110000)",
                    ));
                };
                result.push(letter);
            }
            _ => {
                return Err(raise(
                    "TypeError",
                    "character mapping must return integer, None or str",
                ));
            }
        }
    }
    Ok(Value::str(result))
}
