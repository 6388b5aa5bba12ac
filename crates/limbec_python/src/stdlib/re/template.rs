//! The replacement texts of `sub`: `\1`, `\g<name>` and escapes.

use super::Match;
use crate::error::{PyResult, raise};
use crate::vm::Vm;

/// A piece of a replacement.
pub(super) enum Piece {
    /// Text that stands as it is.
    Text(String),
    /// The text of a group.
    Group(usize),
}

/// Read a replacement.
pub(super) fn parse(vm: &mut Vm, template: &str, names: &[Option<String>]) -> PyResult<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(letter) = rest.chars().next() else {
            return Err(bad(vm, "bad escape (end of pattern)"));
        };
        rest = &rest[letter.len_utf8()..];
        let group = match letter {
            'g' => {
                let Some((name, after)) = rest
                    .strip_prefix('<')
                    .and_then(|inner| inner.split_once('>'))
                else {
                    return Err(bad(vm, "missing group name"));
                };
                rest = after;
                let number = name.parse().ok();
                match number.or_else(|| {
                    names
                        .iter()
                        .position(|known| known.as_deref() == Some(name))
                }) {
                    Some(group) => Some(group),
                    None => {
                        return Err(raise("IndexError", format!("unknown group name '{name}'")));
                    }
                }
            }
            '1'..='9' => {
                let second = rest.chars().next().filter(char::is_ascii_digit);
                let mut number = letter as usize - '0' as usize;
                if let Some(second) = second {
                    number = number * 10 + (second as usize - '0' as usize);
                    rest = &rest[1..];
                }
                Some(number)
            }
            _ => {
                match letter {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'r' => text.push('\r'),
                    'a' => text.push('\u{7}'),
                    'b' => text.push('\u{8}'),
                    'f' => text.push('\u{c}'),
                    'v' => text.push('\u{b}'),
                    '0' => text.push('\0'),
                    '\\' => text.push('\\'),
                    letter if letter.is_ascii_alphabetic() => {
                        return Err(bad(vm, &format!("bad escape \\{letter}")));
                    }
                    letter => {
                        text.push('\\');
                        text.push(letter);
                    }
                }
                None
            }
        };
        if let Some(group) = group {
            if group >= names.len() {
                return Err(bad(vm, &format!("invalid group reference {group}")));
            }
            pieces.push(Piece::Text(std::mem::take(&mut text)));
            pieces.push(Piece::Group(group));
        }
    }
    text.push_str(rest);
    pieces.push(Piece::Text(text));
    Ok(pieces)
}

fn bad(vm: &mut Vm, message: &str) -> crate::PyError {
    let class = super::classes(vm).error.clone();
    vm.raise_class(&class, vec![crate::Value::str(message)])
}

/// Write the replacement of a match.
pub(super) fn expand(pieces: &[Piece], found: &Match, out: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Group(group) => out.push_str(found.str_of(*group).unwrap_or_default()),
        }
    }
}
