//! `str`: making, encoding, and what letters are.

use std::rc::Rc;

use super::collections::{container_dunders, hash_inner, operators};
use super::{charmaps, methods, statics, take_kw, wrap};
use crate::args::Args;
use crate::error::{PyError, PyResult, raise, raise_class};
use crate::eval::ops::bytes_of;
use crate::ir::Binary;
use crate::types::Types;
use crate::value::Value;
use crate::vm::Vm;

pub(super) fn fill(types: &Types) {
    let class = types.get("str");
    container_dunders(class);
    statics(
        class,
        &[
            ("__new__", str_new),
            ("maketrans", super::str_methods::maketrans),
        ],
    );
    methods(class, super::str_methods::METHODS);
    methods(class, &[("__hash__", hash_inner), ("__str__", to_str)]);
    operators(class, &[Binary::Add, Binary::Mul, Binary::Mod]);
}

fn to_str(_: &mut Vm, args: Args) -> PyResult {
    let this = args.pos.first().and_then(Value::as_str);
    Ok(Value::Str(this.unwrap_or_else(|| Rc::from(""))))
}

/// `str(object='')` and `str(bytes, encoding, errors)`
fn str_new(vm: &mut Vm, mut args: Args) -> PyResult {
    let class = args.pos.first().cloned().unwrap_or_default();
    if args.pos.len() > 4 {
        return Err(raise(
            "TypeError",
            format!(
                "str() takes at most 3 arguments ({} given)",
                args.pos.len() - 1
            ),
        ));
    }
    let object = take_kw(&mut args, "object").or_else(|| args.pos.get(1).cloned());
    let encoding = take_kw(&mut args, "encoding").or_else(|| args.pos.get(2).cloned());
    let errors = take_kw(&mut args, "errors").or_else(|| args.pos.get(3).cloned());
    super::no_more_kw("str", &args)?;
    let text = match object {
        None => Rc::from(""),
        Some(object) if encoding.is_some() || errors.is_some() => {
            let Some(data) = bytes_of(&object) else {
                return Err(raise(
                    "TypeError",
                    format!(
                        "decoding to str: need a bytes-like object, {} found",
                        vm.type_name(&object)
                    ),
                ));
            };
            let encoding = text_or(encoding, "utf-8");
            let errors = text_or(errors, "strict");
            Rc::from(decode(vm, &data, &encoding, &errors)?)
        }
        Some(object) => vm.str(&object)?,
    };
    Ok(wrap(vm, &class, "str", Value::Str(text)))
}

fn text_or(value: Option<Value>, default: &str) -> Rc<str> {
    value
        .and_then(|value| value.as_str())
        .unwrap_or_else(|| Rc::from(default))
}

/// The name of an encoding as the codecs compare it.
fn codec(name: &str) -> Option<&'static str> {
    let plain: String = name
        .to_ascii_lowercase()
        .chars()
        .filter(|letter| !matches!(letter, '-' | '_' | ' '))
        .collect();
    Some(match plain.as_str() {
        "utf8" | "u8" | "utf" | "cp65001" => "utf-8",
        "utf8sig" => "utf-8-sig",
        "ascii" | "usascii" | "646" => "ascii",
        "latin1" | "iso88591" | "latin" | "l1" | "cp819" => "latin-1",
        "utf16" | "u16" => "utf-16",
        "utf16le" => "utf-16-le",
        "utf16be" => "utf-16-be",
        "utf32" | "u32" => "utf-32",
        "utf32le" => "utf-32-le",
        "utf32be" => "utf-32-be",
        other => return charmaps::find(other).map(|map| map.name),
    })
}

fn unknown(name: &str) -> PyError {
    raise("LookupError", format!("unknown encoding: {name}"))
}

/// `bytes.decode(encoding, errors)`
///
/// # Errors
/// `UnicodeDecodeError`, `LookupError`.
pub(crate) fn decode(vm: &Vm, data: &[u8], encoding: &str, errors: &str) -> PyResult<String> {
    let _ = vm;
    match codec(encoding).ok_or_else(|| unknown(encoding))? {
        "utf-8" => decode_utf8(data, errors),
        "utf-8-sig" => decode_utf8(data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data), errors),
        "latin-1" => Ok(data.iter().map(|byte| char::from(*byte)).collect()),
        "ascii" => {
            let mut text = String::with_capacity(data.len());
            for (place, byte) in data.iter().enumerate() {
                if byte.is_ascii() {
                    text.push(char::from(*byte));
                    continue;
                }
                let error =
                    || decode_error("ascii", data, place, place + 1, "ordinal not in range(128)");
                bad_bytes(&data[place..=place], errors, &mut text, error)?;
            }
            Ok(text)
        }
        name @ ("utf-32" | "utf-32-le" | "utf-32-be") => decode_utf32(name, data),
        name if !name.starts_with("utf") => decode_charmap(name, data, errors),
        name => {
            let (big, body) = match (name, data) {
                ("utf-16", [0xfe, 0xff, rest @ ..]) => (true, rest),
                ("utf-16", [0xff, 0xfe, rest @ ..]) => (false, rest),
                ("utf-16-be", data) => (true, data),
                (_, data) => (false, data),
            };
            let units: Vec<u16> = body
                .chunks(2)
                .map(|pair| match pair {
                    [a, b] if big => u16::from_be_bytes([*a, *b]),
                    [a, b] => u16::from_le_bytes([*a, *b]),
                    _ => 0xdc00,
                })
                .collect();
            String::from_utf16(&units)
                .map_err(|_| decode_error(name, data, 0, data.len(), "illegal UTF-16 surrogate"))
        }
    }
}

