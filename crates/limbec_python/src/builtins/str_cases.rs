//! Capital and small letters of a `str`.

use super::letters;
use super::str_methods::this;
use crate::args::Args;
use crate::error::PyResult;
use crate::value::Value;
use crate::vm::Vm;

/// Some letter has the case and none has the other.
pub(super) fn cased(args: Args, wanted: fn(char) -> bool, other: fn(char) -> bool) -> PyResult {
    let text = this(&args)?;
    Ok(Value::Bool(
        text.chars().any(wanted) && !text.chars().any(other),
    ))
}

pub(super) fn swapcase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        if letter.is_uppercase() {
            letters::lower_at(text, at, letter, &mut out);
        } else if letter.is_lowercase() {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
    }
    out
}

/// A letter as the first of a title: `ǆ` has a form of its own, `ß` becomes `Ss`.
fn title_letter(letter: char) -> Vec<char> {
    // The letters that are two: their title form has only its first part large.
    for (forms, title) in [("Ǆǅǆǅ", 'ǅ'), ("Ǉǈǉ", 'ǈ'), ("Ǌǋǌ", 'ǋ'), ("Ǳǲǳ", 'ǲ')]
    {
        if forms.contains(letter) {
            return vec![title];
        }
    }
    let upper: Vec<char> = letter.to_uppercase().collect();
    if letter == 'ŉ' {
        return upper;
    }
    match upper.as_slice() {
        [first, rest @ ..] if !rest.is_empty() => std::iter::once(*first)
            .chain(rest.iter().flat_map(|letter| letter.to_lowercase()))
            .collect(),
        _ => upper,
    }
}

pub(super) fn title(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut inside = false;
    for (at, letter) in text.char_indices() {
        if inside {
            letters::lower_at(text, at, letter, &mut result);
        } else {
            result.extend(title_letter(letter));
        }
        inside = letter.is_lowercase() || letter.is_uppercase();
    }
    result
}

pub(super) fn capitalize(_: &mut Vm, args: Args) -> PyResult {
    let text = this(&args)?;
    let mut letters = text.chars();
    let mut result = String::with_capacity(text.len());
    if let Some(first) = letters.next() {
        result.extend(title_letter(first));
    }
    result.push_str(&letters.as_str().to_lowercase());
    Ok(Value::str(result))
}

pub(super) fn istitle(_: &mut Vm, args: Args) -> PyResult {
    let text = this(&args)?;
    let (mut inside, mut found) = (false, false);
    for letter in text.chars() {
        if letter.is_uppercase() {
            if inside {
                return Ok(Value::Bool(false));
            }
            inside = true;
            found = true;
        } else if letter.is_lowercase() {
            if !inside {
                return Ok(Value::Bool(false));
            }
            found = true;
        } else {
            inside = false;
        }
    }
    Ok(Value::Bool(found))
}