fn decode_utf32(name: &str, data: &[u8]) -> PyResult<String> {
    let (big, body) = match (name, data) {
        ("utf-32", [0, 0, 0xfe, 0xff, rest @ ..]) => (true, rest),
        ("utf-32", [0xff, 0xfe, 0, 0, rest @ ..]) => (false, rest),
        ("utf-32-be", data) => (true, data),
        (_, data) => (false, data),
    };
    let mut text = String::with_capacity(body.len() / 4);
    for (place, unit) in body.chunks(4).enumerate() {
        let code = match unit {
            [a, b, c, d] if big => u32::from_be_bytes([*a, *b, *c, *d]),
            [a, b, c, d] => u32::from_le_bytes([*a, *b, *c, *d]),
            _ => {
                let (start, end) = (place * 4, body.len());
                return Err(decode_error(name, data, start, end, "truncated data"));
            }
        };
        match char::from_u32(code) {
            Some(letter) => text.push(letter),
            None => {
                let reason = "code point not in range(0x110000)";
                return Err(decode_error(name, data, place * 4, place * 4 + 4, reason));
            }
        }
    }
    Ok(text)
}

/// The letters of the bytes from 128 on.
fn charmap(name: &str) -> Vec<char> {
    let plain: String = name
        .chars()
        .filter(|letter| !matches!(letter, '-' | '_'))
        .collect();
    charmaps::find(&plain).map_or_else(Vec::new, |map| map.letters.chars().collect())
}

fn decode_charmap(name: &str, data: &[u8], errors: &str) -> PyResult<String> {
    let letters = charmap(name);
    let mut text = String::with_capacity(data.len());
    for (place, byte) in data.iter().enumerate() {
        let letter = match byte {
            0..128 => char::from(*byte),
            _ => letters[usize::from(*byte) - 128],
        };
        if letter != '\u{fffd}' {
            text.push(letter);
            continue;
        }
        let reason = "character maps to <undefined>";
        let error = || decode_error("charmap", data, place, place + 1, reason);
        bad_bytes(&data[place..=place], errors, &mut text, error)?;
    }
    Ok(text)
}

fn decode_utf8(data: &[u8], errors: &str) -> PyResult<String> {
    let mut text = String::with_capacity(data.len());
    let mut start = 0;
    loop {
        match std::str::from_utf8(&data[start..]) {
            Ok(rest) => {
                text.push_str(rest);
                return Ok(text);
            }
            Err(error) => {
                let bad = start + error.valid_up_to();
                text.push_str(std::str::from_utf8(&data[start..bad]).unwrap_or(""));
                let length = error.error_len().unwrap_or(data.len() - bad);
                let reason = match error.error_len() {
                    None => "unexpected end of data",
                    Some(_) if !matches!(data[bad], 0xc2..=0xf4) => "invalid start byte",
                    Some(_) => "invalid continuation byte",
                };
                let fail = || decode_error("utf-8", data, bad, bad + length, reason);
                bad_bytes(&data[bad..bad + length], errors, &mut text, fail)?;
                start = bad + length;
            }
        }
    }
}

/// What the `errors` argument says to do with bytes that are no text.
fn bad_bytes(
    bad: &[u8],
    errors: &str,
    text: &mut String,
    fail: impl Fn() -> PyError,
) -> PyResult<()> {
    match errors {
        "ignore" => {}
        "replace" => text.push('\u{fffd}'),
        "backslashreplace" => {
            for byte in bad {
                text.push_str(&format!("\\x{byte:02x}"));
            }
        }
        "strict" => return Err(fail()),
        "surrogateescape" => {
            return Err(crate::error::unsupported(
                "the error handler surrogateescape",
            ));
        }
        other => {
            return Err(raise(
                "LookupError",
                format!("unknown error handler name '{other}'"),
            ));
        }
    }
    Ok(())
}

fn decode_error(encoding: &str, data: &[u8], start: usize, end: usize, reason: &str) -> PyError {
    unicode_error(
        "UnicodeDecodeError",
        encoding,
        Value::bytes(data),
        start,
        end,
        reason,
    )
}

fn unicode_error(
    class: &str,
    encoding: &str,
    object: Value,
    start: usize,
    end: usize,
    reason: &str,
) -> PyError {
    let class = crate::types::types().exception(class);
    let args = vec![
        Value::str(encoding),
        object,
        Value::Int(start as i64),
        Value::Int(end as i64),
        Value::str(reason),
    ];
    let error = raise_class(&class, args.clone());
    if let Some(exception) = error.exception() {
        for (name, value) in ["encoding", "object", "start", "end", "reason"]
            .into_iter()
            .zip(args)
        {
            exception.set(name, value);
        }
    }
    error
}

/// `str.encode(encoding, errors)`
///
/// # Errors
/// `UnicodeEncodeError`, `LookupError`.
pub(crate) fn encode(text: &str, encoding: &str, errors: &str) -> PyResult<Vec<u8>> {
    let name = codec(encoding).ok_or_else(|| unknown(encoding))?;
    let letters = if name.starts_with("utf") {
        Vec::new()
    } else {
        charmap(name)
    };
    let byte_of = |letter: char| -> Option<u8> {
        let code = u32::from(letter);
        match name {
            "ascii" => (code < 0x80).then_some(code as u8),
            "latin-1" => (code < 0x100).then_some(code as u8),
            _ if code < 0x80 => Some(code as u8),
            _ if letter == '\u{fffd}' => None,
            _ => {
                let place = letters.iter().position(|other| *other == letter)?;
                u8::try_from(place + 128).ok()
            }
        }
    };
    let (shown, reason) = match name {
        "utf-8" => return Ok(text.as_bytes().to_vec()),
        "utf-8-sig" => return Ok([b"\xef\xbb\xbf", text.as_bytes()].concat()),
        "ascii" => (name, "ordinal not in range(128)"),
        "latin-1" => (name, "ordinal not in range(256)"),
        "utf-32" | "utf-32-le" | "utf-32-be" => {
            let mut data = if name == "utf-32" {
                vec![0xff, 0xfe, 0, 0]
            } else {
                Vec::new()
            };
            for letter in text.chars() {
                data.extend(if name == "utf-32-be" {
                    u32::from(letter).to_be_bytes()
                } else {
                    u32::from(letter).to_le_bytes()
                });
            }
            return Ok(data);
        }
        name if !name.starts_with("utf") => ("charmap", "character maps to <undefined>"),
        name => {
            let big = name == "utf-16-be";
            let mut data = if name == "utf-16" {
                vec![0xff, 0xfe]
            } else {
                Vec::new()
            };
            for unit in text.encode_utf16() {
                data.extend(if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                });
            }
            return Ok(data);
        }
    };
    let mut data = Vec::with_capacity(text.len());
    let letters: Vec<char> = text.chars().collect();
    for (place, letter) in letters.iter().enumerate() {
        let code = u32::from(*letter);
        if let Some(byte) = byte_of(*letter) {
            data.push(byte);
            continue;
        }
        match errors {
            "ignore" => {}
            "replace" => data.push(b'?'),
            "xmlcharrefreplace" => data.extend(format!("&#{code};").bytes()),
            "backslashreplace" => data.extend(
                match code {
                    0..0x100 => format!("\\x{code:02x}"),
                    0x100..0x10000 => format!("\\u{code:04x}"),
                    _ => format!("\\U{code:08x}"),
                }
                .bytes(),
            ),
            "strict" => {
                let end = letters[place..]
                    .iter()
                    .position(|letter| byte_of(*letter).is_some())
                    .map_or(letters.len(), |more| place + more);
                return Err(unicode_error(
                    "UnicodeEncodeError",
                    shown,
                    Value::str(text),
                    place,
                    end,
                    reason,
                ));
            }
            other => {
                return Err(raise(
                    "LookupError",
                    format!("unknown error handler name '{other}'"),
                ));
            }
        }
    }
    Ok(data)
}

/// The value of a decimal digit of any script.
pub(crate) fn digit_value(letter: char) -> Option<u32> {
    if let Some(digit) = letter.to_digit(10) {
        return Some(digit);
    }
    // Blocks of ten digits in a row, by their zero.
    const ZEROS: &[u32] = &[
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
        0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
        0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
        0xff10,
    ];
    let code = u32::from(letter);
    ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))
        .map(|zero| code - zero)
}

/// Whether the text is a Python name.
pub(crate) fn is_identifier(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(super::letters::starts_name)
        && letters.all(super::letters::continues_name)
}

/// What Python's `str` methods take for white space.
pub(crate) fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\x1c'..='\x1f')
}
